using ProposalSearch.Analysis.Forms;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Languages.Tests;

/// <summary>docs/languages.md lists the languages that there are.</summary>
public sealed class DocumentedLanguagesTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "languages.md"));

    [Fact]
    public void Table_HasEveryLanguageWithItsName()
    {
        var rows = Page.Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => string.Join('|', line.Split('|')[1..3].Select(cell => cell.Trim())))
            .ToList();

        Assert.Equal(KnownLanguages.All.Select(language => $"`{language.Code}`|{language.Name}"), rows);
    }

    [Fact]
    public void Table_SaysWhereCharactersAreWords() => Assert.All(
        KnownLanguages.All.Where(language => language.PartsCharacters),
        language => Assert.Contains(
            $"| `{language.Code}` | {language.Name} | the characters of a query side by side |", Page, StringComparison.Ordinal));

    [Fact]
    public void Examples_OfThePage_AreSo()
    {
        Assert.Equal(Stem("es", "educación"), Stem("es", "educaciones"));
        Assert.Equal(Stem("de", "Häuser"), Stem("de", "Haus"));
        Assert.Equal(Stem("fr", "l'éducation"), Stem("fr", "education"));
        Assert.Equal(Stem("de", "Förderung"), Stem("de", "Foerderung"));
        Assert.NotEqual(Stem("de", "Gemüsegarten"), Stem("de", "Garten"));
        Assert.Equal(Stem("it", "dell'università"), Stem("it", "universita"));
        Assert.Equal(Stem("ga", "d'athair"), Stem("ga", "athair"));
        Assert.Equal(Stem("ca", "l'escola"), Stem("ca", "escola"));
    }

    private static string Stem(string code, string word) =>
        new TermNormalizer(AnalysisOptions.Of(KnownLanguages.All.Single(language => language.Code == code))).Stem(word);
}
