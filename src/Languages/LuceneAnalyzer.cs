using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Util;
using Lucene.Net.Util;

namespace ProposalSearch.Languages;

/// <summary>An analyzer of Lucene.Net and the language that it is for.</summary>
/// <param name="Code">The language by BCP 47.</param>
/// <param name="Name">Its name in English.</param>
/// <param name="Create">Makes the analyzer.</param>
/// <param name="StopWords">The words that it leaves out.</param>
internal sealed record LuceneAnalyzer(string Code, string Name, Func<LuceneVersion, Analyzer> Create, Func<CharArraySet> StopWords)
{
    /// <summary>What is written together with the word behind it, before an apostrophe, in small letters. Default nothing.</summary>
    public IReadOnlyList<string> Elided { get; init; } = [];

    /// <summary>Words of asking that it does not leave out, though they say nothing of what is asked. Default none.</summary>
    public IReadOnlyList<string> Asking { get; init; } = [];

    /// <summary>The stem of a word in small letters where the analyzer has none that its other forms have. Default none.</summary>
    public Func<string, string?> OwnStem { get; init; } = static _ => null;

    /// <summary>The words that are left out.</summary>
    public IEnumerable<string> AllStopWords => StopWords().Concat(Asking);
}
