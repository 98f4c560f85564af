namespace ProposalSearch.Engine.Columns;

/// <summary>Walks the set bits of a bitset in batches.</summary>
internal ref struct MatchPositions(ReadOnlySpan<ulong> matches)
{
    /// <summary>Room for a batch.</summary>
    public const int Capacity = Enough + 256 + BitWords.Slack;

    /// <summary>A batch is full when it has so many or more.</summary>
    public const int Enough = 128;

    private readonly ReadOnlySpan<ulong> _matches = matches;
    private int _word;

    /// <summary>Writes the next positions.</summary>
    /// <returns>How many; 0 when there are no more.</returns>
    public int Next(scoped Span<int> buffer)
    {
        var count = 0;
        while (count < Enough && _word < _matches.Length)
        {
            var words = _matches.Slice(_word, Math.Min(4, _matches.Length - _word));
            if (words.Length < 4 || (words[0] | words[1] | words[2] | words[3]) != 0)
            {
                for (var i = 0; i < words.Length; i++)
                {
                    count += BitWords.AddPositions(words[i], (_word + i) * 64, buffer[count..]);
                }
            }

            _word += words.Length;
        }

        return count;
    }
}
