using Lucene.Net.Index;
using Lucene.Net.Util;
using ProposalSearch.Backends.Lucene.Documents;
using ProposalSearch.Foundation.Timing;

namespace ProposalSearch.Backends.Lucene.Searching;

/// <summary>
/// Where a term stands in a document, each position once, with how often it counts there. Reused from document to document.
/// </summary>
internal sealed class Positions
{
    /// <summary>So many positions are read between two looks at the clock, in some ten microseconds.</summary>
    private const int BetweenChecks = 1024;

    private int[] _weights = new int[64];

    /// <summary>The positions.</summary>
    public int[] Places { get; private set; } = new int[64];

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>Whether any counts more than once.</summary>
    public bool IsWeighted { get; private set; }

    /// <summary>How often each counts.</summary>
    public ReadOnlySpan<int> Weights => _weights.AsSpan(0, Count);

    /// <summary>Reads the positions in the document that postings stand on: a word that weighs more stands there more than once.</summary>
    public void Read(DocsAndPositionsEnum postings, TimeLimit limit)
    {
        limit.Step();
        int left = postings.Freq, count = 0;
        if (Places.Length < left)
        {
            Places = new int[left * 2];
            _weights = new int[left * 2];
        }

        IsWeighted = false;
        for (int last = -1; left > 0; left--)
        {
            if (left % BetweenChecks == 0)
            {
                limit.Check();
            }

            int position = postings.NextPosition();
            if (position == last)
            {
                _weights[count - 1]++;
                IsWeighted = true;
                continue;
            }

            (Places[count], _weights[count]) = (position, 1);
            last = position;
            count++;
        }

        Count = count;
    }

    /// <summary>Keeps those in sections with some labels.</summary>
    public void Keep(BytesRef sections, int gap, IReadOnlySet<int> labels)
    {
        var table = sections.Bytes.AsSpan(sections.Offset, sections.Length);
        Count = SectionTable.Keep(table, gap, labels, Places.AsSpan(0, Count), _weights.AsSpan(0, Count));
    }

    /// <summary>Keeps those in ranges of <see cref="SectionTable.Ranges"/>.</summary>
    public void Keep(ReadOnlySpan<int> ranges)
    {
        int kept = 0, next = 0;
        for (int range = 0; range < ranges.Length; range += 2)
        {
            for (; next < Count && Places[next] < ranges[range]; next++)
            {
            }

            for (; next < Count && Places[next] < ranges[range + 1]; next++, kept++)
            {
                (Places[kept], _weights[kept]) = (Places[next], _weights[next]);
            }
        }

        Count = kept;
    }

    /// <summary>How often a position counts; 0 where the term does not stand there.</summary>
    public int WeightAt(int position)
    {
        int at = Places.AsSpan(0, Count).BinarySearch(position);
        return at < 0 ? 0 : _weights[at];
    }
}
