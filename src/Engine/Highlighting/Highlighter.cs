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
    private readonly FoundMatches _matches = new();
    private int _found = -1;

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
        var stretches = new PassagePicker(leaves, _matches).Pick(words, options);
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
                return All(view, section);
            }
        }

        return [];
    }

    /// <summary>The whole text of a section with all its matches.</summary>
    public Passage Section(int document, int section)
    {
        Find(document, out var view);
        return new Passage(section, view.Label(section), 0, view.Text(section), All(view, section));
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
        if (_found != document)
        {
            _matches.Find(view, local, leaves);
            _found = document;
        }

        return leaves;
    }

    private Passage Cut(DocumentView view, Stretch stretch, int length)
    {
        int section = stretch.Section, begin = _matches.Begin(section);
        var (first, _) = view.Token(section, stretch.First - begin);
        var (lastStart, lastLength) = view.Token(section, stretch.Last - begin);
        var (start, cutLength, text, cutBefore) = PassageCutter.Cut(view, section, first, lastStart + lastLength, length);
        int from = _matches.IndexOf(Math.Max(begin, stretch.First - length));
        var found = Within(view, section, from, start, start + cutLength, PassageCutter.Shift(cutBefore));
        return new Passage(section, _matches.Label(section), start, text, found);
    }

    private List<TextMatch> All(DocumentView view, int section) =>
        Within(view, section, _matches.IndexOf(_matches.Begin(section)), 0, view.TextLength(section), 0);

    /// <summary>The matches, from one on, that lie between two places of a section's text.</summary>
    private List<TextMatch> Within(DocumentView view, int section, int index, int from, int to, int shift)
    {
        int begin = _matches.Begin(section), end = _matches.End(section), reached = from;
        var found = new List<TextMatch>();
        for (; index < _matches.Count && _matches[index].First < end; index++)
        {
            var match = _matches[index];
            var (start, length) = view.Token(section, match.First - begin);
            if (start >= to)
            {
                break;
            }

            if (start < reached || match.Last >= end)
            {
                continue;
            }

            var (lastStart, lastLength) = match.Last == match.First ? (start, length) : view.Token(section, match.Last - begin);
            if (lastStart + lastLength <= to)
            {
                found.Add(new TextMatch(start - from + shift, lastStart + lastLength - start));
                reached = lastStart + lastLength;
            }
        }

        return found;
    }
}
