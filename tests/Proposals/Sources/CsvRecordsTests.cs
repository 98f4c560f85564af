using Xunit;

namespace ProposalSearch.Proposals.Tests.Sources;

public sealed class CsvRecordsTests
{
    [Theory]
    [InlineData("title,year\n\"A, \"\"b\"\"\",2015\nC,2016\n")]
    [InlineData("title;year\r\n\"A, \"\"b\"\"\";2015\r\nC;2016\r\n")]
    [InlineData("title\tyear\n\"A, \"\"b\"\"\"\t2015\n\nC\t2016")]
    public void Read_Separators_AreTold(string csv)
    {
        var reading = Read.File("a.csv", csv);

        Assert.Empty(reading.Warnings);
        Assert.Equal(
            [("A, \"b\"", "2015"), ("C", "2016")], reading.Records.Select(static record => (record.Value("title"), record.Value("year"))));
    }

    [Fact]
    public void Read_SeparatorsInQuotedHeaders_DoNotCount()
        => Assert.Equal("2015", Read.File("a.csv", "\"Name, first,\nlast\";\"Year, of course\"\nA;2015\n").Only().Value("Year, of course"));

    [Theory]
    [InlineData("sep=;\ntitle;year\nA, b;2015\n")]
    [InlineData("\"sep=;\"\r\ntitle;year\r\nA, b;2015\r\n")]
    [InlineData("SEP=\t\ntitle\tyear\nA, b\t2015\n")]
    public void Read_AStatedSeparator_IsNoHeader(string csv)
    {
        var record = Read.File("a.csv", csv).Only();

        Assert.Equal(("A, b", "2015", 3), (record.Value("title"), record.Value("year"), record.Line));
    }

    [Theory]
    [InlineData("title,year")]
    [InlineData("title,year\n\n,\n")]
    public void Read_NoRows_IsAWarning(string csv)
    {
        var reading = Read.File("a.csv", csv);

        Assert.Empty(reading.Records);
        Assert.Contains("no rows", Assert.Single(reading.Warnings).Cause, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_QuotedLineBreaks_AreTextAndCountAsLines()
    {
        var reading = Read.File("a.csv", "title,text\nA,\"one\ntwo\"\nB,x\n");

        Assert.Equal(["one\ntwo", "x"], reading.Records.Select(static record => record.Value("text")));
        Assert.Equal([2, 4], reading.Records.Select(static record => record.Line));
    }

    [Fact]
    public void Read_MissingAndDoubledHeaders_KeepEveryColumn()
    {
        var reading = Read.File("a.csv", "title,,title\nA,b,c\n");

        Assert.Equal("{2:title=A ; 2:column 2=b ; 2:title=c}", Read.Show(reading.Only().Fields));
        Assert.Equal(2, reading.Warnings.Count);
    }

    [Fact]
    public void Read_RaggedRows_LoseNothingAndWarnWithTheirLine()
    {
        var reading = Read.File("a.csv", "title,year\nA\nB,2015,more\n,\n");

        Assert.Equal(
            ["{2:title=A}", "{3:title=B ; 3:year=2015 ; 3:column 3=more}"],
            reading.Records.Select(static record => Read.Show(record.Fields)));
        Assert.Equal([3, 2], reading.Warnings.Select(static warning => warning.Line));
    }

    [Fact]
    public void Read_QuotesThatNeverClose_FailWithTheLineOnWhichTheyOpen()
    {
        var reading = Read.File("a.csv", "title,year\nA,1\n\"B,2\nC,3\n");

        Assert.Equal(3, Assert.Single(reading.Failed).Line);
        Assert.Equal("A", Assert.Single(reading.Records).Value("title"));
    }
}
