using Xunit;

namespace ProposalSearch.Proposals.Tests.Sources;

public sealed class TomlFieldsTests
{
    [Fact]
    public void Read_TomlFrontMatter_KeepsOrderLinesAndTheTextOfValues()
    {
        var record = Read.File(
            "a.md",
            "+++\ntitle = \"A\"\ndate = 2015-03-04T05:06:07Z\nsum = 1_000.50\nlive = true\nname = 'x\\y'\n"
                + "[answers]\n\"What?\" = \"\"\"\nmany\nlines\"\"\"\n[[part]]\nx = 1\n[[part]]\nx = [2, {y = 'z'}]\n"
                + "[answers.more]\nz = 7.0\n+++\nBody\n").Only();

        Assert.Equal(
            "{2:title=A ; 3:date=2015-03-04T05:06:07Z ; 4:sum=1000.50 ; 5:live=true ; 6:name=x\\y ; "
                + "7:answers={8:What?=many\nlines ; 15:more={16:z=7.0}} ; 11:part=[{12:x=1} | {14:x=[2 | {14:y=z}]}]}",
            Read.Show(record.Fields));
        Assert.Equal("Body\n", record.Body?.Text);
    }

    [Theory]
    [InlineData("+++\ntitle = \n+++\n", 2)]
    [InlineData("+++\na = 1\ntitle \"x\"\n+++\n", 3)]
    [InlineData("+++\na = \"x\n+++\n", 2)]
    [InlineData("+++\ntitle = \"x\"\n", 1)]
    public void Read_WhatIsNoToml_IsToldWithItsLine(string text, int line)
    {
        var reading = Read.File("a.md", text);
        var fault = Assert.Single(reading.Failed.Concat(reading.Warnings));

        Assert.Equal(line, fault.Line);
        Assert.NotEmpty(fault.Remedy);
    }

    [Fact]
    public void Read_AKeyTwice_KeepsBothWithAWarning()
    {
        var reading = Read.File("a.md", "+++\na = 1\na = 2\n+++\n");

        Assert.Equal("{2:a=1 ; 3:a=2}", Read.Show(reading.Only().Fields));
        Assert.Equal(3, Assert.Single(reading.Warnings).Line);
    }

    [Fact]
    public void Read_DeepNesting_Fails()
        => Assert.Contains(
            "deeper",
            Assert.Single(Read.File("a.md", $"+++\na = {new string('[', 500)}{new string(']', 500)}\n+++\n").Failed).Cause,
            StringComparison.Ordinal);
}
