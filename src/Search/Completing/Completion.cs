namespace ProposalSearch.Search.Completing;

/// <summary>A phrase that completes what was typed.</summary>
/// <param name="Text">The phrase as it was given to the writer.</param>
/// <param name="Weight">Its weight.</param>
/// <param name="Kind">The caller's number of its kind.</param>
/// <param name="Edits">Letters typed wrong, all words together: 0 when what was typed fits as it is.</param>
/// <param name="MatchStart">Where the words that fit begin in <paramref name="Text"/>, in UTF-16 units.</param>
/// <param name="MatchLength">How many units they take, the last word whole.</param>
internal sealed record Completion(string Text, float Weight, byte Kind, int Edits, int MatchStart, int MatchLength);
