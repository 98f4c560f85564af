using System.Buffers.Binary;

namespace ProposalSearch.Engine.Documents;

/// <summary>
/// Finds the table of a <see cref="TextCodec"/> by rounds: encode a sample with the table so far, count each symbol and each two in a row,
/// and keep the 255 symbols and joined pairs that cover most bytes. Symbols grow by joining, so that after a few rounds the frequent
/// word beginnings and endings are there. The same sample gives the same table.
/// </summary>
internal sealed class SymbolTrainer
{
    private const int MaxSymbols = 255;
    private const int Rounds = 8;

    // Codes from here on are bytes that no symbol stands for.
    private const int FirstByte = 256;

    private readonly int[] _counts = new int[2 * FirstByte];
    private readonly int[] _pairs = new int[2 * FirstByte * 2 * FirstByte];
    private readonly Dictionary<Symbol, long> _gains = [];
    private Symbol[] _symbols = [];

    private SymbolTrainer()
    {
    }

    /// <summary>At most 255 symbols, those that cover most bytes first.</summary>
    public static Symbol[] Train(ReadOnlySpan<byte> sample)
    {
        var trainer = new SymbolTrainer();
        for (var round = 1; round <= Rounds; round++)
        {
            trainer.Count(sample);
            trainer.Choose(join: round < Rounds);
        }

        return trainer._symbols;
    }

    private void Count(ReadOnlySpan<byte> sample)
    {
        Array.Clear(_counts);
        Array.Clear(_pairs);
        var lookup = new SymbolLookup(_symbols);
        var last = -1;
        while (!sample.IsEmpty)
        {
            var available = Math.Min(Symbol.MaxLength, sample.Length);
            var next = available == Symbol.MaxLength ? BinaryPrimitives.ReadUInt64LittleEndian(sample) : Symbol.Read(sample).Bytes;
            var found = lookup.Find(next, available);
            var code = (byte)found == TextCodec.Escape ? FirstByte + sample[0] : (byte)found;

            _counts[code]++;
            if (last >= 0)
            {
                _pairs[(last * 2 * FirstByte) + code]++;
            }

            last = code;
            sample = sample[(found >> 8)..];
        }
    }

    private void Choose(bool join)
    {
        _gains.Clear();
        for (var code = 0; code < _counts.Length; code++)
        {
            if (_counts[code] > 0)
            {
                AddGain(SymbolOf(code), _counts[code]);
            }
        }

        if (join)
        {
            AddPairs(least: _gains.Values.OrderDescending().Skip(MaxSymbols - 1).FirstOrDefault());
        }

        _symbols = [.. _gains
            .OrderByDescending(entry => entry.Value)
            .ThenBy(entry => entry.Key.Bytes)
            .ThenBy(entry => entry.Key.Length)
            .Take(MaxSymbols)
            .Select(entry => entry.Key)];
    }

    // A pair that gains less than the last of the symbols that are there would not be chosen: most are left out so.
    private void AddPairs(long least)
    {
        for (var first = 0; first < _counts.Length; first++)
        {
            if (_counts[first] > 1)
            {
                AddPairs(SymbolOf(first), _pairs.AsSpan(first * 2 * FirstByte, 2 * FirstByte), least);
            }
        }
    }

    private void AddPairs(Symbol first, ReadOnlySpan<int> counts, long least)
    {
        for (var second = 0; second < counts.Length; second++)
        {
            if (counts[second] > 1 && (long)counts[second] * Symbol.MaxLength >= least)
            {
                var length = first.Length + SymbolOf(second).Length;
                if (length <= Symbol.MaxLength && (long)counts[second] * length >= least)
                {
                    AddGain(first.Then(SymbolOf(second)), counts[second]);
                }
            }
        }
    }

    // Without its symbol a single byte takes two, so keeping it is worth more than the byte that it covers. Four was best of 1 to 12 on
    // the 8 MB of a grant archive: 0.529 of the text, where one gave 0.534 and eight 0.534.
    private void AddGain(Symbol symbol, int count)
    {
        var gain = (long)count * (symbol.Length == 1 ? 4 : symbol.Length);
        _gains[symbol] = _gains.GetValueOrDefault(symbol) + gain;
    }

    private Symbol SymbolOf(int code) => code >= FirstByte ? Symbol.Of((byte)(code - FirstByte)) : _symbols[code];
}
