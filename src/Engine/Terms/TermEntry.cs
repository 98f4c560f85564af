namespace ProposalSearch.Engine.Terms;

/// <summary>What the dictionary knows about a term of a segment.</summary>
/// <param name="DocumentFrequency">Documents of the segment that have the term.</param>
/// <param name="PostingsOffset">Where its postings begin in the postings file.</param>
/// <param name="PositionsOffset">Where its positions begin in the positions file.</param>
internal readonly record struct TermEntry(int DocumentFrequency, long PostingsOffset, long PositionsOffset);
