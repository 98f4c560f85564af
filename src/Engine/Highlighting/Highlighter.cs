using ProposalSearch.Engine.Documents;
using ProposalSearch.Engine.Queries;
using ProposalSearch.Engine.Searching;
using ProposalSearch.Engine.Segments;
using ProposalSearch.Engine.Timing;

namespace ProposalSearch.Engine.Highlighting;

/// <summary>
/// Shows where documents match a query: from positions to stored offsets to the text, which is read only where a passage is cut.
/// Asked for documents in ascending order it reads each block of postings once. Not thread-safe.
/// </summary>
public sealed class Highlighter
{
    private const int CharactersOfWord = 7;

    /// <summary>How many passages may turn out to be like one that was chosen before the search for others ends.</summary>
    private const int DuplicateTries = 64;

    private readonly IndexSnapshot _snapshot;
    private readonly Plan _plan;
    private readonly TimeLimit _limit;
    private readonly (List<Leaf> Leaves, float[] Weights)?[] _parts;
    private readonly FoundMatches _matches = new();
    private readonly List<TextRange> _taken = [];
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
        : this(snapshot, result.Plan, TimeLimit.None)
    {
    }

    private Highlighter(IndexSnapshot snapshot, Plan plan, TimeLimit limit)
    {
        _limit = limit;
        _snapshot = snapshot;
        _plan = plan;
        _parts = new (List<Leaf>, float[])?[snapshot.Segments.Count];
    }

    /// <summary>The best passages of a document, best first; none where nothing of the query can be pointed at.</summary>
    public IReadOnlyList<Passage> Passages(int document, HighlightOptions options) => _snapshot.Read(() => Choose(document, options));

    /// <summary>Where a document's sections with a label match, in the text of the first such section.</summary>
    public IReadOnlyList<TextMatch> MatchesIn(int document, int label) => _snapshot.Read(() => FirstWith(document, label));

    /// <summary>The whole text of a section with all its matches.</summary>
    public Passage Section(int document, int section) => _snapshot.Read(() =>
    {
        Find(document, out var view);
        return new Passage(section, view.Label(section), 0, view.Text(section), All(view, section));
    });

    /// <summary>The beginning of a section, without matches.</summary>
    public static Passage Beginning(DocumentView view, int section, int length)
    {
        var room = new TextRange(section, 0, view.TextLength(section));
        var cut = PassageCutter.Cut(view, room with { End = 0 }, room, Math.Max(length, 1));
        return new Passage(section, view.Label(section), cut.Range.Start, cut.Text, []);
    }

    private IReadOnlyList<Passage> Choose(int document, HighlightOptions options)
    {
        float[] weights = Find(document, out var view);
        if (_matches.Count == 0 || options.MaximumPassages <= 0)
        {
            return [];
        }

        int length = Math.Max(options.Length, 1), tries = DuplicateTries;
        var picker = new PassagePicker(weights, _matches, Math.Max(1, length / CharactersOfWord), options.Without, _limit);
        var passages = new List<Passage>();
        _taken.Clear();
        while (tries > 0 && passages.Count < options.MaximumPassages && picker.Next() is { } stretch)
        {
            _limit.Step();
            var room = Room(view, stretch);
            if (Core(view, stretch, room, length) is not { } core)
            {
                continue;
            }

            var cut = PassageCutter.Cut(view, core, room, length);
            if (passages.Exists(other => PassageCutter.IsSame(other.Text, cut.Text)))
            {
                tries--;
                continue;
            }

            int from = _matches.IndexOf(Math.Max(_matches.Begin(stretch.Section), stretch.First - length));
            var found = Within(view, from, cut.Range, cut.Shift, out int shown);
            passages.Add(new Passage(stretch.Section, _matches.Label(stretch.Section), cut.Range.Start, cut.Text, found));
            picker.Choose(stretch, shown);
            _taken.Add(cut.Range);
        }

        return passages;
    }

