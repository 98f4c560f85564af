namespace ProposalSearch.Search.Completing;

/// <summary>
/// Slots sorted by the words from there on, in place in the file: ranges of what begins alike, and the best phrases of a range.
/// </summary>
internal readonly ref struct SlotOrder(
    ReadOnlySpan<int> slots, ReadOnlySpan<int> bests, ReadOnlySpan<int> words, ReadOnlySpan<int> phrases, ReadOnlySpan<int> ends)
{
    private readonly ReadOnlySpan<int> _slots = slots;
    private readonly ReadOnlySpan<int> _bests = bests;
    private readonly ReadOnlySpan<int> _words = words;
    private readonly ReadOnlySpan<int> _phrases = phrases;
    private readonly ReadOnlySpan<int> _ends = ends;

    /// <summary>All slots.</summary>
    public int Count => _slots.Length;

    /// <summary>
    /// Of a range whose slots all have the same words before <paramref name="distance"/>, the part whose word there is one of
    /// <paramref name="wanted"/>.
    /// </summary>
    public (int From, int To) Narrow((int From, int To) range, int distance, WordRange wanted)
    {
        var from = FirstAtLeast(range, distance, wanted.From);
        return (from, FirstAtLeast((from, range.To), distance, wanted.To));
    }

    /// <summary>Adds the best phrases of a range that the list lacks, as long as they are better than its worst.</summary>
    public void Collect((int From, int To) range, BestPhrases best)
    {
        for (var place = range.From; place < range.To;)
        {
            var end = Math.Min(range.To, (place | (SuggestionFormat.Block - 1)) + 1);
            if (_bests[place / SuggestionFormat.Block] <= best.Worst)
            {
                for (; place < end; place++)
                {
                    best.Offer(_phrases[_slots[place]], _slots[place]);
                }
            }

            place = end;
        }
    }

    private int FirstAtLeast((int From, int To) range, int distance, int word)
    {
        var (low, high) = range;
        while (low < high)
        {
            var middle = (int)(((uint)low + (uint)high) / 2);
            if (WordAt(_slots[middle], distance) < word)
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

    private int WordAt(int slot, int distance) => slot + distance < _ends[_phrases[slot]] ? _words[slot + distance] : -1;
}
