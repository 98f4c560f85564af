using ProposalSearch.Analysis.Forms;

namespace ProposalSearch.Languages;

/// <summary>
/// The languages of which words are brought to their stems: English, which is built in, and those that Lucene.Net has an analyzer for.
/// Nothing of Lucene is loaded before a stem of one of the latter is wanted. Thread-safe.
/// </summary>
public static class KnownLanguages
{
    /// <summary>All of them by their codes, with <c>und</c> for none, in the order of the codes.</summary>
    public static IReadOnlyList<ILanguage> All { get; } =
    [
        .. LuceneAnalyzers.All
            .Select(static known => (ILanguage)new LuceneLanguage(known))
            .Concat(EastAsianLanguage.All)
            .Append(BuiltInLanguages.English)
            .Append(BuiltInLanguages.None)
            .OrderBy(static language => language.Code, StringComparer.Ordinal),
    ];
}
