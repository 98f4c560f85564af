using ProposalSearch.Retrieval.Results;

namespace ProposalSearch.Retrieval.Scoring;

/// <summary>The best of the documents offered: a heap whose root is the worst of those kept. Not thread-safe.</summary>
public sealed class TopHits
{
    private RankedDocument[] _heap = [];
    private int _capacity;
    private int _count;

    /// <summary>
    /// Where the order is by score: no document with this score or less can enter any more. Negative infinity until the heap is full.
    /// </summary>
    public float Threshold => _count < _capacity ? float.NegativeInfinity : _capacity == 0 ? float.PositiveInfinity : _heap[0].Score;

    /// <summary>Forgets all hits and begins another search.</summary>
    public void Reset(int capacity)
    {
        _capacity = capacity;
        _count = 0;
        if (_heap.Length < capacity)
        {
            _heap = new RankedDocument[capacity];
        }
    }

    /// <summary>Offers a document.</summary>
    public void Offer(RankedDocument document)
    {
        if (_count < _capacity)
        {
            _heap[_count] = document;
            Rise(_count++);
        }
        else if (_capacity > 0 && document < _heap[0])
        {
            _heap[0] = document;
            Sink();
        }
    }

    /// <summary>The documents kept, best first.</summary>
    public RankedDocument[] Take()
    {
        var result = _heap[.._count];
        Array.Sort(result);
        return result;
    }

    private void Rise(int at)
    {
        var document = _heap[at];
        while (at > 0 && document > _heap[(at - 1) / 2])
        {
            _heap[at] = _heap[(at - 1) / 2];
            at = (at - 1) / 2;
        }

        _heap[at] = document;
    }

    private void Sink()
    {
        var document = _heap[0];
        int at = 0;
        while (true)
        {
            int child = 2 * at + 1;
            if (child >= _count)
            {
                break;
            }

            if (child + 1 < _count && _heap[child + 1] > _heap[child])
            {
                child++;
            }

            if (_heap[child] <= document)
            {
                break;
            }

            _heap[at] = _heap[child];
            at = child;
        }

        _heap[at] = document;
    }
}
