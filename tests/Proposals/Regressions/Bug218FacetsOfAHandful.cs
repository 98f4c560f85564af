using System.Globalization;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Regressions;

/// <summary>A key that five of sixty proposals have, all with one value, was a facet; and so was a flag that one has.</summary>
public sealed class Bug218FacetsOfAHandful
{
    [Fact]
    public void Decide_OneValueOrAHandfulOfFiles_IsNoFacet()
    {
        using var archive = new TemporaryArchive();
        for (var at = 0; at < 80; at++)
        {
            var more = at < 4 ? $"stream: {(at % 2 == 0 ? "fast" : "slow")}\n"
                : at < 12 ? "wing: red\nreviewers: Ida Voss\n"
                : at == 12 ? "secret: yes\n"
                : "";
            var state = at % 3 == 0 ? "open" : "shut";
            archive.Write($"{at:00}.yml", string.Create(CultureInfo.InvariantCulture, $"title: Kite {at}\nstate: {state}\n{more}"));
        }

        var (report, index) = archive.Run();
        Assert.Equal(["state"], index.Committed!.Facets.Select(static facet => facet.Field));
        Assert.All(
            report.InferredRoles.Where(static role => role.Key != "state"),
            static role => Assert.StartsWith("answer", role.Role, StringComparison.Ordinal));
    }
}
