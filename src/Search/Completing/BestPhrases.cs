namespace ProposalSearch.Search.Completing;

/// <summary>
/// The answers so far: those of earlier rounds, which stay where they are, and behind them the lowest phrase numbers of the present
/// round. Each phrase is there once. For a handful of answers: an answer costs a walk over the list.
/// </summary>
internal sealed class BestPhrases(int limit)
{
    private readonly List<(int Phrase, int Slot, int Edits)> _found = [];
    private int _settled;
    private int _edits;

    /// <summary>The answers, best first.</summary>
    public IReadOnlyList<(int Phrase, int Slot, int Edits)> Found => _found;

    /// <summary>Whether no further round can add an answer.</summary>
    public bool IsFull => _found.Count == limit;

    /// <summary>A phrase above this number is not taken any more.</summary>
    public int Worst => IsFull ? _found.Count > _settled ? _found[^1].Phrase : -1 : int.MaxValue;

    /// <summary>Begins a round: what is found from now on comes behind what was found so far.</summary>
    public void StartRound(int edits) => (_settled, _edits) = (_found.Count, edits);

    /// <summary>Takes a phrase in if it is among the best and new; of two slots of a phrase the first stays.</summary>
    public void Offer(int phrase, int slot)
    {
        if (phrase > Worst)
        {
            return;
        }

        var known = _found.FindIndex(found => found.Phrase == phrase);
        if (known >= 0)
        {
            if (known >= _settled && slot < _found[known].Slot)
            {
                _found[known] = (phrase, slot, _edits);
            }

            return;
        }

        if (IsFull)
        {
            _found.RemoveAt(_found.Count - 1);
        }

        var place = _found.FindIndex(_settled, found => found.Phrase > phrase);
        _found.Insert(place < 0 ? _found.Count : place, (phrase, slot, _edits));
    }
}
