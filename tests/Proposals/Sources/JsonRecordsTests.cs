using Xunit;

namespace ProposalSearch.Proposals.Tests.Sources;

public sealed class JsonRecordsTests
{
    [Fact]
    public void Read_Object_KeepsOrderLinesAndDoubledKeys()
    {
        var record = Read.File("a.json", "{\n \"b\": 1.50,\n \"a\": [true, null, \"x\"],\n \"b\": {\"c\": \"d\"},\n}").Only();

        Assert.Equal("{2:b=1.50 ; 3:a=[true | ∅ | x] ; 4:b={4:c=d}}", Read.Show(record.Fields));
        Assert.Null(record.Number);
    }

    [Fact]
    public void Read_AKeyTwice_IsAWarningWithItsLine()
    {
        var warning = Assert.Single(Read.File("a.json", "{\"a\": 1,\n\"a\": 2}").Warnings);

        Assert.Equal(2, warning.Line);
        Assert.Contains("'a'", warning.Cause, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_Array_IsManyRecords()
    {
        var reading = Read.File("a.json", "[{\"t\": 1},\n{\"t\": 2}, 3]");

        Assert.Equal([(1, 1), (2, 2)], reading.Records.Select(static record => (record.Number!.Value, record.Line)));
        Assert.Contains("Item 3", Assert.Single(reading.Warnings).Cause, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\n\"a\": 1\n\"b\": 2}", 3)]
    [InlineData("{\"a\": \"x\n\"}", 1)]
    [InlineData("{} {}", 1)]
    [InlineData("12", 1)]
    public void Read_WhatIsNoJson_FailsWithItsLine(string json, int line)
    {
        var fault = Assert.Single(Read.File("a.json", json).Failed);

        Assert.Equal(line, fault.Line);
        Assert.NotEmpty(fault.Remedy);
    }

    [Fact]
    public void ReadLines_BadLines_CostOnlyThemselves()
    {
        var reading = Read.File("a.jsonl", "{\"t\": \"one\"}\n\n{oops}\n[1]\n{\"t\": \"two\"}\r\n");

        Assert.Equal([("one", 1), ("two", 5)], reading.Records.Select(static record => (record.Value("t"), record.Line)));
        Assert.Equal([3, 4], reading.Failed.Select(static fault => fault.Line!.Value));
    }

    [Fact]
    public void Read_LinesUnderTheNameOfJson_AreRecords()
    {
        var reading = Read.File("a.json", "{\"t\": \"one\"}\n{\"t\": \"two\"}\n{oops}\n");

        Assert.Equal(["one", "two"], reading.Records.Select(static record => record.Value("t")));
        Assert.Equal(3, Assert.Single(reading.Failed).Line);
    }

    [Theory]
    [InlineData("""
        {"meta": {"page": 1}, "data": {"submissions": [{"t": "one", "x": "a long enough text"},
         {"t": "two", "x": "another text of some length"}]}}
        """)]
    [InlineData("{\"items\": [{\"t\": \"one\"}, {\"t\": \"two\"}]}")]
    [InlineData("{\"edges\": [{\"t\": \"one\"}], \"nodes\": [{\"t\": \"two\"}]}")]
    public void Read_AnEnvelope_IsItsRecords(string json)
        => Assert.Equal(["one", "two"], Read.File("a.json", json).Records.Select(static record => record.Value("t")));

    [Fact]
    public void Read_AMappingOfNamesToRecords_IsTheRecordsWithTheirNames()
    {
        var records = Read.File(
            "a.json",
            """{"-Ka": {"title": "one", "x": 1}, "-Kb": {"title": "two", "x": 2}, "-Kc": {"title": "three", "x": 3, "id": 7}}""").Records;

        Assert.Equal(
            [("-Ka", "one"), ("-Kb", "two"), ("7", "three")], records.Select(static record => (record.Value("id"), record.Value("title"))));
    }

    [Theory]
    [InlineData("{\"title\": \"one\", \"speakers\": [{\"name\": \"Ann\"}, {\"name\": \"Bob\"}, {\"name\": \"Cid\"}]}")]
    [InlineData("""{"title": "one", "items": [{"cost": "1"}, {"cost": "2"}], "text": "A proposal that says more than what it costs."}""")]
    [InlineData("""
        {"answers": [{"question": "Why?", "answer": "So."}, {"question": "How?", "answer": "Thus."}, {"question": "Who?", "answer": "We."}]}
        """)]
    [InlineData("""{"year1": {"travel": 1, "staff": 2}, "year2": {"travel": 1, "staff": 2}, "year3": {"travel": 1, "staff": 2}}""")]
    [InlineData("{\"proposal\": {\"title\": \"one\"}}")]
    public void Read_AProposalWithListsOfItsOwn_IsOneRecord(string json) => Assert.Null(Read.File("a.json", json).Only().Number);

    [Fact]
    public void Read_DeepNesting_Fails()
        => Assert.Single(Read.File("a.json", string.Concat(Enumerable.Repeat("[", 5000))).Failed);
}
