namespace ProposalSearch.Engine.Documents;

/// <summary>
/// Finds the longest symbol that a text begins with. Symbols of three bytes and more are kept by a hash of their first three, the longest
/// first; for those of one and two bytes there is a table by the first two. Immutable, so thread-safe.
/// </summary>
internal sealed class SymbolLookup
{
    private const int HashBits = 12;

    private readonly Candidate[] _long;
    private readonly int[] _starts = new int[(1 << HashBits) + 1];
    private readonly ushort[] _short = new ushort[1 << 16];
    private readonly ushort[] _single = new ushort[1 << 8];

    /// <summary>A lookup whose answers are places in <paramref name="symbols"/>, at most 255 of them.</summary>
    public SymbolLookup(ReadOnlySpan<Symbol> symbols)
    {
        FillShort(symbols);
        var candidates = new List<(uint Hash, Candidate Candidate)>();
        for (var code = 0; code < symbols.Length; code++)
        {
            if (symbols[code].Length >= 3)
            {
                candidates.Add((Hash(symbols[code].Bytes), new(symbols[code], (byte)code)));
            }
        }

        var sorted = candidates.OrderBy(entry => entry.Hash).ThenByDescending(entry => entry.Candidate.Length).ToArray();
        _long = Array.ConvertAll(sorted, entry => entry.Candidate);
        foreach (var (hash, _) in sorted)
        {
            _starts[hash + 1]++;
        }

        for (var hash = 0; hash < 1 << HashBits; hash++)
        {
            _starts[hash + 1] += _starts[hash];
        }
    }

    /// <summary>The code of the longest symbol that begins here.</summary>
    /// <param name="next">The next 8 bytes of the text, zeros after its end.</param>
    /// <param name="available">How many of them are text: 1 to 8.</param>
    /// <param name="length">The length of the symbol, 1 when there is none.</param>
    /// <returns>The code, or <see cref="TextCodec.Escape"/>.</returns>
    public byte Find(ulong next, int available, out int length)
    {
        var hash = Hash(next);
        for (var i = _starts[hash]; i < _starts[hash + 1]; i++)
        {
            ref readonly var candidate = ref _long[i];
            if ((next & candidate.Mask) == candidate.Bytes && candidate.Length <= available)
            {
                length = candidate.Length;
                return candidate.Code;
            }
        }

        var entry = _short[(ushort)next];
        if (entry >> 8 > available)
        {
            entry = _single[(byte)next];
        }

        length = entry >> 8;
        return (byte)entry;
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
        public readonly byte Length = (byte)symbol.Length;
        public readonly byte Code = code;
    }
}
