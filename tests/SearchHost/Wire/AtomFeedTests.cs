using System.Xml.Linq;
using ProposalSearch.SearchHost.Tests.Serving;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.SearchHost.Tests.Wire;

/// <summary>Feeds of the samples and of odd archives are valid by RFC 4287, page by page.</summary>
public sealed class AtomFeedTests
{
    private static readonly string[] Odd =
    [
        "---\ntitle: \"A\\u0001 b\\uFFFE \\u2028 ]]> <b>&amp;\"\norganization: \"\\u0002 & <i>\"\nsummary: \"\\u000B\"\n---\n"
            + "Text \u0085 of it.\n",
        "---\ntitle: \"\"\norganization: \" \"\nsummary: \"  \"\n---\n",
        "---\ntitle: \"\\u200B\"\nyear: 0\n---\nGarden\n",
        "---\ntitle: '\uD83D\uDE00 emoji'\nyear: 9999\norganization: '\uD83C\uDF31'\n---\n**Garden** &lt;script&gt;\n",
        "---\ntitle: Late\nyear: 12345\ndate: 2020-02-30\n---\nGarden\n",
        "---\ntitle: ]]>\norganization: '<!-- -->'\nyear: -5\n---\n<![CDATA[ x ]]> garden\n",
        "text without anything before it: garden",
    ];

    [Fact]
    public async Task Feeds_OfTheSamples_AreValid()
    {
        await using var host = await RunningHost.StartOnAsync(Path.Combine(Repository.Root, "seeds"));

        Assert.True(await CheckAsync(host, "") + await CheckAsync(host, "q=poverty") + await CheckAsync(host, "q=college&per_page=1") >= 3);
        await CheckAsync(host, "q=%00%01%0B%EF%BF%BE%F0%9F%98%80+%22%3Cb%3E%26");
        await CheckAsync(host, "q=nothinghasthis");
    }

    [Fact]
    public async Task Feeds_OfOddProposals_AreValid()
    {
        using var archive = new TemporaryArchive();
        for (var at = 0; at < Odd.Length; at++)
        {
            archive.Write($"{(at % 2 == 0 ? "2015/" : "")}odd {at} %<&\u00e9.md", Odd[at]);
        }

        archive.Write("a b/\u202e#?.yml", "title: Odd name\n").Write("same.md", "---\ntitle: T\n---\ngarden\n");
        await using var host = await RunningHost.StartOnAsync(archive.Path, ("ProposalSearch:Title", "The <archive> & \uFFFD"));

        Assert.True(await CheckAsync(host, "per_page=2") >= Odd.Length);
        Assert.True(await CheckAsync(host, "q=garden") > 1);
    }

    [SharedFact("corpora", "la2050-archive")]
    public async Task Feeds_OfARealArchive_AreValid()
    {
        await using var host = await RunningHost.StartOnAsync(SharedCorpus.Path("corpora", "la2050-archive")!);

        Assert.Equal(1287, await CheckAsync(host, "q=&per_page=100"));
        Assert.True(await CheckAsync(host, "q=community&per_page=50&sort=newest") > 100);
    }

    /// <summary>Reads a feed page by page, and tells how many entries it has.</summary>
    private static async Task<int> CheckAsync(RunningHost host, string query)
    {
        var (ids, next) = (new HashSet<string>(StringComparer.Ordinal), "/v1/search.atom?" + query);
        for (var page = 0; page < 100; page++)
        {
            var feed = XElement.Parse(await host.Client.GetStringAsync(new Uri(next, UriKind.RelativeOrAbsolute)));
            Assert.Empty(AtomRules.Faults(feed));
            ids.UnionWith(feed.Elements(AtomRules.Atom + "entry").Select(entry => entry.Element(AtomRules.Atom + "id")!.Value));
            var link = feed.Elements(AtomRules.Atom + "link").SingleOrDefault(one => (string?)one.Attribute("rel") == "next");
            if (link is null)
            {
                return ids.Count;
            }

            next = (string)link.Attribute("href")!;
        }

        throw new InvalidOperationException("A feed of more than a hundred pages: " + query);
    }
}