    private IReadOnlyList<TextMatch> FirstWith(int document, int label)
    {
        Find(document, out var view);
        for (int section = 0; section < view.SectionCount; section++)
        {
            if (view.Label(section) == label)
            {
                return All(view, section);
            }
        }

        return [];
    }

    /// <summary>Finds all matches of a document.</summary>
    /// <returns>What a match of each part of the query is worth.</returns>
    private float[] Find(int document, out DocumentView view)
    {
        int index = _snapshot.SegmentIndexOf(document);
        var segment = _snapshot.Segments[index];
        var (leaves, weights) = _parts[index] ??= Parts(segment, index);
        int local = document - segment.FirstDocument;
        view = segment.Documents.Open(local);
        if (_found != document)
        {
            _matches.Find(view, local, leaves, _limit);
            _found = document;
        }

        return weights;
    }

    private (List<Leaf> Leaves, float[] Weights) Parts(Segment segment, int index)
    {
        var leaves = LeafCollector.Collect(_plan, segment, index);
        return (leaves, [.. leaves.Select(leaf => leaf.Weight)]);
    }

    /// <summary>The characters around a stretch that no passage has shown yet; none where one has shown its beginning.</summary>
    private TextRange Room(DocumentView view, Stretch stretch)
    {
        int first = view.Token(stretch.Section, stretch.First - _matches.Begin(stretch.Section)).Start;
        int start = 0, end = view.TextLength(stretch.Section);
        foreach (var taken in _taken)
        {
            if (taken.Section == stretch.Section && taken.End <= first)
            {
                start = Math.Max(start, taken.End);
            }
            else if (taken.Section == stretch.Section)
            {
                end = Math.Min(end, taken.Start);
            }
        }

        return new TextRange(stretch.Section, start, Math.Max(start, end));
    }

    /// <summary>
    /// The characters of a stretch, or those of its first matches where long words make it longer than a passage; <see langword="null"/>
    /// where there is no room for the first.
    /// </summary>
    private TextRange? Core(DocumentView view, Stretch stretch, TextRange room, int length)
    {
        int begin = _matches.Begin(stretch.Section), first = view.Token(stretch.Section, stretch.First - begin).Start, end = first;
        for (int i = stretch.Match; i < _matches.Count && _matches[i].First <= stretch.Last; i++)
        {
            if (_matches[i].Last > stretch.Last)
            {
                continue;
            }

            var (lastStart, lastLength) = view.Token(stretch.Section, _matches[i].Last - begin);
            int matchEnd = lastStart + lastLength;
            if (matchEnd > room.End || (matchEnd - first > length && i > stretch.Match))
            {
                break;
            }

            end = Math.Max(end, matchEnd);
        }

        return end > first ? new TextRange(stretch.Section, first, end) : null;
    }

    private List<TextMatch> All(DocumentView view, int section) =>
        Within(view, _matches.IndexOf(_matches.Begin(section)), new TextRange(section, 0, view.TextLength(section)), 0, out _);

    /// <summary>The matches, from one on, that lie within a range of a section's text, and the position of the last one's first word.</summary>
    private List<TextMatch> Within(DocumentView view, int index, TextRange range, int shift, out int shown)
    {
        int section = range.Section, begin = _matches.Begin(section), end = _matches.End(section), reached = range.Start;
        var found = new List<TextMatch>();
        shown = -1;
        for (; index < _matches.Count && _matches[index].First < end; index++)
        {
            var match = _matches[index];
            var (start, length) = view.Token(section, match.First - begin);
            if (start >= range.End)
            {
                break;
            }

            if (start < reached || match.Last >= end)
            {
                continue;
            }

            var (lastStart, lastLength) = match.Last == match.First ? (start, length) : view.Token(section, match.Last - begin);
            if (lastStart + lastLength <= range.End)
            {
                found.Add(new TextMatch(start - range.Start + shift, lastStart + lastLength - start));
                reached = lastStart + lastLength;
                shown = match.Last;
            }
        }

        return found;
    }
}
