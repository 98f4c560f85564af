using ProposalSearch.Engine.Documents;
using ProposalSearch.Engine.Searching;
using ProposalSearch.Engine.Segments;
using ProposalSearch.Foundation.Timing;
using ProposalSearch.Highlighting;
using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Retrieval.Results;

namespace ProposalSearch.Engine.Highlighting;

/// <summary>
/// Shows where documents match a query: from positions to stored offsets to the text, which is read only where a passage is cut.
/// Asked for documents in ascending order it reads each block of postings once. Not thread-safe.
/// </summary>
public sealed class Highlighter
{
    private readonly IndexSnapshot _snapshot;
    private readonly Plan _plan;
    private readonly TimeLimit _limit;
    private readonly (List<Leaf> Leaves, float[] Weights)?[] _parts;
    private readonly FoundMatches _matches = new();
    private readonly PassageChooser _chooser;
    private int _found = -1;

    /// <summary>A highlighter of a query on a snapshot.</summary>
    public Highlighter(IndexSnapshot snapshot, Query query)
        : this(snapshot, query, new SearchRun())
    {
    }

    /// <summary>A highlighter of a query on a snapshot, for a request, whose time limit ends it too.</summary>
    /// <exception cref="OperationCanceledException">The request was cancelled. So do all methods end then.</exception>
    /// <exception cref="TimeExceededException">The time of the request is spent. So do all methods end then.</exception>
    public Highlighter(IndexSnapshot snapshot, Query query, SearchRun run)
        : this(snapshot, snapshot.Read(() => snapshot.PlannerFor(run).Plan(query)), run.Limit)
    {
    }

    /// <summary>A highlighter of what a search found, on the snapshot that answered it.</summary>
    public Highlighter(IndexSnapshot snapshot, SearchResult result)
        : this(snapshot, (Plan)result.Plan!, TimeLimit.None)
    {
    }

    private Highlighter(IndexSnapshot snapshot, Plan plan, TimeLimit limit)
    {
        _limit = limit;
        _snapshot = snapshot;
        _plan = plan;
        _parts = new (List<Leaf>, float[])?[snapshot.Segments.Count];
        _chooser = new PassageChooser(_matches, limit);
    }

    /// <summary>The best passages of a document, best first; none where nothing of the query can be pointed at.</summary>
    public IReadOnlyList<Passage> Passages(int document, HighlightOptions options) => _snapshot.Read(() => Choose(document, options));

    /// <summary>Where a document's sections with a label match, in the text of the first such section.</summary>
    public IReadOnlyList<TextMatch> MatchesIn(int document, int label) => _snapshot.Read(() =>
    {
        Find(document, out var view);
        return _chooser.MatchesIn(view, label);
    });

    /// <summary>Where each section of a document matches, in its text.</summary>
    public IReadOnlyList<IReadOnlyList<TextMatch>> MatchesBySection(int document) => _snapshot.Read(() =>
    {
        Find(document, out var view);
        return _chooser.MatchesBySection(view);
    });

    private IReadOnlyList<Passage> Choose(int document, HighlightOptions options)
    {
        var weights = Find(document, out var view);
        return _chooser.Choose(view, weights, options);
    }

    /// <summary>Finds the matches of a document, unless they were found last.</summary>
    /// <returns>What a match of each part of the query is worth.</returns>
    private float[] Find(int document, out DocumentView view)
    {
        int index = _snapshot.SegmentIndexOf(document);
        var segment = _snapshot.Segments[index];
        var (leaves, weights) = _parts[index] ??= Parts(segment, index);
        int local = document - segment.FirstDocument;
        view = segment.Documents.Open(local);
        if (_found == document)
        {
            return weights;
        }

        var matches = _matches.Begin();
        for (int leaf = 0; leaf < leaves.Count; leaf++)
        {
            _limit.Step();
            leaves[leaf].Find(local, leaf, matches, _limit);
        }

        _matches.Complete(view, _limit);
        _found = document;
        return weights;
    }

    private (List<Leaf> Leaves, float[] Weights) Parts(Segment segment, int index)
    {
        var leaves = LeafCollector.Collect(_plan, segment, index);
        return (leaves, [.. leaves.Select(leaf => leaf.Weight)]);
    }
}
