namespace ProposalSearch.Analysis.Forms;

/// <summary>A word of a text in one of its forms.</summary>
/// <param name="Term">The exact or the stemmed form; never empty.</param>
/// <param name="Position">Which word it is: 0 for the first. Stop words count, whether they are listed or not.</param>
/// <param name="Start">Where the word starts in the text, in UTF-16 units.</param>
/// <param name="End">Where it ends, the possessive 's included.</param>
public readonly record struct Token(string Term, int Position, int Start, int End);
