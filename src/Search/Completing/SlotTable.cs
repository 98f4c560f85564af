using ProposalSearch.Foundation.Bytes;

namespace ProposalSearch.Search.Completing;

/// <summary>
/// The words of all phrases one after the other, and the places in them sorted by what follows: the parts of
/// <see cref="SuggestionFormat"/> from the ends on.
/// </summary>
internal sealed class SlotTable
{
    private readonly int[] _ends;
    private readonly int[] _words;
    private readonly int[] _phrases;

    /// <summary>From the numbers of the words of each phrase, none of them empty.</summary>
    public SlotTable(List<int[]> phrases)
    {
        _ends = new int[phrases.Count];
        _words = new int[phrases.Sum(words => words.Length)];
        _phrases = new int[_words.Length];
        for (var (phrase, end) = (0, 0); phrase < phrases.Count; phrase++)
        {
            phrases[phrase].CopyTo(_words, end);
            _phrases.AsSpan(end, phrases[phrase].Length).Fill(phrase);
            _ends[phrase] = end += phrases[phrase].Length;
        }
    }

    /// <summary>All slots.</summary>
    public int Count => _words.Length;

    /// <summary>Writes the parts.</summary>
    public void Write(ByteWriter file)
    {
        WriteAligned(file, _ends);
        WriteAligned(file, _words);
        WriteAligned(file, _phrases);
        var slots = Enumerable.Range(0, Count);
        WriteOrder(file, [.. slots.Where(IsStart)]);
        WriteOrder(file, [.. slots.Where(slot => !IsStart(slot))]);
    }

    private static void WriteAligned(ByteWriter file, ReadOnlySpan<int> values)
    {
        file.Values(values);
        file.Align(8);
    }

    private bool IsStart(int slot) => slot == 0 || _phrases[slot] != _phrases[slot - 1];

    private void WriteOrder(ByteWriter file, int[] slots)
    {
        Sort(slots);
        WriteAligned(file, slots);
        var bests = new int[SuggestionFormat.Blocks(slots.Length)];
        Array.Fill(bests, int.MaxValue);
        for (var i = 0; i < slots.Length; i++)
        {
            ref var best = ref bests[i / SuggestionFormat.Block];
            best = Math.Min(best, _phrases[slots[i]]);
        }

        WriteAligned(file, bests);
    }

    // Two words decide nearly always, and as one number they are compared at once; the rest only among equals.
    private void Sort(int[] slots)
    {
        var keys = Array.ConvertAll(slots, slot => ((ulong)_words[slot] << 32) | (uint)(NextWord(slot) + 1));
        Array.Sort(keys, slots);
        for (var (start, end) = (0, 0); start < slots.Length; start = end)
        {
            for (end = start + 1; end < slots.Length && keys[end] == keys[start];)
            {
                end++;
            }

            slots.AsSpan(start, end - start).Sort(Compare);
        }
    }

    private int NextWord(int slot) => slot + 1 < _ends[_phrases[slot]] ? _words[slot + 1] : -1;

    private int Compare(int a, int b)
    {
        var first = _words.AsSpan(a, _ends[_phrases[a]] - a);
        var second = _words.AsSpan(b, _ends[_phrases[b]] - b);
        var order = first.SequenceCompareTo(second);
        return order != 0 ? order : a.CompareTo(b);
    }
}
