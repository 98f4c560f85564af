using ProposalSearch.Engine.Storage;

namespace ProposalSearch.Engine.Documents;

/// <summary>What hits and snippets need of each document of a segment. Thread-safe, and valid as long as both files are held.</summary>
/// <remarks>
/// The data file is the records (<see cref="DocumentFormat"/>) one after the other. The index file, filled up to a multiple of 8 before
/// the offsets:
/// <code>
/// int32   documents
/// int32   bytes of the codec's table
/// table   of the codec (<see cref="TextCodec"/>)
/// int64   for each document, and one more: where its record begins in the data file
/// </code>
/// Example: two documents of 30 and 20 bytes and a codec without symbols:
/// <code>
///  0  02 00 00 00  01 00 00 00   2 documents, a table of 1 byte
///  8  00 00 00 00 00 00 00 00    no symbols, filled up
/// 16  00 00 00 00 00 00 00 00  1E 00 00 00 00 00 00 00  32 00 00 00 00 00 00 00
/// </code>
/// </remarks>
internal sealed class DocumentsReader
{
    private readonly OpenedFile _data;
    private readonly OpenedFile _index;
    private readonly long _offsetsAt;

    /// <summary>Opens the files of a segment, which the caller holds.</summary>
    public DocumentsReader(OpenedFile data, OpenedFile index)
    {
        var header = index.Slice<int>(0, 2);
        _data = data;
        _index = index;
        Count = header[0];
        Codec = ReadCodec(index, header[1]);
        _offsetsAt = (8L + header[1] + 7) & ~7L;
    }

    /// <summary>Documents of the segment.</summary>
    public int Count { get; }

    /// <summary>The codec of all text here, for the writer of the next segment.</summary>
    public TextCodec Codec { get; }

    /// <summary>A document, 0 to <see cref="Count"/> - 1.</summary>
    public DocumentView Open(int document) => new(Codec, Record(document));

    /// <summary>A way through the records in order, at the end of each document (<see cref="EndOf"/>).</summary>
    internal ReadTrail Trail(long window) => new(_data, window);

    /// <summary>Where a document's record ends in the data file.</summary>
    internal long EndOf(int document) => _index.Slice<long>(_offsetsAt + (8L * document) + 8, 1)[0];

    /// <summary>The bytes of a document's record.</summary>
    internal ReadOnlySpan<byte> Record(int document)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)document, (uint)Count, nameof(document));
        var offsets = _index.Slice<long>(_offsetsAt + (8L * document), 2);
        return _data.Slice(offsets[0], (int)(offsets[1] - offsets[0]));
    }

    private static TextCodec ReadCodec(OpenedFile index, int length)
    {
        try
        {
            return TextCodec.Read(index.Slice(8, length));
        }
        catch (FormatException error)
        {
            throw index.Damaged($"the table that its text is encoded by is wrong: {error.Message}.", error);
        }
    }
}
