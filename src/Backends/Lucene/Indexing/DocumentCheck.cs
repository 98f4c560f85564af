using System.Text;
using ProposalSearch.Retrieval;
using ProposalSearch.Retrieval.Documents;
using static System.FormattableString;

namespace ProposalSearch.Backends.Lucene.Indexing;

/// <summary>Refuses a document that Lucene could not hold, before Lucene has any of it.</summary>
internal static class DocumentCheck
{
    /// <summary>Characters of all sections, and stored bytes, at most: a record is one value, of which Lucene takes up to 2 GB.</summary>
    public const int MaximumLength = 1 << 27;

    /// <summary>Bytes of a value or an id: Lucene takes no longer term.</summary>
    public const int MaximumValue = 32_766;

    /// <summary>Checks a document.</summary>
    /// <exception cref="ArgumentException">It is no document: a mistake of whoever made it.</exception>
    /// <exception cref="DocumentRefusedException">It cannot be held; the message names it and says why.</exception>
    public static void Check(IndexDocument document)
    {
        DocumentMistake.Check(document);
        if (TooMuch(document) is { } fault)
        {
            throw DocumentMistake.Refusal(document, fault);
        }
    }

    private static string? TooMuch(IndexDocument document)
    {
        long length = document.Sections.Sum(section => (long)section.Text.Length);
        if (document.Stored.Length > MaximumLength)
        {
            return Invariant($"its stored bytes are {document.Stored.Length:N0}, and {MaximumLength:N0} are the most. Store less with it.");
        }

        return length > MaximumLength
            ? Invariant($"it has {length:N0} characters, and {MaximumLength:N0} are the most. Split it into several documents.")
            : LongValue(document);
    }

    private static string? LongValue(IndexDocument document)
    {
        foreach (var (column, value) in document.Values.Append(("id", document.Id)))
        {
            if (value.Length > MaximumValue / 3 && Encoding.UTF8.GetByteCount(value) is > MaximumValue and var bytes)
            {
                return Invariant(
                    $"a value of the column \"{column}\" has {bytes:N0} bytes, and {MaximumValue:N0} are the most. Shorten it.");
            }
        }

        return null;
    }
}
