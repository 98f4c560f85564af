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
        ArgumentNullException.ThrowIfNull(document);
        if (Mistake(document) is { } mistake)
        {
            throw new ArgumentException(Message(document, mistake), nameof(document));
        }

        if (TooMuch(document) is { } fault)
        {
            throw new DocumentRefusedException(document.Id, Message(document, fault));
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
