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
        ArgumentNullException.ThrowIfNull(document);
        if (Mistake(document) is { } mistake)
        {
            throw new ArgumentException(Message(document, mistake), nameof(document));
        }

        long length = document.Sections.Sum(section => (long)section.Text.Length);
        if (length > MaximumLength)
        {
            throw new DocumentRefusedException(document.Id, Message(
                document,
                Invariant($"it has {length:N0} characters, and {MaximumLength:N0} are the most. Split it into several documents.")));
        }
    }

    /// <summary>Checks how large a document's request is.</summary>
    /// <exception cref="DocumentRefusedException">It is too large.</exception>
    public static void CheckBytes(IndexDocument document, int bytes)
    {
        if (bytes > MaximumBytes)
        {
            throw new DocumentRefusedException(document.Id, Message(
                document, Invariant($"it takes {bytes:N0} bytes, and {MaximumBytes:N0} are the most. Split it, or store less with it.")));
        }
    }

    private static string Message(IndexDocument document, string fault) => $"The document \"{document.Id}\" cannot be indexed: {fault}";

    private static string? Mistake(IndexDocument document)
    {
        int negative = document.Sections.FindIndex(section => section.Label < 0),
            missing = document.Sections.FindIndex(section => section.Text is null),
            valueless = document.Values.FindIndex(value => value.Column is null || value.Value is null);
        var twice = document.Numbers.GroupBy(number => number.Column, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1);
        return negative >= 0 ? Invariant($"section {negative} has a negative label. Labels are 0 or more.")
            : missing >= 0 ? Invariant($"the text of section {missing} is null. Leave the section out, or give an empty text.")
            : valueless >= 0 ? $"a value of the column \"{document.Values[valueless].Column}\" is null. Leave it out, or give an empty one."
            : twice is not null ? $"the number column \"{twice.Key}\" has two numbers, and can have one."
            : null;
    }
}
