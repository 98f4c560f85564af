using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Indexing.Tests.Regressions;

/// <summary>
/// Those who decide about proposals were values with their addresses of mail, and two people for whoever is written in two ways.
/// </summary>
public sealed class Bug568PeopleWhoDecide
{
    [Theory]
    [InlineData("Pond-Delegate")]
    [InlineData("Delegate")]
    [InlineData("approvers")]
    public void Run_PeopleWithAddresses_AreTheirNames(string key)
    {
        using var archive = new TemporaryArchive();
        for (var number = 0; number < 12; number++)
        {
            var who = number % 3 == 0 ? "Ann Lee" : number % 3 == 1 ? "Ann Lee <ann@x.org>" : "Bo Marsh <bo@x.org>";
            archive.Write($"{number}.md", $"---\ntitle: Box {(char)('A' + number)}\n{key}: {who}\n---\nWe build boxes for herons.\n");
        }

        var values = archive.Run().Index.Added.SelectMany(static proposal => proposal.Facets.Values).SelectMany(static values => values);

        Assert.Equal(["Ann Lee", "Bo Marsh"], values.Distinct().Order());
    }
}
