using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Regressions;

/// <summary>Titles of one word under the name of a title in another language were answers, and the titles numbers.</summary>
public sealed class Bug773TitlesOfOneWord
{
    [Theory]
    [InlineData("Titre du projet")]
    [InlineData("Título")]
    public void Decide_SingleWordsUnderTheNameOfATitle_AreTitles(string key)
    {
        string[] words = ["Orgue", "Cloches", "Vitraux", "Porche", "Chauffage"];
        using var archive = new TemporaryArchive();
        for (var at = 0; at < words.Length; at++)
        {
            archive.Write($"{at}.yml", $"{key}: {words[at]}\nplan: We mend part {at} of it.\n");
        }

        Assert.Equal(words.Order(), archive.Run().Index.Added.Select(static one => one.Title).Order());
    }

    [Theory]
    [InlineData("Titel", "Dr.")]
    [InlineData("Proposal", "SP-000{0}")]
    public void Decide_FormsOfAddressAndCodes_AreNone(string key, string form)
    {
        using var archive = new TemporaryArchive();
        for (var at = 0; at < 6; at++)
        {
            archive.Write($"kite-{at}.yml", $"{key}: {form.Replace("{0}", $"{at}", StringComparison.Ordinal)}\nplan: We fly kite {at}.\n");
        }

        Assert.All(archive.Run().Index.Added, static kite => Assert.StartsWith("Kite", kite.Title));
    }
}
