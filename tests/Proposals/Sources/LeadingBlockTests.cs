using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Sources;

/// <summary>Requests for comments as some languages write them: without front matter, with a list at the top.</summary>
public sealed class LeadingBlockTests
{
    [Theory]
    [InlineData(
        "- Feature Name: `let_else`\n- Start Date: 2021-05-31\n\n# Summary\n\nText.\n",
        "{1:Feature Name=let_else ; 2:Start Date=2021-05-31}",
        "# Summary  Text.")]
    [InlineData("# Async\n\n* Proposal: [SE-0296](0296-async.md)\n* Authors: [Ann Lee](https://x.org), Bob Ray\n* Status: "
        + "**Implemented (5.5)**\n\nText.\n", "{3:Proposal=SE-0296 ; 4:Authors=Ann Lee, Bob Ray ; 5:Status=Implemented (5.5)}",
        "# Async      Text.")]
    [InlineData("# T\n\n- **Team Name:** The Team\n- **Level**: 2\n", "{3:Team Name=The Team ; 4:Level=2}", "# T")]
    [InlineData("**Author:** Ann Lee\n**Date:** 2019-01-02\n\nText.", "{1:Author=Ann Lee ; 2:Date=2019-01-02}", "Text.")]
    [InlineData(
        "* Authors: Ann Lee,\n  Bob Ray\n* Bug: <https://x.org/1>\n* Empty:\n* Never: <!-- fill in -->\n",
        "{1:Authors=Ann Lee, Bob Ray ; 3:Bug=https://x.org/1}",
        "")]
    public void Read_AListAtTheTop_IsKeysAndValuesAndNoTextAnyMore(string text, string fields, string body)
    {
        var record = Read.File("a.md", text).Only();

        Assert.Equal(fields, Read.Show(record.Fields));
        Assert.Equal(body, (record.Body?.Text ?? "").Trim().ReplaceLineEndings(" "));
    }

    [Theory]
    [InlineData("- Milk\n- Bread: brown\n\nA shopping list.")]
    [InlineData("- Note: this is a proposal.\n\nText.")]
    [InlineData("A garden.\n\n- Cost: 5\n- Time: 6\n")]
    [InlineData("# T\n## U\n- Cost: 5\n- Time: 6\n")]
    [InlineData("- https://x.org\n- https://y.org\n")]
    public void Read_AnyOtherBeginning_IsBody(string text) => Assert.Empty(Read.File("a.md", text).Only().Fields.Entries);

    [Fact]
    public void Run_AnArchiveOfThem_HasRolesAndFacets()
    {
        using var archive = new TemporaryArchive();
        for (var file = 0; file < 12; file++)
        {
            archive.Write(
                $"{file:000}.md",
                $"# Change number {file}\n\n* Proposal: SE-{file:0000}\n* Authors: [Ann Lee](https://x.org), Bob Ray\n* Status: "
                    + $"**{(file % 2 == 0 ? "Accepted" : "Rejected")}**\n* Date: 2019-0{1 + (file % 9)}-02\n\n## "
                    + $"Motivation\n\nNeeded for {file}.\n");
        }

        var first = archive.Run().Index.Added[0];
        Assert.Equal(("Change number 0", 2019, "Ann Lee, Bob Ray"), (first.Title, first.Year, first.Organization));
        Assert.Equal(["Accepted"], first.Facets["status"]);
        Assert.Contains(first.Answers, static answer => answer.Text.Contains("SE-0000", StringComparison.Ordinal));
    }
}
