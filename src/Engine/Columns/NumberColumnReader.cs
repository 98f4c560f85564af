using ProposalSearch.Engine.Storage;

namespace ProposalSearch.Engine.Columns;

/// <summary>
/// A whole number for each document that has one, for sorting: <see cref="NumberColumnFormat"/> has the bytes. Thread-safe, and
/// valid as long as the file is held.
/// </summary>
internal sealed class NumberColumnReader
{
    private readonly OpenedFile _file;
    private readonly NumberColumnFormat _format;
    private readonly long _distancesAt;
    private readonly long _presentAt;

    private NumberColumnReader(OpenedFile file, NumberColumnFormat format, long distancesAt)
    {
        _file = file;
        _format = format;
        _distancesAt = distancesAt;
        _presentAt = format.PresentAt(distancesAt);
    }

    /// <summary>Documents of the segment.</summary>
    public int DocumentCount => _format.Documents;

    /// <summary>Opens a column.</summary>
    /// <param name="file">The file, which the caller holds.</param>
    /// <param name="offset">What <see cref="NumberColumnBuilder.Write"/> returned, or the writer's position before it.</param>
    public static NumberColumnReader Open(OpenedFile file, long offset)
    {
        var (format, distancesAt) = NumberColumnFormat.Read(file, offset);
        return new NumberColumnReader(file, format, distancesAt);
    }

    /// <summary>The number of a document.</summary>
    /// <returns>False when it has none.</returns>
    public bool TryGet(int document, out long value)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)document, (uint)_format.Documents, nameof(document));
        value = 0;
        if (!_format.IsComplete && (_file.Slice(_presentAt + (document / 8), 1)[0] >> (document % 8) & 1) == 0)
        {
            return false;
        }

        value = (long)((ulong)_format.Least + Distance(document));
        return true;
    }

    private ulong Distance(int document) => _format.Width switch
    {
        1 => _file.Slice(_distancesAt + document, 1)[0],
        2 => _file.Slice<ushort>(_distancesAt + (2L * document), 1)[0],
        4 => _file.Slice<uint>(_distancesAt + (4L * document), 1)[0],
        _ => _file.Slice<ulong>(_distancesAt + (8L * document), 1)[0],
    };
}
