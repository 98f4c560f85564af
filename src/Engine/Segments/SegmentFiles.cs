using ProposalSearch.Retrieval.Documents;

namespace ProposalSearch.Engine.Segments;

/// <summary>The names of a segment's files.</summary>
internal static class SegmentFiles
{
    public static string Terms(string segment, TermForm form) => $"{segment}.{Suffix(form)}-terms";

    public static string Postings(string segment, TermForm form) => $"{segment}.{Suffix(form)}-postings";

    public static string Positions(string segment, TermForm form) => $"{segment}.{Suffix(form)}-positions";

    public static string Lengths(string segment) => $"{segment}.lengths";

    public static string Columns(string segment) => $"{segment}.columns";

    public static string Documents(string segment) => $"{segment}.documents";

    public static string DocumentIndex(string segment) => $"{segment}.document-index";

    public static string Ids(string segment) => $"{segment}.ids";

    public static string Settings(string segment) => $"{segment}.settings";

    private static string Suffix(TermForm form) => form == TermForm.Stemmed ? "stemmed" : "exact";
}
