using ProposalSearch.Search.Correcting;

namespace ProposalSearch.Search.Tests.Correcting;

/// <summary>Corrections of texts whose words are all to be found, from words that are there at once.</summary>
internal static class Blocking
{
    public static Correction? Correct(this QueryCorrector corrector, string query) =>
        corrector.CorrectAsync(query, static _ => true).AsTask().GetAwaiter().GetResult();

    public static IReadOnlyList<string>? Correct(this QueryCorrector corrector, IReadOnlyList<string> terms) =>
        corrector.CorrectAsync(terms).AsTask().GetAwaiter().GetResult();
}
