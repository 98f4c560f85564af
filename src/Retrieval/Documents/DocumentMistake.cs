using static System.FormattableString;

namespace ProposalSearch.Retrieval.Documents;

/// <summary>What can be wrong with a document whichever engine is to have it: mistakes of whoever made it.</summary>
public static class DocumentMistake
{
    /// <summary>Checks a document.</summary>
    /// <exception cref="ArgumentException">It is no document; the message names it and says what to do.</exception>
    public static void Check(IndexDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (Find(document) is { } mistake)
        {
            throw new ArgumentException(Message(document, mistake), nameof(document));
        }
    }

    /// <summary>A document that has too much for an engine.</summary>
    /// <param name="document">The document.</param>
    /// <param name="fault">What is too much, and what to do.</param>
    public static DocumentRefusedException Refusal(IndexDocument document, string fault)
    {
        ArgumentNullException.ThrowIfNull(document);
        return new DocumentRefusedException(document.Id, Message(document, fault));
    }

    private static string Message(IndexDocument document, string fault) => $"The document \"{document.Id}\" cannot be indexed: {fault}";

    private static string? Find(IndexDocument document)
    {
        int negative = document.Sections.FindIndex(section => section.Label < 0),
            missing = document.Sections.FindIndex(section => section.Text is null),
            numberless = document.Numbers.FindIndex(number => number.Column is null),
            valueless = document.Values.FindIndex(value => value.Column is null || value.Value is null);
        var twice = document.Numbers.GroupBy(number => number.Column, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1);
        return negative >= 0 ? Invariant($"section {negative} has a negative label. Labels are 0 or more.")
            : missing >= 0 ? Invariant($"the text of section {missing} is null. Leave the section out, or give an empty text.")
            : valueless >= 0 ? $"a value of the column \"{document.Values[valueless].Column}\" is null. Leave it out, or give an empty one."
            : numberless >= 0 ? Invariant($"number {numberless} has no column. Name its column, or leave it out.")
            : twice is not null ? $"the number column \"{twice.Key}\" has two numbers, and can have one."
            : null;
    }
}
