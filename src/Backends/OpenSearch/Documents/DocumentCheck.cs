using ProposalSearch.Retrieval;
using ProposalSearch.Retrieval.Documents;
using static System.FormattableString;

namespace ProposalSearch.Backends.OpenSearch.Documents;

/// <summary>Refuses a document that is none, or that no request could carry, before the cluster has any of it.</summary>
internal static class DocumentCheck
{
    /// <summary>Bytes of one document's request at most: a server takes 100 MB, unless it is told otherwise.</summary>
    public const int MaximumBytes = 90_000_000;

    /// <summary>Characters of all sections at most.</summary>
    public const int MaximumLength = 1 << 24;

    /// <summary>Checks a document.</summary>
    /// <exception cref="ArgumentException">It is no document: a mistake of whoever made it.</exception>
    /// <exception cref="DocumentRefusedException">It has too much text.</exception>
    public static void Check(IndexDocument document)
    {
        DocumentMistake.Check(document);
        long length = document.Sections.Sum(section => (long)section.Text.Length);
        if (length > MaximumLength)
        {
            throw DocumentMistake.Refusal(
                document,
                Invariant($"it has {length:N0} characters, and {MaximumLength:N0} are the most. Split it into several documents."));
        }
    }

    /// <summary>Checks how large a document's request is.</summary>
    /// <exception cref="DocumentRefusedException">It is too large.</exception>
    public static void CheckBytes(IndexDocument document, int bytes)
    {
        if (bytes > MaximumBytes)
        {
            throw DocumentMistake.Refusal(
                document, Invariant($"it takes {bytes:N0} bytes, and {MaximumBytes:N0} are the most. Split it, or store less with it."));
        }
    }
}
