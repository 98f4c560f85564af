namespace ProposalSearch.Engine.Columns;

/// <summary>Walks the set bits of a bitset in batches, words without any skipped.</summary>
internal ref struct MatchPositions(ReadOnlySpan<ulong> matches)
{
    /// <summary>Room for a batch.</summary>
    public const int Capacity = BatchEnough + 64 + BitWords.Slack;

    private const int BatchEnough = 512;

    private readonly ReadOnlySpan<ulong> _matches = matches;
    private int _word;

    /// <summary>Writes the next positions.</summary>
    /// <returns>How many; 0 when there are no more.</returns>
    public int Next(scoped Span<int> buffer)
    {
        var count = 0;
        while (count < BatchEnough)
        {
            var skipped = _matches[_word..].IndexOfAnyExcept(0UL);
            if (skipped < 0)
            {
                _word = _matches.Length;
                break;
            }

            _word += skipped;
            count += BitWords.AddPositions(_matches[_word], _word * 64, buffer[count..]);
            _word++;
        }

        return count;
    }
}
