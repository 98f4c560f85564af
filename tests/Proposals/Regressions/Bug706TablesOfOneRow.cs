using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Regressions;

/// <summary>Keys side by side in a table of one row at the top of a file were a text, and the title was the name of the file.</summary>
public sealed class Bug706TablesOfOneRow
{
    [Theory]
    [InlineData("|id|Title|Status|Author|Created|\n|--|---|:-:|---|---|\n| P-7 | Boxes for herons | Open | Ann Lee | 2022-05-12 |\n")]
    [InlineData("id|Title|Status|Author|Created\n-|-|-|-|-\nP-7|Boxes for herons|Open|Ann Lee|2022-05-12\n")]
    [InlineData("| Title | Author | Created |\n|---|---|---|\n| Boxes for herons | Ann Lee | 2022-05-12\n")]
    public void Run_SuchATable_HasTheKeys(string table)
    {
        var proposal = TemporaryArchive.Of("p-7.md", table + "\n## Need\n\nHerons want boxes.\n");

        Assert.Equal(("Boxes for herons", "Ann Lee", 2022), (proposal.Title, proposal.Organization, proposal.Year));
        Assert.DoesNotContain(proposal.Answers, static answer => answer.Text.Contains("Title", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("| Month | Depth | Herons |\n|---|---|---|\n| May | 2 m | 7 |\n| June | 1 m | 9 |\n")]
    [InlineData("| The month in which we looked at it again | Depth | Herons |\n|---|---|---|\n| May | 2 m | 7 |\n")]
    [InlineData("| Month | Depth |\n|---|---|---|\n| May | 2 m | 7 | 8 |\n")]
    public void Run_AnotherTable_IsAText(string table)
        => Assert.Contains(
            TemporaryArchive.Of("p-7.md", table + "\n## Need\n\nHerons want boxes.\n").Answers,
            static answer => answer.Question == "Text" && answer.Text.Contains("2 m", StringComparison.Ordinal));
}
