using ProposalSearch.Analysis.Text;
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

    /// <summary>Words that stand side by side, ignored ones among them, as typed.</summary>
    public required IReadOnlyList<(string Left, string Right)> SideBySide { get; init; }
}

/// <summary>From the text of a request to the query that is searched for: syntax, then stop words. Thread-safe.</summary>
internal sealed class QueryReader(IndexMetadata metadata, IReadOnlySet<string> functionWords)
{
    // A query of so many words may be copied from a text; a shorter one is typed.
    private const int LeastOfText = 6;

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
    public QueryReading Read(SearchRequest request, bool anyWord, WordAnalysis words) =>
        Read(request, QueryTextOptions.For(metadata, anyWord), words);

    /// <summary>
    /// The same request with its dashes read as those of a title or a text that was copied, where that may be: what they leave out is
    /// written in capitals, or the query is long. Else <see langword="null"/>.
    /// </summary>
    public QueryReading? ReadAsText(SearchRequest request, QueryReading reading, WordAnalysis words)
    {
        var leaves = QueryText.Leaves(reading.Root);
        var excluded = leaves.Where(leaf => leaf.Excluded).Select(leaf => leaf.Node).OfType<WordNode>().Select(word => word.Text).ToList();
        if (excluded.Count == 0 || (leaves.Count < LeastOfText && !excluded.TrueForAll(word => char.IsUpper(word[0]))))
        {
            return null;
        }

        var text = Read(request, QueryTextOptions.For(metadata) with { AsText = true }, words);
        var warning = $"Nothing has the rest without '{excluded[0]}', so the dash before it was read as one of a text.";
        var others = text.Warnings.Where(other => !other.Contains("was read with a dash", StringComparison.Ordinal));
        return text with { Warnings = [.. others, warning] };
    }

    private QueryReading Read(SearchRequest request, QueryTextOptions options, WordAnalysis words)
    {
        var parsed = QueryText.Parse(TypedText.Of(request.Text), options);
        var ignored = new List<string>();
        var exactly = IsStopWordsOnly(parsed.Root, words);
        var root = QueryText.Rewrite(parsed.Root, (leaf, _) => Keep(leaf, exactly, ignored, words));
        var warnings = root is null && parsed.Root is not null
            ? [.. parsed.Warnings, "Nothing to search for was left of the query: all proposals are shown."]
            : parsed.Warnings;
        root = root is EverythingNode ? null : root;
        return new QueryReading(Within(root, request.In), [.. ignored.Distinct(StringComparer.Ordinal)], warnings)
        {
            Weights = new WordWeights(parsed.Repeated, parsed.Boosts, functionWords),
            SideBySide = [.. Neighbours(parsed.Root)],
        };
    }

    private static QueryNode? Within(QueryNode? root, IReadOnlyList<string> sections) =>
        sections.Count == 0 ? root : new WithinNode([.. sections.Distinct(StringComparer.Ordinal)], root ?? new EverythingNode());

    /// <summary>Words that are both wanted, or of which one is enough, one right before the other.</summary>
    private static IEnumerable<(string Left, string Right)> Neighbours(QueryNode? node) => node switch
    {
        GroupNode group => group.Clauses.Zip(group.Clauses.Skip(1))
            .Where(pair => pair is { First.Occurrence: not Occurrence.Excluded, Second.Occurrence: not Occurrence.Excluded })
            .Select(pair => (pair.First.Node as WordNode, pair.Second.Node as WordNode))
            .Where(pair => pair is { Item1: not null, Item2: not null })
            .Select(pair => (pair.Item1!.Text, pair.Item2!.Text))
            .Concat(group.Clauses.SelectMany(clause => Neighbours(clause.Node))),
        WithinNode within => Neighbours(within.Inner),
        _ => [],
    };

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
        WordNode word => (words.Exact(word.Text).Count, words.Stemmed(word.Text).Count) switch
        {
            (0, _) => LeafKind.Nothing,
            (1, 0) => LeafKind.StopWords,
            _ => LeafKind.Searchable,
        },
        PhraseNode phrase => words.Exact(phrase.Text).Count == 0 ? LeafKind.Nothing : LeafKind.Searchable,
        _ => LeafKind.Searchable,
    };
}
