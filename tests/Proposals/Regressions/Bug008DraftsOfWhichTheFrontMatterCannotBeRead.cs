using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Regressions;

/// <summary>A file whose front matter is of no kind that is read was served as text, though a line of it says that it is a draft.</summary>
public sealed class Bug008DraftsOfWhichTheFrontMatterCannotBeRead
{
    [Theory]
    [InlineData("a.md", "title: Quince\npublished: false\n---\nWe plant quinces.\n", 2)]
    [InlineData("a.md", "---js\n{\n  title: 'Quince',\n  draft: true\n}\n---\nWe plant quinces.\n", 4)]
    [InlineData("a.md", "---coffee\ntitle: 'Quince'\ndraft: yes\n---\nWe plant quinces.\n", 3)]
    [InlineData("a.md", "<!--\ntitle: Quince\npublished: false\n-->\nWe plant quinces.\n", 3)]
    [InlineData("a.md", "<!-- draft: true -->\n# Quince\n\nWe plant quinces.\n", 1)]
    [InlineData("a.md", "```yaml\ntitle: Quince\ndraft: true\n```\nWe plant quinces.\n", 3)]
    [InlineData("a.md", "----\ntitle: Quince\nDraft : \"True\"  # for now\n----\nWe plant quinces.\n", 3)]
    [InlineData("a.md", "  ---\n  title: Quince\n  published: off\n  ---\nWe plant quinces.\n", 3)]
    [InlineData("a.md", "---\n---\npublished: false\n---\nWe plant quinces.\n", 3)]
    [InlineData("a.md", "\n---\nA line of words\npublished: false\n---\nWe plant quinces.\n", 4)]
    [InlineData("a.md", "# Quince\n\n**Draft:** true\n\nWe plant quinces.\n", 3)]
    [InlineData("a.md", "{ title: 'Quince', draft: true }\nWe plant quinces.\n", 1)]
    [InlineData("a.md", "Title: Quince\rPublished: No\r\rWe plant quinces.\r", 2)]
    [InlineData("a.txt", "Title: Quince\nPublished: No\n\nWe plant quinces.\n", 2)]
    [InlineData("a.html", "<!-- published: false -->\n<h1>Quince</h1>\n<p>We plant quinces.</p>\n", 1)]
    [InlineData("a.md", "~~~toml\ndraft = true\n~~~\nWe plant quinces.\n", 2)]
    public void Run_AFileThatSeemsToSaySo_IsLeftOutWithItsLineAndARemedy(string name, string text, int line)
    {
        using var archive = new TemporaryArchive().Write(name, text).Write("control.md", "---\ntitle: Control\n---\nWords.\n");
        var (report, index) = archive.Run();

        Assert.Equal("control", Assert.Single(index.Added).Id);
        Assert.Empty(report.Failed);
        var warning = Assert.Single(report.Warnings);
        Assert.Equal((name, line), (warning.Path, warning.Line));
        Assert.Contains("left out", warning.Cause, StringComparison.Ordinal);
        Assert.Contains("'---'", warning.Remedy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("---\ntitle: Quince\npublished: false\nWe plant quinces.\n")]
    [InlineData("\n---\ntitle: Quince\npublished: false\nWe plant quinces.\n")]
    [InlineData("+++\ntitle = x y\ndraft = true\n+++\nWe plant quinces.\n")]
    [InlineData("---json\n{\"title\": \"Quince\" \"draft\": true}\n---\nWe plant quinces.\n")]
    [InlineData("{\n\"title\": \"Quince\"\n\"draft\": true\n}\nWe plant quinces.\n")]
    [InlineData(";;;\n{\"title\": \"Quince\", \"draft\": true\n;;;\nWe plant quinces.\n")]
    public void Run_FrontMatterWithAFault_IsToldAndNotServed(string text)
    {
        using var archive = new TemporaryArchive().Write("a.md", text).Write("control.md", "---\ntitle: Control\n---\nWords.\n");
        var (report, index) = archive.Run();

        Assert.Equal("control", Assert.Single(index.Added).Id);
        var fault = Assert.Single(report.Failed.Concat(report.Warnings));
        Assert.InRange(fault.Line ?? 0, 1, 4);
        Assert.NotEmpty(fault.Remedy);
    }

    [Theory]
    [InlineData("# How to publish\n\nWrite it so:\n\n```yaml\npublished: false\n```\n\nand it is not served.\n")]
    [InlineData("# How to publish\n\nWrite it so:\n\n    published: false\n\nand it is not served.\n")]
    [InlineData("The report was never published: false claims were made, and the draft: true to its author.\n")]
    [InlineData("Published: 2015\nDraft: third\n\nWords.\n")]
    [InlineData("published: true\ndraft: false\n\nWords.\n")]
    [InlineData("\n---\n\nA rule above words.\n\n---\n\nMore words.\n")]
    [InlineData("{% include head.html %}\n\nWords.\n")]
    [InlineData("{{ head }}\n\nWords.\n")]
    [InlineData("{:toc}\n\nWords.\n")]
    [InlineData("---js\n{ title: 'Quince' }\n---\nWords.\n")]
    public void Run_AFileThatOnlyMentionsIt_IsServed(string text)
    {
        using var archive = new TemporaryArchive().Write("a.md", text);
        var (report, index) = archive.Run();

        Assert.Single(index.Added);
        Assert.Empty(report.Failed);
    }

    [Fact]
    public void Run_FrontMatterOfAKindThatIsNotRead_IsNamed()
    {
        using var archive = new TemporaryArchive().Write("a.md", "\n---js\n{ title: 'Quince' }\n---\nWords.\n");

        var warning = Assert.Single(archive.Run().Report.Warnings);

        Assert.Equal(2, warning.Line);
        Assert.Contains("'js'", warning.Cause, StringComparison.Ordinal);
    }
}
