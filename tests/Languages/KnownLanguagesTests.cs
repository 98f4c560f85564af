using ProposalSearch.Analysis.Forms;
using Xunit;

namespace ProposalSearch.Languages.Tests;

public sealed class KnownLanguagesTests
{
    [Fact]
    public void Codes_AreUniqueAndInOrder()
    {
        var codes = KnownLanguages.All.Select(language => language.Code).ToList();

        Assert.Equal(codes.Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal), codes);
        Assert.Equal(
            "ar bg ca ckb cs da de el en es eu fa fi fr ga gl hi hu hy id it ja ko lv nl no pt pt-BR ro ru sv tr und zh",
            string.Join(' ', codes));
    }

    /// <summary>Every analyzer of the package for a language is here: a newer package that has more of them is noticed.</summary>
    [Fact]
    public void Analyzers_OfThePackage_AreAllKnown()
    {
        string[] general =
        [
            "SimpleAnalyzer", "StopAnalyzer", "WhitespaceAnalyzer", "KeywordAnalyzer", "StandardAnalyzer", "ClassicAnalyzer",
            "UAX29URLEmailAnalyzer", "PatternAnalyzer", "SnowballAnalyzer", "CollationKeyAnalyzer", "LimitTokenCountAnalyzer",
            "PerFieldAnalyzerWrapper", "QueryAutoStopWordAnalyzer", "ShingleAnalyzerWrapper", "ChineseAnalyzer", "EnglishAnalyzer",
            "CJKAnalyzer",
        ];
        var all = typeof(Lucene.Net.Analysis.Es.SpanishAnalyzer).Assembly.GetExportedTypes()
            .Where(type => typeof(Lucene.Net.Analysis.Analyzer).IsAssignableFrom(type) && !type.IsAbstract)
            .Select(type => type.Name)
            .Except(general, StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);
        var known = LuceneAnalyzers.All.Select(known => known.Create(Lucene.Net.Util.LuceneVersion.LUCENE_48).GetType().Name);

        Assert.Equal(all, known.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("es", "niños", "niño", "ninos")]
    [InlineData("es", "casa", "casas", "Casa")]
    [InlineData("es", "ola", "olas", "OLAS")]
    [InlineData("it", "libro", "libri", "Libri")]
    [InlineData("it", "lago", "laghi", "laghi")]
    [InlineData("es", "educación", "educaciones", "educacion")]
    [InlineData("fr", "l'éducation", "éducations", "education")]
    [InlineData("fr", "qu’Anne", "Anne", "anne")]
    [InlineData("fr", "D'Écoles", "école", "ecole")]
    [InlineData("de", "Häuser", "Haus", "hauser")]
    [InlineData("de", "Foerderung", "Förderung", "forderung")]
    [InlineData("de", "Lehrerinnen", "Lehrerin", "LEHRERIN")]
    [InlineData("de", "Ärztinnen", "Ärztin", "Aerztin")]
    [InlineData("de", "gewinnen", "Gewinn", "Gewinne")]
    [InlineData("es", "educacio\u0301n", "educación", "educaciones")]
    [InlineData("pt", "organizac\u0327o\u0303es", "organização", "organizações")]
    [InlineData("de", "Straße", "strasse", "STRASSE")]
    [InlineData("it", "dell'università", "universita", "università")]
    [InlineData("ca", "l'escola", "escoles", "escola")]
    [InlineData("tr", "IŞIK", "ışık", "Işık")]
    [InlineData("ru", "школы", "школа", "школ")]
    [InlineData("fi", "kouluissa", "koulu", "koulut")]
    [InlineData("sv", "skolorna", "skola", "skolor")]
    public void Stems_OfFormsOfAWord_AreOne(string code, string one, string other, string third)
    {
        var normalizer = Normalizer(code);

        Assert.Equal(normalizer.Stem(one), normalizer.Stem(other));
        Assert.NotEmpty(normalizer.Stem(one));
        Assert.Equal(normalizer.Stem(one), normalizer.Stem(third));
    }

    [Theory]
    [InlineData("fr", "été")]
    [InlineData("fr", "ete")]
    [InlineData("es", "también")]
    [InlineData("es", "TAMBIEN")]
    [InlineData("es", "Dónde")]
    [InlineData("es", "donde")]
    [InlineData("fr", "Où")]
    [InlineData("de", "Warum")]
    [InlineData("de", "für")]
    [InlineData("ja", "the")]
    public void Stems_OfStopWords_AreNone(string code, string word) => Assert.Empty(Normalizer(code).Stem(word));

    [Theory]
    [InlineData("fr", "l'éducation", "education")]
    [InlineData("fr", "aujourd'hui", "aujourd'hui")]
    [InlineData("fr", "L’", "l'")]
    [InlineData("fr", "l'", "l'")]
    [InlineData("it", "un'idea", "idea")]
    [InlineData("ga", "d'athair", "athair")]
    [InlineData("de", "Größe", "grosse")]
    [InlineData("es", "McDonald's", "mcdonald's")]
    [InlineData("en", "McDonald's", "mcdonald")]
    public void ExactForm_IsWithoutWhatIsOnlyWrittenTogetherWithIt(string code, string word, string exact) =>
        Assert.Equal(exact, Normalizer(code).Fold(word));

    /// <summary>
    /// Portuguese plurals in -ões are told by their accent: typed without it, a word is found by the stem that it has without accents.
    /// </summary>
    [Fact]
    public void Word_WhoseStemNeedsItsAccent_IsFoundWithoutTheAccentToo()
    {
        var normalizer = Normalizer("pt");
        var typed = normalizer.Stem("organizacoes");

        Assert.Equal(normalizer.Stem("organização"), normalizer.Stem("organizações"));
        Assert.NotEqual(typed, normalizer.Stem("organizações"));
        Assert.Equal(typed, normalizer.StemmedWithoutAccents(normalizer.Fold("organizações"), normalizer.Stem("organizações")));
        Assert.Null(normalizer.StemmedWithoutAccents(normalizer.Fold("escola"), normalizer.Stem("escola")));
    }

    [Fact]
    public void Characters_OfEastAsia_AreWords()
    {
        var korean = Normalizer("ko");

        Assert.Equal(["한", "국", "어", "는", "abc", "정", "원"], Analyzer.Exact("한국어는 abc정원", korean).Select(token => token.Term));
        Assert.Equal(["カ", "タ", "カ", "ナ"], Analyzer.Exact("カタカナ", Normalizer("ja")).Select(token => token.Term));
        Assert.Equal(["カタカナ"], Analyzer.Exact("カタカナ", Normalizer("en")).Select(token => token.Term));
    }

    private static TermNormalizer Normalizer(string code) =>
        new(AnalysisOptions.Of(KnownLanguages.All.Single(language => language.Code == code)));
}
