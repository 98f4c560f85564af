namespace ProposalSearch.Retrieval;

/// <summary>
/// A document that an engine cannot hold, such as one of a billion words. Nothing else is lost by it: the writer goes on without it. Never
/// a mistake of a program, which stays the exception that it is, and never a fault of the disk, which is an
/// <see cref="IndexUnavailableException"/>.
/// </summary>
/// <param name="id">Its id.</param>
/// <param name="message">What is wrong, how much there may be, and what to do.</param>
public sealed class DocumentRefusedException(string id, string message) : Exception(message)
{
    /// <summary>The document's id.</summary>
    public string Id { get; } = id;
}
