using ProposalSearch.Engine.Storage;
using ProposalSearch.Engine.Timing;

namespace ProposalSearch.Engine.Suggestions;

/// <summary>One search for completions: rounds of more and more edits, until there are enough.</summary>
internal readonly ref struct CompletionSearch
{
    private readonly List<TypedWord> _typed;
    private readonly BestPhrases _best;
    private readonly WordList _words;
    private readonly SlotOrder _starts;
    private readonly SlotOrder _inner;
    private readonly TimeLimit _time;

    public CompletionSearch(MappedFile file, SuggestionFormat format, List<TypedWord> typed, int limit, TimeLimit time)
    {
        _time = time;
        _typed = typed;
        _best = new BestPhrases(limit);
        var ends = file.Slice<uint>(format.WordEnds, format.Words);
        _words = new WordList(ends, file.Slice(format.WordBytes, ends.IsEmpty ? 0 : (int)ends[^1]));
        _starts = Order(file, format, format.Starts, format.StartBests, format.Phrases);
        _inner = Order(file, format, format.Inner, format.InnerBests, format.Slots - format.Phrases);
    }

    /// <summary>The best phrases, best first.</summary>
    public IReadOnlyList<(int Phrase, int Slot, int Edits)> Run()
    {
        for (var edits = 0; edits <= SuggestionsReader.MaxEdits && !_best.IsFull; edits++)
        {
            _best.StartRound(edits);
            Narrow(_starts, (0, _starts.Count), 0, edits);
            _best.StartRound(edits);
            Narrow(_inner, (0, _inner.Count), 0, edits);
        }

        return _best.Found;
    }

    private static SlotOrder Order(MappedFile file, SuggestionFormat format, long slotsAt, long bestsAt, int count) => new(
        file.Slice<int>(slotsAt, count),
        file.Slice<int>(bestsAt, SuggestionFormat.Blocks(count)),
        file.Slice<int>(format.SlotWords, format.Slots),
        file.Slice<int>(format.SlotPhrases, format.Slots),
        file.Slice<int>(format.Ends, format.Phrases));

    // From a range that fits the typed words before `place`, to what fits them all with exactly so many edits more.
    private void Narrow(SlotOrder order, (int From, int To) range, int place, int edits)
    {
        if (place == _typed.Count)
        {
            order.Collect(range, _best);
            return;
        }

        for (var here = place == _typed.Count - 1 ? edits : 0; here <= edits; here++)
        {
            foreach (var wanted in _typed[place].Fitting(_words, here, _time))
            {
                _time.Step();
                var narrow = order.Narrow(range, place, wanted);
                if (narrow.From < narrow.To)
                {
                    Narrow(order, narrow, place + 1, edits - here);
                }
            }
        }
    }
}
