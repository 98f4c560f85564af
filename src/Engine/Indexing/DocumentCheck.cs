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
        DocumentMistake.Check(document);
        if (document.Stored.Length > MaximumLength)
        {
            throw DocumentMistake.Refusal(
                document,
                Invariant($"its stored bytes are {document.Stored.Length:N0}, and {MaximumLength:N0} are the most. Store less with it."));
        }

        CheckSections(document, settings);
    }

    private static void CheckSections(IndexDocument document, IndexSettings settings)
    {
        var length = document.Sections.Sum(static section => (long)section.Text.Length);
        if (length > MaximumLength)
        {
            throw DocumentMistake.Refusal(
                document,
                Invariant($"it has {length:N0} characters, and {MaximumLength:N0} are the most. Split it into several documents."));
        }

        long gaps = (long)document.Sections.Count * settings.SectionGap;
        if (length + gaps > Inverter.MaximumPosition
            && document.Sections.Sum(section => Words(section.Text)) + gaps is > Inverter.MaximumPosition and var words)
        {
            throw DocumentMistake.Refusal(
                document,
                Invariant($"it has {words:N0} words, the gaps between sections included, and {Inverter.MaximumPosition:N0} are the most. ")
                    + "Split it into several documents.");
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
}
