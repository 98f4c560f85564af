using System.Text;
using ProposalSearch.Engine.Documents;
using ProposalSearch.Engine.Segments;
using ProposalSearch.Engine.Terms;
using ProposalSearch.Retrieval.Documents;

namespace ProposalSearch.Engine.Searching;

/// <summary>What is counted over all segments of an index.</summary>
internal static class SegmentCounts
{
    /// <summary>Different terms of a form.</summary>
    public static long Terms(IEnumerable<Segment> segments, TermForm form) =>
        TermUnion.Count([.. segments.Select(segment => segment.Form(form)?.Terms).OfType<TermDictionaryReader>()]);

    /// <summary>Words of all documents.</summary>
    public static long Tokens(IEnumerable<Segment> segments)
    {
        long sum = 0;
        foreach (var segment in segments)
        {
            for (int document = 0; document < segment.DocumentCount; document++)
            {
                sum += Tokens(segment.Documents.Open(document));
            }
        }

        return sum;
    }

    /// <summary>Documents that have a term.</summary>
    public static long Documents(IEnumerable<Segment> segments, TermForm form, string term)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(term);
        long sum = 0;
        foreach (var segment in segments)
        {
            sum += segment.Form(form) is { } terms && terms.Terms.TryFind(bytes, out var entry) ? entry.DocumentFrequency : 0;
        }

        return sum;
    }

    private static long Tokens(DocumentView document)
    {
        long sum = 0;
        for (int section = 0; section < document.SectionCount; section++)
        {
            sum += document.TokenCount(section);
        }

        return sum;
    }
}
