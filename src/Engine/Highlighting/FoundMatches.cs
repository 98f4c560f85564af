using System.Runtime.InteropServices;
using ProposalSearch.Engine.Documents;
using ProposalSearch.Engine.Timing;

namespace ProposalSearch.Engine.Highlighting;

/// <summary>
/// The matches of a query in one document, in order, with the section of each. Reused from document to document; belongs to one
/// thread.
/// </summary>
internal sealed class FoundMatches
{
    private readonly List<Match> _matches = [];
    private readonly List<SectionBounds> _sections = [];

    /// <summary>How many there are.</summary>
    public int Count => _matches.Count;

    /// <summary>A match.</summary>
    public Match this[int index] => _matches[index];

    /// <summary>All matches, until the next document.</summary>
    public ReadOnlySpan<Match> All => CollectionsMarshal.AsSpan(_matches);

    /// <summary>Sections of the document.</summary>
    public int SectionCount => _sections.Count;

    /// <summary>The label of a section.</summary>
    public int Label(int section) => _sections[section].Label;

    /// <summary>The position of a section's first word.</summary>
    public int Begin(int section) => _sections[section].Begin;

    /// <summary>The position after a section's last word.</summary>
    public int End(int section) => _sections[section].End;

    /// <summary>Finds all matches of a document.</summary>
    /// <param name="view">The document.</param>
    /// <param name="document">Its number in the segment.</param>
    /// <param name="leaves">The parts of the query.</param>
    /// <param name="limit">How long it may take.</param>
    public void Find(DocumentView view, int document, IReadOnlyList<Leaf> leaves, TimeLimit limit)
    {
        _matches.Clear();
        for (int leaf = 0; leaf < leaves.Count; leaf++)
        {
            limit.Step();
            leaves[leaf].Find(document, leaf, _matches, limit);
        }

        _matches.Sort();
        ReadSections(view);
        Place();
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

    private void ReadSections(DocumentView view)
    {
        _sections.Clear();
        for (int section = 0; section < view.SectionCount; section++)
        {
            int begin = view.StartPosition(section);
            _sections.Add(new SectionBounds(view.Label(section), begin, begin + view.TokenCount(section)));
        }
    }

    private void Place()
    {
        int section = 0;
        for (int i = 0; i < _matches.Count; i++)
        {
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
internal readonly record struct Match(int First, int Last, int Leaf, int Section = -1) : IComparable<Match>
{
    /// <summary>Earlier ones first; of those that begin together the longest first.</summary>
    public int CompareTo(Match other) => First != other.First ? First.CompareTo(other.First) : other.Last.CompareTo(Last);
}
