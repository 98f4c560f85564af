using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Regressions;

/// <summary>An address between pointed brackets, as Markdown has it, was taken for text of a form to be replaced, and was lost.</summary>
public sealed class Bug760AddressesBetweenBrackets
{
    [Theory]
    [InlineData("<https://talk.example.org/t/{0}>")]
    [InlineData("https://talk.example.org/t/{0}")]
    public void Map_AnAddress_IsALink(string form)
    {
        using var archive = new TemporaryArchive();
        for (var at = 0; at < 6; at++)
        {
            var address = form.Replace("{0}", $"{at}", StringComparison.Ordinal);
            archive.Write($"{at}.md", $"---\ntitle: Kite {at}\ntalk: \"{address}\"\n---\n\nWe fly kite {at} over the harbor.\n");
        }

        var first = archive.Run().Index.Added.Single(static kite => kite.Id == "0");
        var link = Assert.Single(first.Links);
        Assert.Equal(("Talk", "https://talk.example.org/t/0"), (link.Label, link.Url));
    }
}
