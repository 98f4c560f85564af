using System.Runtime.InteropServices;
using ProposalSearch.Foundation.Timing;

namespace ProposalSearch.Highlighting;

/// <summary>
/// The matches of a query in one document, in order, with the section of each. Reused from document to document; belongs to one
/// thread.
/// </summary>
public sealed class FoundMatches
{
    /// <summary>Matches that are sorted without a look at the clock.</summary>
    private const int SortedAtOnce = 8192;

    private List<Match> _matches = [];
    private List<Match> _merged = [];
    private readonly List<SectionBounds> _sections = [];

    /// <summary>How many there are.</summary>
    public int Count => _matches.Count;

    /// <summary>A match.</summary>
    public Match this[int index] => _matches[index];

    /// <summary>All matches, until the next document.</summary>
    public ReadOnlySpan<Match> All => CollectionsMarshal.AsSpan(_matches);

    /// <summary>The label of a section.</summary>
    public int Label(int section) => _sections[section].Label;

    /// <summary>The position of a section's first word.</summary>
    public int Begin(int section) => _sections[section].Begin;

    /// <summary>The position after a section's last word.</summary>
    public int End(int section) => _sections[section].End;

    /// <summary>Begins another document.</summary>
    /// <returns>The list to add its matches to, in any order, before <see cref="Complete{TText}"/>.</returns>
    public List<Match> Begin()
    {
        _matches.Clear();
        return _matches;
    }

    /// <summary>Sorts the matches that were added, and tells which section each is in.</summary>
    /// <param name="text">The document.</param>
    /// <param name="limit">How long it may take.</param>
    public void Complete<TText>(TText text, TimeLimit limit)
        where TText : ITokenizedText, allows ref struct
    {
        ArgumentNullException.ThrowIfNull(limit);
        Sort(limit);
        ReadSections(text);
        Place(limit);
    }

    /// <summary>The first match that does not begin before a position.</summary>
    public int IndexOf(int position)
    {
        int low = 0, high = _matches.Count;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (_matches[middle].First < position)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    private void ReadSections<TText>(TText view)
        where TText : ITokenizedText, allows ref struct
    {
        _sections.Clear();
        for (int section = 0; section < view.SectionCount; section++)
        {
            int begin = view.StartPosition(section);
            _sections.Add(new SectionBounds(view.Label(section), begin, begin + view.TokenCount(section)));
        }
    }

    /// <summary>
    /// Sorts parts that take no time to speak of, and then merges two neighbours after the other: most documents have one part.
    /// </summary>
    private void Sort(TimeLimit limit)
    {
        for (int from = 0; from < _matches.Count; from += SortedAtOnce)
        {
            limit.Check();
            CollectionsMarshal.AsSpan(_matches).Slice(from, Math.Min(SortedAtOnce, _matches.Count - from)).Sort();
        }

        for (int length = SortedAtOnce; length < _matches.Count; length *= 2)
        {
            _merged.Clear();
            for (int from = 0; from < _matches.Count; from += 2 * length)
            {
                int middle = Math.Min(from + length, _matches.Count), end = Math.Min(middle + length, _matches.Count);
                Merge(All[from..middle], All[middle..end], limit);
            }

            (_matches, _merged) = (_merged, _matches);
        }
    }

    private void Merge(ReadOnlySpan<Match> first, ReadOnlySpan<Match> second, TimeLimit limit)
    {
        int i = 0, j = 0;
        while (i < first.Length || j < second.Length)
        {
            limit.Step();
            bool isFirst = j == second.Length || (i < first.Length && first[i] <= second[j]);
            _merged.Add(isFirst ? first[i++] : second[j++]);
        }
    }

    private void Place(TimeLimit limit)
    {
        int section = 0;
        for (int i = 0; i < _matches.Count; i++)
        {
            limit.Step();
            while (section + 1 < _sections.Count && _matches[i].First >= _sections[section + 1].Begin)
            {
                section++;
            }

            _matches[i] = _matches[i] with { Section = section };
        }
    }

    private readonly record struct SectionBounds(int Label, int Begin, int End);
}

/// <summary>Something found in a document.</summary>
/// <param name="First">The position of its first word.</param>
/// <param name="Last">The position of its last word.</param>
/// <param name="Leaf">Which part of the query it is.</param>
/// <param name="Section">Which section it is in.</param>
public readonly record struct Match(int First, int Last, int Leaf, int Section = -1) : IComparable<Match>
{
    /// <summary>Earlier ones first; of those that begin together the longest first.</summary>
    public int CompareTo(Match other) => First != other.First ? First.CompareTo(other.First) : other.Last.CompareTo(Last);

    /// <summary>Whether one match comes before the other.</summary>
    public static bool operator <(Match left, Match right) => left.CompareTo(right) < 0;

    /// <summary>Whether one match comes after the other.</summary>
    public static bool operator >(Match left, Match right) => left.CompareTo(right) > 0;

    /// <summary>Whether one match does not come after the other.</summary>
    public static bool operator <=(Match left, Match right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one match does not come before the other.</summary>
    public static bool operator >=(Match left, Match right) => left.CompareTo(right) >= 0;
}
