using System.Numerics;
using ProposalSearch.Engine.Storage;

namespace ProposalSearch.Engine.Columns;

/// <summary>
/// A column of few values of which documents may have several: for each 64 documents a word of each value's bits. Counting costs the same
/// for one match in a word as for 64.
/// </summary>
internal readonly ref struct BitColumn
{
    private readonly ReadOnlySpan<ulong> _bits;
    private readonly int _values;

    public BitColumn(OpenedFile file, OrdinalColumnFormat format)
    {
        _values = format.Values;
        _bits = file.Slice<ulong>(format.OrdinalsAt, checked(OrdinalColumnFormat.Blocks(format.Documents) * _values));
    }

    /// <summary>See <see cref="OrdinalColumnReader.Count"/>.</summary>
    public void Count(ReadOnlySpan<ulong> matches, int firstDocument, Span<int> counts, ref int missing)
    {
        var block = firstDocument / 64;
        for (var start = (block * 64) - firstDocument; start < matches.Length * 64; start += 64, block++)
        {
            var selected = BitWords.At(matches, start);
            if (selected != 0)
            {
                missing += BitOperations.PopCount(selected & ~CountBlock(Block(block), selected, counts));
            }
        }
    }

    /// <summary>See <see cref="OrdinalColumnReader.Mark"/>.</summary>
    public void Mark(ReadOnlySpan<bool> wanted, bool missing, DocumentRange range, Span<ulong> bits)
    {
        for (var i = 0; i < range.Count; i += 64)
        {
            var (block, shift) = ((range.First + i) / 64, (range.First + i) % 64);
            var word = MarkBlock(Block(block), wanted, missing) >> shift;
            if (shift > 0 && (block + 1) * _values < _bits.Length)
            {
                word |= MarkBlock(Block(block + 1), wanted, missing) << (64 - shift);
            }

            var left = range.Count - i;
            bits[i / 64] |= left >= 64 ? word : word & ((1UL << left) - 1);
        }
    }

    /// <summary>See <see cref="OrdinalColumnReader.GetOrdinals"/>.</summary>
    public int GetOrdinals(int document, Span<int> destination)
    {
        var words = Block(document / 64);
        var count = 0;
        for (var ordinal = 0; ordinal < words.Length; ordinal++)
        {
            if ((words[ordinal] >> (document % 64) & 1) != 0)
            {
                if (count < destination.Length)
                {
                    destination[count] = ordinal;
                }

                count++;
            }
        }

        return count;
    }

    private static ulong CountBlock(ReadOnlySpan<ulong> words, ulong selected, Span<int> counts)
    {
        var any = 0UL;
        counts = counts[..words.Length];
        for (var ordinal = 0; ordinal < words.Length; ordinal++)
        {
            var hits = words[ordinal] & selected;
            counts[ordinal] += BitOperations.PopCount(hits);
            any |= hits;
        }

        return any;
    }

    private static ulong MarkBlock(ReadOnlySpan<ulong> words, ReadOnlySpan<bool> wanted, bool missing)
    {
        var (hits, any) = (0UL, 0UL);
        for (var ordinal = 0; ordinal < words.Length; ordinal++)
        {
            any |= words[ordinal];
            hits |= wanted[ordinal] ? words[ordinal] : 0;
        }

        return missing ? hits | ~any : hits;
    }

    private ReadOnlySpan<ulong> Block(int block) => _bits.Slice(block * _values, _values);
}
