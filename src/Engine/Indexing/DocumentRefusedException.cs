namespace ProposalSearch.Engine.Indexing;

/// <summary>
/// A document that no index can hold: too many words or characters. No mistake of the caller's, unlike what is an <see
/// cref="ArgumentException"/>, and
/// nothing else is lost by it: the writer goes on without it.
/// </summary>
/// <param name="id">Its id.</param>
/// <param name="message">What is wrong, how much there may be, and what to do.</param>
public sealed class DocumentRefusedException(string id, string message) : Exception(message)
{
    /// <summary>The document's id.</summary>
    public string Id { get; } = id;
}
