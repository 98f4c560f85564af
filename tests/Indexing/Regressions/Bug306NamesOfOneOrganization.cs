using ProposalSearch.Backends.Embedded;
using ProposalSearch.Search;
using ProposalSearch.Search.Related;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Indexing.Tests.Regressions;

/// <summary>
/// Who searched for an organization by one of its names did not find what it proposed under another; and nothing said that it had another.
/// </summary>
public sealed class Bug306NamesOfOneOrganization
{
    [Theory]
    [InlineData("Heron Bay Youth Network", 3)]
    [InlineData("heron bay youth network, inc.", 3)]
    [InlineData("Salt Marsh Keepers", 3)]
    [InlineData("Salt Marsh Keepers reeds", 2)]
    [InlineData("\"Salt Marsh Keepers\"", 1)]
    [InlineData("Marsh Keepers", 1)]
    public async Task Search_ANameOfAnOrganization_FindsItUnderEachOfItsNames(string query, int proposals)
    {
        using var index = new TemporaryFolder();
        using var opened = await Build(index);

        var request = new SearchRequest { Text = query, Match = MatchMode.All, TimeBudget = null };

        Assert.Equal(proposals, (await opened.SearchAsync(request)).Total);
    }

    [Theory]
    [InlineData("a", "Salt Marsh Keepers", NameTime.Later, 2018)]
    [InlineData("c", "Heron Bay Youth Network", NameTime.Earlier, 2015)]
    public async Task Find_AnOtherName_SaysWhen(string id, string name, NameTime time, int year)
    {
        using var index = new TemporaryFolder();
        using var opened = await Build(index);

        var related = await RelatedFinder.FindAsync(opened, (await opened.FindAsync(id))!);

        var other = Assert.Single(related.OtherNames);
        Assert.Equal((name, time, year), (other.Name, other.Time, other.FirstYear));
    }

    private static async Task<ProposalIndex> Build(TemporaryFolder index)
    {
        using var archive = new TemporaryArchive()
            .Write("a.md", File("Heron Bay Youth Network", 2015, "17", "We count reeds."))
            .Write("b.md", File("Heron Bay Youth Network, Inc.", 2016, "17", "We count eels."))
            .Write("c.md", File("Salt Marsh Keepers", 2018, "17", "We count reeds again."))
            .Write("d.md", File("Other People", 2018, "18", "We count stars."));
        var backend = new SearchBackend(new EmbeddedStore());
        await IndexingPipeline.RunAsync(new IndexingOptions(archive.Path, index.Path, null), backend, TimeProvider.System);
        return await backend.OpenAsync(index.Path);
    }

    private static string File(string organization, int year, string id, string text)
        => FormattableString.Invariant(
            $"---\ntitle: Counting {year}\norganization: {organization}\norganization_id: {id}\nyear: {year}\n---\n{text}\n");
}
