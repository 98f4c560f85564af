using System.Runtime.InteropServices;
using ProposalSearch.Engine.Storage;

namespace ProposalSearch.Engine.Columns;

/// <summary>
/// Collects at most one whole number for each document and writes them as a column (<see cref="NumberColumnReader"/>). Not
/// thread-safe.
/// </summary>
internal sealed class NumberColumnBuilder
{
    private readonly List<int> _documents = [];
    private readonly List<long> _numbers = [];

    /// <summary>No document has a number.</summary>
    public bool IsEmpty => _documents.Count == 0;

    /// <summary>Gives a document its number.</summary>
    /// <param name="document">Greater than that of the call before.</param>
    /// <param name="value">Any number; those of one column take the less room the closer they are.</param>
    public void Add(int document, long value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(document, IsEmpty ? -1 : _documents[^1]);
        _documents.Add(document);
        _numbers.Add(value);
    }

    /// <summary>Adds the numbers of another column: the way segments are merged.</summary>
    /// <param name="source">The column to copy from.</param>
    /// <param name="firstDocument">The new number of the source's first document.</param>
    public void AppendFrom(NumberColumnReader source, int firstDocument)
    {
        for (var document = 0; document < source.DocumentCount; document++)
        {
            if (source.TryGet(document, out var value))
            {
                Add(firstDocument + document, value);
            }
        }
    }

    /// <summary>Writes the column at the next multiple of 64.</summary>
    /// <param name="writer">The file, which may hold other things before and after.</param>
    /// <param name="documentCount">Documents of the segment: more than any document added.</param>
    /// <returns>The offset to open the column by.</returns>
    public long Write(FileWriter writer, int documentCount)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(documentCount, IsEmpty ? -1 : _documents[^1]);
        writer.Align(64);
        var offset = writer.Position;
        var format = NumberColumnFormat.For(documentCount, CollectionsMarshal.AsSpan(_numbers));
        format.Write(writer);
        WriteDistances(writer, format);
        writer.Align(8);
        if (!format.IsComplete)
        {
            WritePresent(writer, documentCount);
        }

        return offset;
    }

    private void WriteDistances(FileWriter writer, NumberColumnFormat format)
    {
        Span<byte> bytes = stackalloc byte[8];
        var next = 0;
        for (var document = 0; document < format.Documents; document++)
        {
            var has = next < _documents.Count && _documents[next] == document;
            var distance = has ? (ulong)_numbers[next++] - (ulong)format.Least : 0;
            System.Buffers.Binary.BinaryPrimitives.WriteUInt64LittleEndian(bytes, distance);
            writer.Write(bytes[..format.Width]);
        }
    }

    private void WritePresent(FileWriter writer, int documentCount)
    {
        var bits = new ulong[(documentCount + 63) / 64];
        foreach (var document in _documents)
        {
            bits[document / 64] |= 1UL << (document % 64);
        }

        writer.WriteValues<ulong>(bits);
    }
}
