namespace ProposalSearch.Search.Completing;

/// <summary>Neighbouring words that fit a typed word with the same number of edits.</summary>
/// <param name="From">The number of the first.</param>
/// <param name="To">The number behind the last.</param>
/// <param name="Edits">The fewest edits that make the typed word, or where it is the last its beginning, one of them.</param>
internal readonly record struct WordRange(int From, int To, int Edits);
