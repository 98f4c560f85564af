using ProposalSearch.Engine.Documents;
using ProposalSearch.Engine.Queries;
using ProposalSearch.Engine.Searching;

namespace ProposalSearch.Engine.Highlighting;

/// <summary>
/// Shows where documents match a query: from positions to stored offsets to the text, which is read only where a passage is cut.
/// Asked for documents in ascending order it reads each block of postings once. Not thread-safe.
/// </summary>
public sealed class Highlighter
{
    private const int CharactersOfWord = 7;
    private readonly IndexSnapshot _snapshot;
    private readonly Plan _plan;
    private readonly List<Leaf>?[] _leaves;
    private readonly List<Match> _matches = [];

    /// <summary>A highlighter of a query on a snapshot.</summary>
    public Highlighter(IndexSnapshot snapshot, Query query)
    {
        _snapshot = snapshot;
        _plan = snapshot.Planner.Plan(query);
        _leaves = new List<Leaf>?[snapshot.Segments.Count];
    }

    /// <summary>The best passages of a document, best first; none where nothing of the query can be pointed at.</summary>
    public IReadOnlyList<Passage> Passages(int document, HighlightOptions options)
    {
        var leaves = Find(document, out var view);
        if (_matches.Count == 0 || options.MaximumPassages <= 0)
        {
            return [];
        }

        int words = Math.Max(1, options.Length / CharactersOfWord);
        var stretches = new PassagePicker(leaves).Pick(view, _matches, words, options);
        var passages = new List<Passage>(stretches.Count);
        foreach (var stretch in stretches)
        {
            passages.Add(Cut(view, stretch, options.Length));
        }

        return passages;
    }

    /// <summary>Where a document's sections with a label match, in the text of the first such section.</summary>
    public IReadOnlyList<TextMatch> MatchesIn(int document, int label)
    {
        Find(document, out var view);
        for (int section = 0; section < view.SectionCount; section++)
        {
            if (view.Label(section) == label)
            {
                return Within(view, section, 0, view.TextLength(section), 0);
            }
        }

        return [];
    }

    /// <summary>The whole text of a section with all its matches.</summary>
    public Passage Section(int document, int section)
    {
        Find(document, out var view);
        return new Passage(section, view.Label(section), 0, view.Text(section), Within(view, section, 0, view.TextLength(section), 0));
    }

    /// <summary>The beginning of a section, without matches.</summary>
    public static Passage Beginning(DocumentView view, int section, int length)
    {
        var (start, _, text, _) = PassageCutter.Cut(view, section, 0, 0, length);
        return new Passage(section, view.Label(section), start, text, []);
    }

    private List<Leaf> Find(int document, out DocumentView view)
    {
        int index = _snapshot.SegmentIndexOf(document);
        var segment = _snapshot.Segments[index];
        var leaves = _leaves[index] ??= LeafCollector.Collect(_plan, segment, index);
        int local = document - segment.FirstDocument;
        view = segment.Documents.Open(local);
        _matches.Clear();
        for (int i = 0; i < leaves.Count; i++)
        {
            leaves[i].Find(local, i, _matches);
        }

        _matches.Sort((a, b) => a.First != b.First ? a.First.CompareTo(b.First) : b.Last.CompareTo(a.Last));
        return leaves;
    }

    private Passage Cut(DocumentView view, Stretch stretch, int length)
    {
        var (first, _) = view.Token(stretch.First);
        var (lastStart, lastLength) = view.Token(stretch.Last);
        var (start, cutLength, text, cutBefore) = PassageCutter.Cut(view, stretch.Section, first, lastStart + lastLength, length);
        return new Passage(stretch.Section, view.Label(stretch.Section), start, text, Within(view, stretch.Section, start, start + cutLength, PassageCutter.Shift(cutBefore)));
    }

    private List<TextMatch> Within(DocumentView view, int section, int from, int to, int shift)
    {
        int begin = view.StartPosition(section), end = begin + view.TokenCount(section), reached = from;
        var found = new List<TextMatch>();
        foreach (var match in _matches)
        {
            if (match.First < begin || match.Last >= end)
            {
                continue;
            }

            var (start, length) = view.Token(match.First);
            var (lastStart, lastLength) = match.Last == match.First ? (start, length) : view.Token(match.Last);
            if (start >= reached && lastStart + lastLength <= to)
            {
                found.Add(new TextMatch(start - from + shift, lastStart + lastLength - start));
                reached = lastStart + lastLength;
            }
        }

        return found;
    }
}
