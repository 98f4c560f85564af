using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Regressions;

/// <summary>A title, a summary and an amount within mappings such as <c>project</c> and <c>award › amount</c> had no role.</summary>
public sealed class Bug774TitlesOfNestedProjects
{
    [Fact]
    public void Decide_ATitleWithinTheProject_IsTheTitle()
    {
        using var archive = new TemporaryArchive();
        for (var at = 0; at < 12; at++)
        {
            archive.Write(
                $"{at}.json",
                $$"""
                { "project": { "title": "Kite {{at}}", "abstract": "We fly kite {{at}} over the old harbor." },
                  "venue": { "title": "Hall {{at}}" },
                  "award": { "amount": { "value": {{1000 + (at * 750)}}, "currency": "EUR" } } }
                """);
        }

        var (report, index) = archive.Run();
        var first = index.Added.Single(static kite => kite.Id == "0");
        Assert.Equal(("Kite 0", "We fly kite 0 over the old harbor."), (first.Title, first.Summary));
        var amount = report.InferredRoles.Single(static role => role.Key == "award › amount › value");
        Assert.StartsWith("facet", amount.Role, StringComparison.Ordinal);
    }
}
