using System.Buffers.Binary;
using ProposalSearch.Engine.Storage;

namespace ProposalSearch.Engine.FieldLengths;

/// <summary>Reads what <see cref="FieldLengthsWriter"/> wrote. Any number of threads may use it.</summary>
internal sealed class FieldLengthsReader
{
    private const int Trailer = 16;
    private readonly OpenedFile _file;

    /// <summary>Reads the totals; the caller keeps the file open.</summary>
    public FieldLengthsReader(OpenedFile file)
    {
        _file = file;
        var end = file.Slice(file.Length - Trailer, Trailer);
        TotalLength = BinaryPrimitives.ReadInt64LittleEndian(end);
        DocumentsWithWords = BinaryPrimitives.ReadInt32LittleEndian(end[8..]);
        Count = BinaryPrimitives.ReadInt32LittleEndian(end[12..]);
    }

    /// <summary>Documents of the segment.</summary>
    public int Count { get; }

    /// <summary>The sum of all lengths, exact.</summary>
    public long TotalLength { get; }

    /// <summary>Documents that have at least one word.</summary>
    public int DocumentsWithWords { get; }

    /// <summary>The code of each document's length.</summary>
    public ReadOnlySpan<byte> Codes => _file.Slice(0, Count);
}
