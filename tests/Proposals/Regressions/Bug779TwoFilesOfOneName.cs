using System.Globalization;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Regressions;

/// <summary>Where each proposal is two files of one name, keys in one and text in the other, there were two proposals of each.</summary>
public sealed class Bug779TwoFilesOfOneName
{
    [Theory]
    [InlineData("yml", "title: Kite {0}\nstatus: open\n", "md", "## Plan\n\nWe fly kite {0}.\n")]
    [InlineData("json", "{{\"title\": \"Kite {0}\", \"status\": \"open\"}}", "html", "<h2>Plan</h2><p>We fly kite {0}.</p>")]
    public void Run_NearlyAllArePairs_AreOneProposalEach(string keysEnding, string keys, string textEnding, string text)
    {
        using var archive = new TemporaryArchive();
        for (var at = 0; at < 5; at++)
        {
            archive.Write($"kites/{at}.{keysEnding}", string.Format(CultureInfo.InvariantCulture, keys, at));
            archive.Write($"kites/{at}.{textEnding}", string.Format(CultureInfo.InvariantCulture, text, at));
        }

        var added = archive.Run().Index.Added.OrderBy(static kite => kite.Id, StringComparer.Ordinal).ToList();
        Assert.Equal(["kites/0", "kites/1", "kites/2", "kites/3", "kites/4"], added.Select(static kite => kite.Id));
        Assert.Equal(("Kite 0", "We fly kite 0."), (added[0].Title, Assert.Single(added[0].Answers).Text));
    }

    [Theory]
    [InlineData(2, "{\"title\": \"Box\", \"plan\": \"We build a box for kites.\"}", 8)]
    [InlineData(5, "[{\"title\": \"Box\", \"plan\": \"We build a box for kites.\"}]", 11)]
    public void Run_FewPairsOrLists_AreRead(int pairs, string data, int proposals)
    {
        using var archive = new TemporaryArchive();
        for (var at = 0; at < 6; at++)
        {
            archive.Write($"{at}.md", $"# Kite {at}\n\nWe fly kite {at} in the wind.\n");
            if (at < pairs)
            {
                archive.Write($"{at}.json", data);
            }
        }

        Assert.Equal(proposals, archive.Run().Index.Added.Count);
    }
}
