using ProposalSearch.Analysis.Text;
using ProposalSearch.Retrieval;
using ProposalSearch.Retrieval.Documents;

using static System.FormattableString;

namespace ProposalSearch.Engine.Indexing;

/// <summary>
/// Refuses a document that cannot be written while it is still known whose fault it is: once it is in a chunk, an error is one of the whole
/// commit.
/// </summary>
internal static class DocumentCheck
{
    /// <summary>
    /// Characters of all sections, and bytes of the payload, at most: what a record takes encoded then has 32 bits left over.
    /// </summary>
    public const int MaximumLength = 1 << 27;

    /// <summary>Checks a document.</summary>
    /// <exception cref="DocumentRefusedException">There is more in it than an index can hold; the message names it and says
    /// why.</exception>
    /// <exception cref="ArgumentException">It is made wrongly; the message names it and says how.</exception>
    public static void Check(IndexDocument document, IndexSettings settings)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(document.Id, nameof(document));
        if (document.Stored.Length > MaximumLength)
        {
            throw Refusal(
                document,
                Invariant($"its stored bytes are {document.Stored.Length:N0}, and {MaximumLength:N0} are the most. Store less with it."));
        }

        CheckSections(document, settings);
        foreach (var (column, value) in document.Values)
        {
            if (column is null || value is null)
            {
                throw Fault(document, $"a value of the column \"{column}\" is null. Leave it out, or give an empty one.");
            }
        }

        CheckNumbers(document);
    }

    private static void CheckSections(IndexDocument document, IndexSettings settings)
    {
        long length = 0;
        for (int i = 0; i < document.Sections.Count; i++)
        {
            var section = document.Sections[i];
            if (section.Label < 0)
            {
                throw new ArgumentOutOfRangeException(
                    nameof(document),
                    section.Label,
                    Message(document, Invariant($"section {i} has a negative label. Labels are 0 or more.")));
            }

            length += section.Text?.Length
                ?? throw Fault(document, Invariant($"the text of section {i} is null. Leave the section out, or give an empty text."));
        }

        if (length > MaximumLength)
        {
            throw Refusal(
                document,
                Invariant($"it has {length:N0} characters, and {MaximumLength:N0} are the most. Split it into several documents."));
        }

        long gaps = (long)document.Sections.Count * settings.SectionGap;
        if (length + gaps > Inverter.MaximumPosition
            && document.Sections.Sum(section => Words(section.Text)) + gaps is > Inverter.MaximumPosition and var words)
        {
            throw Refusal(
                document,
                Invariant($"it has {words:N0} words, the gaps between sections included, and {Inverter.MaximumPosition:N0} are the most. ")
                    + "Split it into several documents.");
        }
    }

    private static void CheckNumbers(IndexDocument document)
    {
        for (int i = 0; i < document.Numbers.Count; i++)
        {
            string column = document.Numbers[i].Column;
            if (column is null)
            {
                throw Fault(document, "a number has no column.");
            }

            if (document.Numbers.FindIndex(number => number.Column == column) < i)
            {
                throw Fault(document, $"the number column \"{column}\" has two numbers, and can have one.");
            }
        }
    }

    private static long Words(string text)
    {
        long count = 0;
        var words = new WordEnumerator(text);
        while (words.MoveNext())
        {
            count++;
        }

        return count;
    }

    private static DocumentRefusedException Refusal(IndexDocument document, string fault) => new(document.Id, Message(document, fault));

    private static ArgumentException Fault(IndexDocument document, string fault) => new(Message(document, fault), nameof(document));

    private static string Message(IndexDocument document, string fault) => $"The document \"{document.Id}\" cannot be indexed: {fault}";
}
