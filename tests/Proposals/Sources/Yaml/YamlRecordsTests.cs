using System.Diagnostics;
using System.Text;
using ProposalSearch.Proposals.Sources;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Sources.Yaml;

public sealed class YamlRecordsTests
{
    [Fact]
    public void Read_Scalars_StayTheTextThatTheFileHas()
    {
        var record = Read.File("a.yml", "a: '2015'\nb: 2015-01-02\nc: 007\nd: yes\ne: 1.50\nf: NO\n").Only();

        Assert.Equal("{1:a=2015 ; 2:b=2015-01-02 ; 3:c=007 ; 4:d=yes ; 5:e=1.50 ; 6:f=NO}", Read.Show(record.Fields));
    }

    [Fact]
    public void Read_DoubledKey_KeepsBothAndWarns()
    {
        var reading = Read.File("a.yml", "a: 1\nb: 2\na: 3\n");

        Assert.Equal("{1:a=1 ; 2:b=2 ; 3:a=3}", Read.Show(reading.Only().Fields));
        Assert.Equal(3, Assert.Single(reading.Warnings).Line);
    }

    [Fact]
    public void Read_AnchorsAndMergeKeys_AreTheValuesThatTheyStandFor()
    {
        var record = Read.File("a.yml", "base: &b {x: 1, y: 2}\nmine:\n  <<: *b\n  x: 9\nagain: *b\n").Only();

        Assert.Equal("{1:base={1:x=1 ; 1:y=2} ; 2:mine={4:x=9 ; 1:y=2} ; 5:again={1:x=1 ; 1:y=2}}", Read.Show(record.Fields));
    }

    [Fact]
    public void Read_AliasBomb_IsRefusedAtOnce()
    {
        var bomb = new StringBuilder("a: &a [x, x, x, x, x, x, x, x, x, x]\n");
        for (var letter = 'b'; letter <= 'l'; letter++)
        {
            var before = (char)(letter - 1);
            bomb.Append(letter)
                .Append(": &")
                .Append(letter)
                .Append(" [")
                .AppendJoin(", ", Enumerable.Repeat("*" + before, 10))
                .Append("]\n");
        }

        var watch = Stopwatch.StartNew();
        var fault = Assert.Single(Read.File("a.yml", bomb.ToString()).Failed);

        Assert.Contains("aliases", fault.Cause, StringComparison.Ordinal);
        Assert.Contains("alias", fault.Remedy, StringComparison.Ordinal);
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 5);
    }

    [Theory]
    [InlineData("[", "]")]
    [InlineData("{a: ", "}")]
    public void Read_DeepNesting_IsRefusedAtOnce(string open, string close)
    {
        var text = "a: " + string.Concat(Enumerable.Repeat(open, 5000)) + string.Concat(Enumerable.Repeat(close, 5000));
        var fault = Assert.Single(Read.File("a.yml", text).Failed);

        Assert.Contains(
            SourceLimits.DeepestNesting.ToString(System.Globalization.CultureInfo.InvariantCulture), fault.Cause, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a: 1\nb:\n\t- x\n", 3, "tabs")]
    [InlineData("a: 1\nb: x: y\n", 2, "quotes")]
    [InlineData("a: 1\nb: \"open\n", 2, "quotes")]
    [InlineData("a: *nothing\n", 1, "'*'")]
    [InlineData("a: 1\nb: [1, 2\nc: 3\n", 2, "line")]
    public void Read_WhatIsNoYaml_IsReadLineByLineAndTellsLineAndRemedy(string yaml, int line, string remedy)
    {
        var reading = Read.File("a.yml", yaml);
        Assert.Single(reading.Records);
        var fault = Assert.Single(reading.Warnings);

        Assert.InRange(fault.Line ?? 0, line, line + 1);
        Assert.Contains(remedy, fault.Remedy, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", fault.Cause, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_FaultInFrontMatter_NamesTheLineOfTheFile()
        => Assert.Equal(4, Assert.Single(Read.File("a.md", "---\na: 1\nb: 2\nc: x: y\n---\n").Warnings).Line);

    [Theory]
    [InlineData("a: 1\n---\na: 2\n")]
    [InlineData("- a: 1\n- a: 2\n")]
    public void Read_SeveralMappings_AreSeveralRecords(string yaml)
    {
        var reading = Read.File("a.yml", yaml);

        Assert.Equal(["1", "2"], reading.Records.Select(static record => record.Value("a")));
        Assert.Equal([1, 2], reading.Records.Select(static record => record.Number));
    }

    [Theory]
    [InlineData("just words\n")]
    [InlineData("- 1\n- 2\n")]
    public void Read_NoMapping_Fails(string yaml) => Assert.Single(Read.File("a.yml", yaml).Failed);

    [Fact]
    public void Read_OnlyComments_IsAWarning() => Assert.Single(Read.File("a.yml", "# nothing\n").Warnings);
}
