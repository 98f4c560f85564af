namespace ProposalSearch.Search.Storing;

/// <summary>Bytes that an index kept are not what was written. Whoever has the index tells which file is damaged.</summary>
/// <param name="what">What cannot be read, in a sentence.</param>
/// <param name="inner">How that showed, where it did.</param>
internal sealed class UnreadableBytesException(string what, Exception? inner = null) : Exception(what, inner);
