using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Util;
using ProposalSearch.Analysis.Forms;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Languages.Tests;

/// <summary>
/// Each language beside Lucene's own analyzer on the same text. Where both see a word at a place, its stem is Lucene's without accents.
/// What differs is named: <see cref="Difference"/>.
/// </summary>
public sealed class LuceneTokensTests
{
    /// <summary>How a word may differ from Lucene's.</summary>
    private enum Difference
    {
        /// <summary>Lucene has the same stem but for accents and case.</summary>
        None,

        /// <summary>A stop word written without its accents: Lucene keeps it, and who types it so would find nothing.</summary>
        StopWordWithoutAccents,

        /// <summary>Persian: Lucene cuts at a zero-width non-joiner; here the word stays one, and its first part is the stem.</summary>
        CutByJoiner,

        /// <summary>A word whose other forms have another stem with Lucene, for its shortness or as <c>Lehrerinnen</c>.</summary>
        OwnStem,

        /// <summary>A word of asking, such as <c>dónde</c>, that Lucene takes for what is asked.</summary>
        Asking,

        /// <summary>Anything else.</summary>
        Unexplained,
    }

    public static TheoryData<string> Codes => [.. LuceneAnalyzers.All.Select(known => known.Code)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Words_OfASentence_HaveLucenesStems(string code)
    {
        var counts = Compare(code, SampleSentences.All[code.Split('-')[0]]);

        Assert.True(counts[Difference.None] >= 10, $"only {counts[Difference.None]} words were compared");
        Assert.Equal(0, counts[Difference.Unexplained]);
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Words_OfRandomLettersOfTheLanguage_HaveLucenesStems(string code)
    {
        var letters = SampleSentences.All[code.Split('-')[0]].Where(char.IsLetter).ToArray();
        var random = new Random(20261128);
        var words = Enumerable.Range(0, 2_000)
            .Select(_ => new string([.. Enumerable.Range(0, random.Next(2, 14)).Select(_ => letters[random.Next(letters.Length)])]));

        Assert.Equal(0, Compare(code, string.Join(' ', words))[Difference.Unexplained]);
    }

    private static Dictionary<Difference, int> Compare(string code, string text)
    {
        var language = KnownLanguages.All.Single(known => known.Code == code);
        var known = LuceneAnalyzers.All.Single(known => known.Code == code);
        var normalizer = new TermNormalizer(AnalysisOptions.Of(language));
        var stems = Analyzer.Stemmed(text, normalizer).ToDictionary(token => token.Start, token => token.Term);
        var lucene = LuceneTokens(known, text);
        var counts = Enum.GetValues<Difference>().ToDictionary(each => each, _ => 0);
        foreach (var word in Analyzer.Exact(text, normalizer))
        {
            var written = text[word.Start..word.End];
            var theirs = lucene.Where(token => token.Start >= word.Start && token.End <= word.End)
                .Select(token => Folding.Of(token.Term))
                .ToList();
            counts[Differ(known, written, normalizer, stems.GetValueOrDefault(word.Start), theirs)]++;
        }

        return counts;
    }

    private static Difference Differ(
        LuceneAnalyzer known, string written, TermNormalizer normalizer, string? ours, List<string> theirs)
    {
        var first = theirs.Count == 0 ? null : theirs[0];
        return ours == first || (first is not null && ours == normalizer.Fold(first)) ? Difference.None
            : ours is null && IsStopWord(known, written) ? Difference.StopWordWithoutAccents
            : ours is null && known.Asking.Contains(written.ToLowerInvariant()) ? Difference.Asking
            : known.OwnStem(written.ToLowerInvariant()) is not null ? Difference.OwnStem
            : written.Contains('\u200C', StringComparison.Ordinal) ? Difference.CutByJoiner
            : Difference.Unexplained;
    }

    private static bool IsStopWord(LuceneAnalyzer known, string written) =>
        known.AllStopWords.Any(word => Folding.Of(word).Equals(written, StringComparison.OrdinalIgnoreCase));

    private static List<(string Term, int Start, int End)> LuceneTokens(LuceneAnalyzer known, string text)
    {
        using var analyzer = known.Create(LuceneVersion.LUCENE_48);
        using var tokens = analyzer.GetTokenStream("", text);
        var (term, offset) = (tokens.GetAttribute<ICharTermAttribute>(), tokens.GetAttribute<IOffsetAttribute>());
        var all = new List<(string, int, int)>();
        tokens.Reset();
        while (tokens.IncrementToken())
        {
            all.Add((term.ToString(), offset.StartOffset, offset.EndOffset));
        }

        tokens.End();
        return all;
    }
}
