using System.Numerics;
using ProposalSearch.Engine.Storage;

namespace ProposalSearch.Engine.Columns;

/// <summary>Lays out one ordinal column as <see cref="OrdinalColumnFormat"/> says.</summary>
internal readonly struct OrdinalColumnWriter(FileWriter writer, int documents, byte[][] values)
{
    /// <summary>Writes the column from its entries, which are sorted by document and ordinal and have no duplicates.</summary>
    public void Write(ReadOnlySpan<(int Document, int Ordinal)> entries)
    {
        var (ends, blocks, most) = PlaceEntries(entries);
        var shape = OrdinalColumnFormat.ShapeFor(values.Length, most);
        var ordinalWidth = OrdinalColumnFormat.Width(shape == ColumnShape.Single ? values.Length : values.Length - 1);
        var endWidth = shape == ColumnShape.Lists ? OrdinalColumnFormat.Width(ends.Max()) : 0;

        writer.WriteInt32(documents);
        writer.WriteInt32(values.Length);
        writer.WriteInt32(entries.Length);
        writer.WriteInt32(ordinalWidth | endWidth << 8 | (int)shape << 16);
        writer.WriteInt32(most);
        WriteValues();
        switch (shape)
        {
            case ColumnShape.Single:
                WriteNumbers(OrdinalOfEach(entries), ordinalWidth);
                break;
            case ColumnShape.Bits:
                WriteBits(entries);
                break;
            default:
                WriteNumbers(Ordinals(entries), ordinalWidth);
                WriteNumbers(blocks, 4);
                WriteNumbers(ends, endWidth);
                break;
        }
    }

    private void WriteValues()
    {
        writer.WriteUInt32(checked((uint)values.Sum(value => (long)value.Length)));
        uint end = 0;
        foreach (var value in values)
        {
            end += (uint)value.Length;
            writer.WriteUInt32(end);
        }

        writer.Align(8);
        foreach (var value in values)
        {
            writer.Write(value);
        }

        writer.Align(8);
    }

    private int[] OrdinalOfEach(ReadOnlySpan<(int Document, int Ordinal)> entries)
    {
        var ordinals = new int[documents];
        foreach (var (document, ordinal) in entries)
        {
            ordinals[document] = ordinal + 1;
        }

        return ordinals;
    }

    private void WriteBits(ReadOnlySpan<(int Document, int Ordinal)> entries)
    {
        var bits = new ulong[OrdinalColumnFormat.Blocks(documents) * values.Length];
        foreach (var (document, ordinal) in entries)
        {
            var (block, place) = Math.DivRem(document, OrdinalColumnFormat.BlockDocuments);
            bits[(block * values.Length) + ordinal] |= 1UL << place;
        }

        writer.WriteValues<ulong>(bits);
    }

    private static int[] Ordinals(ReadOnlySpan<(int Document, int Ordinal)> entries)
    {
        var ordinals = new int[entries.Length];
        for (var i = 0; i < ordinals.Length; i++)
        {
            ordinals[i] = entries[i].Ordinal;
        }

        return ordinals;
    }

    private (int[] Ends, int[] Blocks, int Most) PlaceEntries(ReadOnlySpan<(int Document, int Ordinal)> entries)
    {
        var ends = new int[documents];
        var blocks = new int[OrdinalColumnFormat.Blocks(documents) + 1];
        var (next, most) = (0, 0);
        for (var document = 0; document < documents; document++)
        {
            var block = document / OrdinalColumnFormat.BlockDocuments;
            if (document % OrdinalColumnFormat.BlockDocuments == 0)
            {
                blocks[block] = next;
            }

            var start = next;
            while (next < entries.Length && entries[next].Document == document)
            {
                next++;
            }

            most = Math.Max(most, next - start);
            ends[document] = next - blocks[block];
        }

        blocks[^1] = next;
        return (ends, blocks, most);
    }

    private void WriteNumbers(ReadOnlySpan<int> numbers, int width)
    {
        switch (width)
        {
            case 1:
                WriteNarrow<byte>(numbers);
                break;
            case 2:
                WriteNarrow<ushort>(numbers);
                break;
            default:
                writer.WriteValues(numbers);
                break;
        }

        writer.Align(8);
    }

    private void WriteNarrow<T>(ReadOnlySpan<int> numbers)
        where T : unmanaged, IBinaryInteger<T>
    {
        Span<T> chunk = stackalloc T[512];
        while (!numbers.IsEmpty)
        {
            var count = Math.Min(chunk.Length, numbers.Length);
            for (var i = 0; i < count; i++)
            {
                chunk[i] = T.CreateTruncating(numbers[i]);
            }

            writer.WriteValues<T>(chunk[..count]);
            numbers = numbers[count..];
        }
    }
}
