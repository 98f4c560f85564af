using ProposalSearch.Proposals.Tests.Sources;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Regressions;

/// <summary>Front matter that other programs read, and that is no YAML, lost the whole file.</summary>
public sealed class Bug177FrontMatterThatIsNoYaml
{
    [Theory]
    [InlineData("title: `mend()` for all", "`mend()` for all")]
    [InlineData("title: Mill: a plan", "Mill: a plan")]
    [InlineData("title: \"Mill", "Mill")]
    [InlineData("title: \"Mill\" and well", "\"Mill\" and well")]
    [InlineData("title: @mill", "@mill")]
    [InlineData("title: %s of mills", "%s of mills")]
    [InlineData("title: [Mill] and well", "[Mill] and well")]
    [InlineData("title: *Mill*", "*Mill*")]
    [InlineData("title: Mill {{ year }}: a plan", "Mill {{ year }}: a plan")]
    [InlineData("\"title\": 'It's a mill'", "It's a mill")]
    public void Read_AKeyThatIsNoYaml_IsTheRestOfItsLine(string line, string title)
    {
        var reading = Read.File("a.md", $"---\nstatus: Open\n{line}\ntags:\n- water\n- wind\nteam: {{lead: Ann}}\n---\nWe turn sails.\n");

        Assert.Equal(
            $"{{2:status=Open ; 3:title={title} ; 4:tags=[water | wind] ; 7:team={{7:lead=Ann}}}}",
            Read.Show(reading.Only().Fields));
        Assert.Equal("We turn sails.\n", reading.Only().Body!.Text);
        Assert.Contains("line by line", Assert.Single(reading.Warnings).Cause, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_LinesBelowAKeyThatIsNoYaml_BelongToIt()
    {
        const string Text = "---\nneed: @sails\n  and a wheel\nplan:\n  - `one`\n  - \"two\"\ngoal: |\n  First\n\n  @second\n---\nBody.\n";
        var fields = Read.File("a.md", Text).Only().Fields;

        Assert.Equal("@sails\nand a wheel", Read.Show(fields.Entries[0].Value));
        Assert.Equal("[`one` | two]", Read.Show(fields.Entries[1].Value));
        Assert.Equal("First\n\n@second\n", Read.Show(fields.Entries[2].Value));
    }

    [Theory]
    [InlineData("title: x: y\npublished: false")]
    [InlineData("title: x: y\npublished: \"false")]
    [InlineData("title: \"x\ndraft: true")]
    [InlineData("title: x: y\nplan: {draft: true")]
    [InlineData("title: x: y\n  draft: true")]
    [InlineData("\ttitle: x: y\ntitle: z\ndraft:\n  true")]
    public void Run_ADraftAmongThem_IsNotServed(string matter)
    {
        using var archive = new TemporaryArchive()
            .Write("a.md", $"---\n{matter}\n---\nWe plant quinces.\n")
            .Write("control.md", "---\ntitle: Control\n---\nWords.\n");

        Assert.Equal("control", Assert.Single(archive.Run().Index.Added).Id);
    }

    [Fact]
    public void Run_WordsBetweenTwoRules_AreText()
    {
        using var archive = new TemporaryArchive().Write("a.md", "---\nWe turn sails by the water.\n---\nAnd more words.\n");
        var (report, index) = archive.Run();

        var text = Assert.Single(index.Added).Answers;
        Assert.Contains(text, static answer => answer.Question.Contains("sails", StringComparison.Ordinal)
            || answer.Text.Contains("sails", StringComparison.Ordinal));
        Assert.Contains("no key", Assert.Single(report.Warnings).Cause, StringComparison.Ordinal);
    }
}
