namespace ProposalSearch.Search.Correcting;

/// <summary>What a query probably was meant to be.</summary>
/// <param name="Text">The query with its words replaced; everything else is as it was typed.</param>
/// <param name="Words">The words replaced, in order; at least one.</param>
internal sealed record Correction(string Text, IReadOnlyList<CorrectedWord> Words);

/// <summary>A word of a query and what replaces it.</summary>
/// <param name="From">As it was typed.</param>
/// <param name="To">One word or, where two were written as one, two.</param>
/// <param name="Start">Where it stands in the query as typed, in UTF-16 units.</param>
internal sealed record CorrectedWord(string From, string To, int Start);
