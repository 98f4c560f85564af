using ProposalSearch.Indexing;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Inference;

/// <summary>Values that are paths are told from values that only look like it, over a whole archive.</summary>
public sealed class PathFinderTests
{
    [Theory]
    [InlineData("Learn > Schools;Learn > Libraries", "Learn,Learn > Schools;Learn,Learn > Libraries")]
    [InlineData("Learn>Schools;learn > Libraries;Learn", "Learn,Learn > Schools;Learn,Learn > Libraries;Learn")]
    [InlineData("Americas / Peru;Americas / Chile;N/A;and/or", "Americas,Americas / Peru;Americas,Americas / Chile;;and/or")]
    [InlineData("A :: B;A :: C :: D;A :: C", "A,A :: B;A,A :: C,A :: C :: D;A,A :: C")]
    [InlineData(
        "Health|Mental health;Health|Food;Arts|Music;Arts|Dance",
        "Health,Health | Mental health;Health,Health | Food;Arts,Arts | Music;Arts,Arts | Dance")]
    [InlineData("Health > Policy;Health > Care;Parks > Policy", "Health,Health > Policy;Health,Health > Care;Parks > Policy")]
    [InlineData(
        "Health > Policy;Health > Care;Parks > Policy;Parks > Care",
        "Health,Health > Policy;Health,Health > Care;Parks,Parks > Policy;Parks,Parks > Care")]
    [InlineData("Learn > Schools;Learn > Arts;Research > Development", "Learn,Learn > Schools;Learn,Learn > Arts;Research > Development")]
    public void Values_OfWhichSeveralShareAFirstPart_HaveThoseAbove(string values, string expected)
        => Assert.Equal(expected, Facets(values, out _));

    [Theory]
    [InlineData("Los Angeles, CA;Portland, OR")]
    [InlineData("24/7;24/5;and/or")]
    [InlineData("24 / 7;24 / 5")]
    [InlineData("Research/Development;Research/Teaching")]
    [InlineData("Research / Development;Research;Sports")]
    [InlineData("in -> out;in -> in")]
    [InlineData("Arts / Music;Music / Dance;Arts / Dance")]
    [InlineData("Health / Policy;Health / Care;Parks / Policy;Parks / Care")]
    public void Values_ThatAreNoPaths_StayWhole(string values)
    {
        Assert.Equal(values, Facets(values, out var report));
        Assert.Empty(report.Levels);
    }

    [Fact]
    public void Lists_BetweenBars_AreNoPaths()
        => Assert.Equal("Arts,Music;Music,Dance;Arts,Dance", Facets("Arts|Music;Music|Dance;Arts|Dance", out _));

    [Fact]
    public void Report_OfPaths_SaysHowManyAreAbove()
    {
        Facets("Learn > Schools > Public;Learn > Schools > Private;Learn > Arts;Play", out var report);

        var levels = Assert.Single(report.Levels);
        Assert.Equal(("theme", ">", 2), (levels.Field, levels.Sign, levels.Above));
    }

    [Theory]
    [InlineData("off", "Learn > Schools;Learn > Arts", "Learn > Schools;Learn > Arts")]
    [InlineData("'/'", "Arts/Music;Arts/Dance;and/or", "Arts,Arts / Music;Arts,Arts / Dance;and/or")]
    [InlineData("' - '", "Arts - Music;Arts - Dance;Hip-hop", "Arts,Arts - Music;Arts,Arts - Dance;Hip-hop")]
    [InlineData("','", "CA, Fresno;CA, Los Angeles", "CA,CA, Fresno;CA,CA, Los Angeles")]
    public void Levels_OfASchema_DecideWhatStandsBetween(string levels, string values, string expected)
        => Assert.Equal(
            expected, Facets(values, out _, $"extends: built-in\nfacets:\n  theme:\n    keys: [theme]\n    levels: {levels}\n"));

    [Fact]
    public void Within_AnotherFacet_CountsBelowItsOnlyValue()
    {
        using var archive = new TemporaryArchive();
        archive.Write("a.yml", "title: A\ncategory: Learn\nsub: Schools\n").Write("b.yml", "title: B\ncategory: Learn\n");
        archive.Write("c.yml", "title: C\nsub: Food\ncategory: [Learn, Live]\n").Write("d.yml", "title: D\nsub: Food\n");
        const string Schema =
            "extends: built-in\nfacets:\n  category:\n    keys: [category]\n  sub:\n    keys: [sub]\n    within: category\n";
        var index = Run(archive, Schema, out _);

        Assert.Equal(
            ["Learn,Learn > Schools", "Learn", "Learn,Live,Food", "Food"],
            index.Added.Select(static proposal => string.Join(',', proposal.Facets["category"])));
        Assert.Equal(["Schools"], index.Added[0].Facets["sub"]);
        var facets = index.Committed!.Facets.ToDictionary(static facet => facet.Field);
        Assert.Equal((" > ", true), (facets["category"].Separator, facets["category"].IsListed));
        Assert.False(facets["sub"].IsListed);
    }

    /// <summary>What the values of each file became; eight files have each, so that they are values to filter by.</summary>
    private static string Facets(string values, out IndexingReport report, string? schema = null)
    {
        using var archive = new TemporaryArchive();
        var all = values.Split(';');
        for (var file = 0; file < 8 * all.Length; file++)
        {
            archive.Write($"{file / all.Length:00}-{file % all.Length:00}.yml", $"title: Kite {file}\ntheme: '{all[file % all.Length]}'\n");
        }

        var index = Run(archive, schema, out report);
        return string.Join(';', index.Added.Take(all.Length).Select(
            static proposal => string.Join(',', proposal.Facets.GetValueOrDefault("theme", []))));
    }

    private static RecordingBackend Run(TemporaryArchive archive, string? schema, out IndexingReport report)
    {
        using var folder = new TemporaryArchive();
        (report, var index) = archive.Run(schema is null ? null : Path.Combine(folder.Write("schema.yml", schema).Path, "schema.yml"));
        return index;
    }
}
