namespace ProposalSearch.Retrieval;

/// <summary>A proposal that a backend cannot hold, such as one of a billion words. Nothing else is lost by it.</summary>
/// <param name="cause">What is wrong with it, and what can be done, in sentences.</param>
/// <param name="inner">What the backend said.</param>
public sealed class DocumentRefusedException(string cause, Exception inner) : Exception(cause, inner);
