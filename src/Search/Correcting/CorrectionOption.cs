namespace ProposalSearch.Search.Correcting;

/// <summary>What a word of a query may have been meant to be.</summary>
/// <param name="Terms">Itself, another word, or two that were written as one.</param>
/// <param name="Evidence">The logarithm of how many documents have it, of two words the rarer.</param>
/// <param name="Penalty">How unlikely the error is, in the same measure; 0 for the word itself.</param>
internal sealed record CorrectionOption(string[] Terms, double Evidence, double Penalty)
{
    /// <summary>How good it is when nothing is known about the other words.</summary>
    public double Score => Evidence - Penalty;

    /// <summary>The order of options that are equally good: any, but always the same.</summary>
    public string Text => string.Join(' ', Terms);
}
