using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Regressions;

/// <summary>Addresses behind words were lost, and the words were values to filter by.</summary>
public sealed class Bug221LinksBehindWords
{
    [Fact]
    public void Map_ValuesThatAreLinks_AreLinksWithTheirWords()
    {
        using var archive = Archive(static at => $"""
            ---
            title: Kite {at}
            tracker: '[kites#{at}](https://t.example.org/{at})'
            see-also: ['[first flight](https://f.example.org/{at})', '[crash](https://f.example.org/{at}/2)']
            ---
            Wind.
            """);
        var (report, index) = archive.Run();

        Assert.Equal(["link", "link"], report.InferredRoles.Select(static role => role.Role));
        Assert.Equal(
            [
                new ProposalLink("Tracker: kites#0", "https://t.example.org/0"),
                new ProposalLink("See also: first flight", "https://f.example.org/0"),
                new ProposalLink("See also: crash", "https://f.example.org/0/2"),
            ],
            index.Added[0].Links);
        Assert.Contains(index.Added[0].Answers, static answer => answer is { Question: "Tracker", QuestionId: null, Text: "kites#0" });
    }

    [Fact]
    public void Map_PeopleWithAddresses_StayPeople()
    {
        using var archive = Archive(static at => $"""
            # Kite {at}

            * Kite: [K-{at:000}](k{at}.md)
            * Authors: [Ida Voss {at}](https://x.example.org/i{at}), [Jo Wu](https://x.example.org/j)
            * Verdict: ([one](https://f.example.org/{at}/1)) ([two](https://f.example.org/{at}/2))

            ## Need

            Wind.
            """);
        var first = archive.Run().Index.Added[0];

        Assert.Equal(("Kite 0", "Ida Voss 0, Jo Wu"), (first.Title, first.Organization));
        Assert.Equal(
            ["Authors: Ida Voss 0", "Authors: Jo Wu", "Verdict: one", "Verdict: two"], first.Links.Select(static link => link.Label));
        Assert.Equal(["authors"], first.Facets.Keys);
    }

    [Fact]
    public void Map_ListsOfNameAndAddress_AreLinksAndPicturesOfPeopleAreNone()
    {
        using var archive = Archive(static at => $"""
            ---
            title: Kite {at}
            resources:
              - {"{"}label: Code, href: 'https://c.example.org/{at}'{"}"}
              - {"{"}label: Map, href: 'https://m.example.org/{at}'{"}"}
            crew:
              - name: Ida Voss {at}
                duty: Pilot
                avatar: https://a.example.org/{at}
                contact: {"{"}discord: 'https://d.example.org/{at}'{"}"}
            ---
            Wind.
            """);
        var first = archive.Run().Index.Added[0];

        Assert.Equal(["Code", "Map"], first.Links.Select(static link => link.Label));
        Assert.Empty(first.Facets);
        Assert.DoesNotContain(first.Answers, static answer => answer.Text.Contains("example.org", StringComparison.Ordinal));
    }

    [Fact]
    public void Map_AddressesOfPictures_AreThePictureAndNoLinks()
    {
        using var archive = Archive(static at =>
            $"---\ntitle: Kite {at}\nlogo_url: https://p.example.org/{at}.webp\nphoto: https://p.example.org/{at}\n---\nWind.\n");
        var first = archive.Run().Index.Added[0];

        Assert.Equal("https://p.example.org/0.webp", first.Image);
        Assert.Empty(first.Links);
    }

    private static TemporaryArchive Archive(Func<int, string> text)
    {
        var archive = new TemporaryArchive();
        for (var at = 0; at < 8; at++)
        {
            archive.Write($"k{at}.md", text(at));
        }

        return archive;
    }
}
