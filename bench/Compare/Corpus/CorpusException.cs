namespace ProposalSearch.Compare.Corpus;

/// <summary>A file of documents or queries that is not as it should be; the message says where and how.</summary>
internal sealed class CorpusException(string message) : Exception(message);
