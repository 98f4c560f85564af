namespace ProposalSearch.Engine.Documents;

/// <summary>
/// Finds the longest symbol that a text begins with. Symbols of three bytes and more are kept by a hash of their first three, the longest
/// first; for those of one and two bytes there is a table by the first two. Immutable, so thread-safe.
/// </summary>
internal sealed class SymbolLookup
{
    private const int HashBits = 12;

    private readonly Candidate[] _long;
    private readonly uint[] _buckets = new uint[1 << HashBits];
    private readonly ushort[] _short = new ushort[1 << 16];
    private readonly ushort[] _single = new ushort[1 << 8];

    /// <summary>A lookup whose answers are places in <paramref name="symbols"/>, at most 255 of them.</summary>
    public SymbolLookup(ReadOnlySpan<Symbol> symbols)
    {
        FillShort(symbols);
        var candidates = new List<Candidate>();
        for (var code = 0; code < symbols.Length; code++)
        {
            if (symbols[code].Length >= 3)
            {
                candidates.Add(new(symbols[code], (byte)code));
            }
        }

        _long = [.. candidates.OrderBy(candidate => Hash(candidate.Bytes)).ThenByDescending(candidate => candidate.Mask)];
        for (var i = 0; i < _long.Length; i++)
        {
            ref var bucket = ref _buckets[Hash(_long[i].Bytes)];
            bucket = bucket == 0 ? (uint)i << 8 | 1 : bucket + 1;
        }
    }

    /// <summary>The longest symbol that begins here.</summary>
    /// <param name="next">The next 8 bytes of the text, zeros after its end.</param>
    /// <param name="available">How many of them are text: 1 to 8.</param>
    /// <returns>
    /// The code in the low byte, <see cref="TextCodec.Escape"/> when there is no symbol; its length, then 1, in the high byte.
    /// </returns>
    public int Find(ulong next, int available)
    {
        var found = Find(next);
        if (found >> 8 <= available)
        {
            return found;
        }

        // Seldom, at the end of a text only: the zeros after it were taken for a part of it. Look for shorter ones.
        foreach (ref readonly var candidate in _long.AsSpan())
        {
            if (candidate.Found >> 8 <= available && (next & candidate.Mask) == candidate.Bytes && Hash(candidate.Bytes) == Hash(next))
            {
                return candidate.Found;
            }
        }

        found = _short[(ushort)next];
        return found >> 8 <= available ? found : _single[(byte)next];
    }

    /// <summary>As <see cref="Find(ulong, int)"/> where all 8 bytes are text.</summary>
    public int Find(ulong next)
    {
        var bucket = _buckets[Hash(next)];
        if (bucket != 0)
        {
            foreach (ref readonly var candidate in _long.AsSpan((int)(bucket >> 8), (int)(bucket & 0xFF)))
            {
                if ((next & candidate.Mask) == candidate.Bytes)
                {
                    return candidate.Found;
                }
            }
        }

        return _short[(ushort)next];
    }

    // Low byte the code, high byte the length.
    private void FillShort(ReadOnlySpan<Symbol> symbols)
    {
        Array.Fill(_single, (ushort)(1 << 8 | TextCodec.Escape));
        for (var code = 0; code < symbols.Length; code++)
        {
            if (symbols[code].Length == 1)
            {
                _single[symbols[code].First] = (ushort)(1 << 8 | code);
            }
        }

        for (var bytes = 0; bytes < _short.Length; bytes++)
        {
            _short[bytes] = _single[(byte)bytes];
        }

        for (var code = 0; code < symbols.Length; code++)
        {
            if (symbols[code].Length == 2)
            {
                _short[(ushort)symbols[code].Bytes] = (ushort)(2 << 8 | code);
            }
        }
    }

    private static uint Hash(ulong bytes) => (uint)(bytes & 0xFF_FFFF) * 2654435761 >> (32 - HashBits);

    private readonly struct Candidate(Symbol symbol, byte code)
    {
        public readonly ulong Bytes = symbol.Bytes;
        public readonly ulong Mask = symbol.Mask;
        public readonly int Found = symbol.Length << 8 | code;
    }
}
