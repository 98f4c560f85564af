namespace ProposalSearch.Engine.Columns;

/// <summary>Consecutive documents, of which bit 0 of a bitset is the first.</summary>
internal readonly record struct DocumentRange(int First, int Count);
