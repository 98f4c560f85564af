using ProposalSearch.Backends.Lucene.Documents;
using ProposalSearch.Backends.Lucene.Searching;
using ProposalSearch.Foundation.Timing;
using ProposalSearch.Highlighting;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Retrieval.Results;

namespace ProposalSearch.Backends.Lucene.Highlighting;

/// <summary>
/// Shows where documents match a query: from positions in postings to stored offsets to the text, which is read only where a passage
/// is cut. Documents come
/// in ascending order, so that postings are read forwards. Not thread-safe.
/// </summary>
internal sealed class Highlighter
{
    /// <summary>From so many terms on, a set is looked for in the words of the document.</summary>
    private const int LargeSet = 64;

    private readonly Snapshot _snapshot;
    private readonly TimeLimit _limit;
    private readonly IndexSettings _settings;
    private readonly List<Plan> _parts;
    private readonly List<Leaf>?[] _leaves;
    private readonly FoundMatches _matches = new();
    private readonly PassageChooser _chooser;

    /// <summary>A highlighter of a query.</summary>
    public Highlighter(Snapshot snapshot, IndexSettings settings, Query query, Planner planner, TimeLimit limit)
    {
        _snapshot = snapshot;
        _limit = limit;
        _settings = settings;
        _parts = [.. planner.Plan(query).Parts];
        _leaves = new List<Leaf>?[snapshot.Segments.Count];
        _chooser = new PassageChooser(_matches, limit);
    }

    /// <summary>What there is to show of a document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="record">What is stored of it.</param>
    /// <param name="request">What is wanted.</param>
    public Marked Show(int document, StoredRecord record, DetailsRequest request)
    {
        int index = _snapshot.SegmentOf(document);
        var segment = _snapshot.Segments[index];
        int local = document - segment.FirstDocument;
        var leaves = _leaves[index] ??= Leaves(segment, index);
        var matches = _matches.Begin();
        for (int leaf = 0; leaf < leaves.Count; leaf++)
        {
            leaves[leaf].Find(local, leaf, matches);
        }

        _matches.Complete(record, _limit);
        return new Marked(
            _chooser.Choose(record, [.. leaves.Select(leaf => leaf.Weight)], request.Passages),
            _chooser.MatchesIn(record, request.WholeLabel),
            request.AllSections ? _chooser.MatchesBySection(record) : []);
    }

    /// <summary>What there is to show of a document: see <see cref="DocumentDetails"/>.</summary>
    public sealed record Marked(
        IReadOnlyList<Passage> Passages, IReadOnlyList<TextMatch> Whole, IReadOnlyList<IReadOnlyList<TextMatch>> Sections)
    {
        /// <summary>Nothing.</summary>
        public static Marked Nothing { get; } = new([], [], []);
    }

    private List<Leaf> Leaves(Segment segment, int index)
    {
        var leaves = new List<Leaf>();
        foreach (var part in _parts)
        {
            if (part is PhrasePlan phrase && phrase.Finder(segment, index) is { } finder)
            {
                leaves.Add(new PositionsLeaf([finder], phrase.Weight, _limit));
            }
            else if (part is TermSetPlan set)
            {
                leaves.Add(Leaf(set, segment));
            }
        }

        return leaves;
    }

    private Leaf Leaf(TermSetPlan set, Segment segment) => set.Finders(segment, LargeSet - 1, _limit) is { } finders
        ? new PositionsLeaf(finders, set.Weight, _limit)
        : new WordsLeaf(set, _settings.Analysis, local => _snapshot.Record(segment.FirstDocument + local), _limit);
}
