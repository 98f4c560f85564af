using ProposalSearch.Foundation.Timing;

namespace ProposalSearch.Highlighting;

/// <summary>
/// Chooses passages of documents by the positions of what was found, and cuts them: text is read only where a passage is. Reused from
/// document to document; belongs to one thread.
/// </summary>
public sealed class PassageChooser
{
    private const int CharactersOfWord = 7;

    /// <summary>How many passages may turn out to be like one that was chosen before the search for others ends.</summary>
    private const int DuplicateTries = 64;

    private readonly FoundMatches _matches;
    private readonly TimeLimit _limit;
    private readonly List<TextRange> _taken = [];

    /// <summary>A chooser of what is found.</summary>
    /// <param name="matches">The matches, document after document.</param>
    /// <param name="limit">How long it may take.</param>
    public PassageChooser(FoundMatches matches, TimeLimit limit)
    {
        _limit = limit;
        ArgumentNullException.ThrowIfNull(matches);
        _matches = matches;
    }

    /// <summary>
    /// The best passages of the document whose matches were completed last, best first; none where nothing can be pointed at.
    /// </summary>
    /// <param name="view">The document.</param>
    /// <param name="weights">What a match of each part of the query is worth.</param>
    /// <param name="options">What is wanted.</param>
    public IReadOnlyList<Passage> Choose<TText>(TText view, float[] weights, HighlightOptions options)
        where TText : ITokenizedText, allows ref struct
    {
        ArgumentNullException.ThrowIfNull(options);
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
            if (Cut(view, stretch, length) is not { } cut)
            {
                continue;
            }

            if (passages.Exists(other => PassageCutter.IsSame(other.Text, cut.Text)))
            {
                tries--;
                continue;
            }

            passages.Add(WithMatches(view, stretch, cut, length, out int shown));
            picker.Choose(stretch, shown);
            _taken.Add(cut.Range);
        }

        return passages;
    }

    private CutText? Cut<TText>(TText view, Stretch stretch, int length)
        where TText : ITokenizedText, allows ref struct
    {
        var room = Room(view, stretch);
        return Core(view, stretch, room, length) is { } core ? PassageCutter.Cut(view, core, room, length) : null;
    }

    private Passage WithMatches<TText>(TText view, Stretch stretch, CutText cut, int length, out int shown)
        where TText : ITokenizedText, allows ref struct
    {
        int from = _matches.IndexOf(Math.Max(_matches.Begin(stretch.Section), stretch.First - length));
        var found = Within(view, from, cut.Range, cut.Shift, out shown);
        return new Passage(stretch.Section, _matches.Label(stretch.Section), cut.Range.Start, cut.Text, found);
    }

    /// <summary>All matches in the first section with a label, in its text.</summary>
    public IReadOnlyList<TextMatch> MatchesIn<TText>(TText view, int label)
        where TText : ITokenizedText, allows ref struct
    {
        for (int section = 0; section < view.SectionCount; section++)
        {
            if (view.Label(section) == label)
            {
                return All(view, section);
            }
        }

        return [];
    }

    /// <summary>All matches of each section, in its text.</summary>
    public IReadOnlyList<TextMatch>[] MatchesBySection<TText>(TText view)
        where TText : ITokenizedText, allows ref struct
    {
        var matches = new IReadOnlyList<TextMatch>[view.SectionCount];
        for (int section = 0; section < matches.Length; section++)
        {
            matches[section] = All(view, section);
        }

        return matches;
    }

    /// <summary>The beginning of a section, without matches.</summary>
    public static Passage Beginning<TText>(TText view, int section, int length)
        where TText : ITokenizedText, allows ref struct
    {
        var room = new TextRange(section, 0, view.TextLength(section));
        var cut = PassageCutter.Cut(view, room with { End = 0 }, room, Math.Max(length, 1));
        return new Passage(section, view.Label(section), cut.Range.Start, cut.Text, []);
    }

    /// <summary>The characters around a stretch that no passage has shown yet; none where one has shown its beginning.</summary>
    private TextRange Room<TText>(TText view, Stretch stretch)
        where TText : ITokenizedText, allows ref struct
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
    private TextRange? Core<TText>(TText view, Stretch stretch, TextRange room, int length)
        where TText : ITokenizedText, allows ref struct
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

    private List<TextMatch> All<TText>(TText view, int section)
        where TText : ITokenizedText, allows ref struct =>
        Within(view, _matches.IndexOf(_matches.Begin(section)), new TextRange(section, 0, view.TextLength(section)), 0, out _);

    /// <summary>
    /// The matches, from one on, that lie within a range of a section's text, and the position of the last one's first word.
    /// </summary>
    private List<TextMatch> Within<TText>(TText view, int index, TextRange range, int shift, out int shown)
        where TText : ITokenizedText, allows ref struct
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
