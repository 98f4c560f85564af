using ProposalSearch.Engine.Searching;
using ProposalSearch.Compare.Indexing;
using ProposalSearch.Engine.Highlighting;
using ProposalSearch.Highlighting;
using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Retrieval.Results;

namespace ProposalSearch.Compare.Speed;

/// <summary>
/// The four modes of the comparison. Each analyses and builds its query anew and uses what a caller of the engine would use.
/// </summary>
internal sealed class Modes(IndexSnapshot snapshot)
{
    public static readonly string[] All = ["count", "a", "b", "c"];

    private static readonly SearchOptions Counted = new() { Top = 0 };
    private static readonly SearchOptions Best = new() { Count = false };
    private static readonly SearchOptions WithFacets = new() { Facets = [CompareFields.Year, CompareFields.Category] };
    private static readonly HighlightOptions TwoOfBody = new()
    {
        MaximumPassages = 2,
        Without = new HashSet<int> { CompareFields.Title, CompareFields.Areas },
    };

    private readonly AskedQueryAnalysis _analysis = new(snapshot.Settings.Analysis);
    private readonly List<int> _documents = [];

    /// <summary>Answers a query in a mode.</summary>
    /// <returns>The number of matches; in mode a, which does not count them, the number of hits.</returns>
    public long Run(string mode, AskedQuery asked)
    {
        var query = _analysis.Build(asked);
        switch (mode)
        {
            case "count":
                return snapshot.Search(query, Counted).Total;
            case "a":
                return snapshot.Search(query, Best).Hits.Count;
            case "b":
                return Faceted(query).Total;
            default:
                var result = Faceted(query);
                Highlight(result);
                return result.Total;
        }
    }

    private SearchResult Faceted(Query query)
    {
        var result = snapshot.Search(query, WithFacets);
        foreach (var facet in result.Facets)
        {
            long sum = facet.Missing;
            foreach (var value in facet.Values)
            {
                sum += value.Value;
            }

            if (sum != result.Total)
            {
                throw new InvalidOperationException($"The counts of {facet.Column} add up to {sum}, but {result.Total} documents match.");
            }
        }

        return result;
    }

    /// <summary>Title and the two best passages of the body for each hit; the body's beginning where nothing in it matches.</summary>
    private void Highlight(SearchResult result)
    {
        _documents.Clear();
        foreach (var hit in result.Hits)
        {
            _documents.Add(hit.Document);
        }

        _documents.Sort();
        var highlighter = new Highlighter(snapshot, result);
        foreach (int document in _documents)
        {
            int shown = Title(highlighter, document) + Body(highlighter, document);
            if (shown == 0)
            {
                throw new InvalidOperationException($"Document {document} shows neither title nor body.");
            }
        }
    }

    private static int Title(Highlighter highlighter, int document) => highlighter.MatchesIn(document, 0).Count;

    private int Body(Highlighter highlighter, int document)
    {
        int length = 0;
        foreach (var passage in highlighter.Passages(document, TwoOfBody))
        {
            length += passage.Text.Length;
        }

        return length > 0 ? length : Beginning(document);
    }

    private int Beginning(int document)
    {
        var view = snapshot.Document(document);
        int last = view.SectionCount - 1;
        return last < 0 ? 0 : PassageChooser.Beginning(view, last, TwoOfBody.Length).Text.Length;
    }
}
