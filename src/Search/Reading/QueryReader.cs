using ProposalSearch.Analysis.Forms;
using ProposalSearch.Search.Language;

namespace ProposalSearch.Search.Reading;

/// <summary>A query as it is searched for.</summary>
/// <param name="Root">
/// The query without what was ignored, within the sections of the request; <see langword="null"/> for everything.
/// </param>
/// <param name="Ignored">Words that are not searched for, as typed.</param>
/// <param name="Warnings">What was done to the text.</param>
internal sealed record QueryReading(QueryNode? Root, IReadOnlyList<string> Ignored, IReadOnlyList<string> Warnings)
{
    /// <summary>How much each word counts in the order.</summary>
    public required WordWeights Weights { get; init; }
}

/// <summary>From the text of a request to the query that is searched for: syntax, then stop words. Thread-safe.</summary>
internal sealed class QueryReader(IndexMetadata metadata, ILanguage language)
{
    private enum LeafKind
    {
        /// <summary>A filter, or something to search for.</summary>
        Searchable,

        /// <summary>Words that only an exact search would find.</summary>
        StopWords,

        /// <summary>No word at all.</summary>
        Nothing,
    }

    /// <summary>Reads a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="anyWord">Whether one of several words is enough.</param>
    /// <param name="words">The words of the search.</param>
    public QueryReading Read(SearchRequest request, bool anyWord, WordAnalysis words)
    {
        var parsed = QueryText.Parse(request.Text, QueryTextOptions.For(metadata, anyWord));
        var ignored = new List<string>();
        var exactly = IsStopWordsOnly(parsed.Root, words);
        var root = QueryText.Rewrite(parsed.Root, (leaf, _) => Keep(leaf, exactly, ignored, words));
        var warnings = root is null && parsed.Root is not null
            ? [.. parsed.Warnings, "Nothing to search for was left of the query: all proposals are shown."]
            : parsed.Warnings;
        root = root is EverythingNode ? null : root;
        return new QueryReading(Within(root, request.In), [.. ignored.Distinct(StringComparer.Ordinal)], warnings)
        {
            Weights = new WordWeights(parsed.Repeated, FunctionWords.Of(language)),
        };
    }

    private static QueryNode? Within(QueryNode? root, IReadOnlyList<string> sections) =>
        sections.Count == 0 ? root : new WithinNode([.. sections.Distinct(StringComparer.Ordinal)], root ?? new EverythingNode());

    /// <summary>Whether all that is to be found are stop words; where nothing is to be found, all that is to be left out.</summary>
    private static bool IsStopWordsOnly(QueryNode? root, WordAnalysis analysis)
    {
        var words = QueryText.Leaves(root).Where(leaf => leaf.Node is not (FacetNode or RangeNode)).ToList();
        var wanted = words.Exists(word => !word.Excluded) ? words.FindAll(word => !word.Excluded) : words;
        var kinds = wanted.ConvertAll(word => Kind(word.Node, analysis));
        return kinds.Contains(LeafKind.StopWords) && !kinds.Contains(LeafKind.Searchable);
    }

    private static QueryNode? Keep(QueryNode leaf, bool exactly, List<string> ignored, WordAnalysis words)
    {
        switch (Kind(leaf, words))
        {
            case LeafKind.Searchable:
                return leaf;
            case LeafKind.StopWords when exactly:
                return new PhraseNode(((WordNode)leaf).Text, 0);
            default:
                ignored.Add(QueryText.Print(leaf));
                return null;
        }
    }

    private static LeafKind Kind(QueryNode leaf, WordAnalysis words) => leaf switch
    {
        WordNode word => words.Exact(word.Text).Count == 0 ? LeafKind.Nothing
            : words.Stemmed(word.Text).Count == 0 ? LeafKind.StopWords
            : LeafKind.Searchable,
        PhraseNode phrase => words.Exact(phrase.Text).Count == 0 ? LeafKind.Nothing : LeafKind.Searchable,
        _ => LeafKind.Searchable,
    };
}
