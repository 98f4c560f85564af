using ProposalSearch.Compare.Corpus;
using ProposalSearch.Retrieval.Documents;

namespace ProposalSearch.Compare.Indexing;

/// <summary>
/// The fields of the speed comparison, as all its peers have them: title (counted twice), areas and body; year and category.
/// </summary>
internal static class CompareFields
{
    public const int Title = 0;
    public const int Areas = 1;
    public const int Body = 2;
    public const string Year = "year";
    public const string Category = "category";

    public static IndexSettings Settings(bool bothForms) => new()
    {
        SectionWeights = [2, 1, 1],
        Forms = bothForms ? TermForms.Stemmed | TermForms.Exact : TermForms.Stemmed,
    };

    public static IndexDocument Of(CorpusDocument document)
    {
        var result = new IndexDocument { Id = document.Id };
        Add(result, Title, document.Title);
        Add(result, Areas, document.Areas);
        Add(result, Body, document.Body ?? document.Text);
        result.Values.Add((Year, OrNone(document.Year)));
        result.Values.Add((Category, OrNone(document.Category)));
        return result;
    }

    private static void Add(IndexDocument document, int label, string text)
    {
        if (text.Length > 0)
        {
            document.Sections.Add(new Section(label, text));
        }
    }

    private static string OrNone(string value) => value.Length == 0 ? "none" : value;
}
