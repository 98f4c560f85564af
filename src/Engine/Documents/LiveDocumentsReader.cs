using ProposalSearch.Engine.Storage;

namespace ProposalSearch.Engine.Documents;

/// <summary>
/// Which documents of a segment are not deleted: <see cref="LiveDocumentsWriter"/> has the bytes. Thread-safe, and valid as long as the file is
/// held.
/// </summary>
public sealed class LiveDocumentsReader
{
    private const int HeaderBytes = 8;

    private readonly MappedFile _file;

    /// <summary>Opens a file, which the caller holds.</summary>
    public LiveDocumentsReader(MappedFile file)
    {
        var header = file.Slice<int>(0, 2);
        _file = file;
        Count = header[0];
        Deleted = header[1];
    }

    /// <summary>Documents of the segment, deleted ones included.</summary>
    public int Count { get; }

    /// <summary>Documents deleted.</summary>
    public int Deleted { get; }

    /// <summary>All bits, document 0 lowest; those beyond the last document are 0.</summary>
    public ReadOnlySpan<ulong> Bits => _file.Slice<ulong>(HeaderBytes, (Count + 63) / 64);

    /// <summary>Whether a document is not deleted.</summary>
    public bool IsLive(int document)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)document, (uint)Count, nameof(document));
        return (Bits[document / 64] >> (document % 64) & 1) != 0;
    }

    /// <summary>Clears the bits of deleted documents, and those beyond the last document.</summary>
    /// <param name="firstDocument">The document of bit 0.</param>
    /// <param name="bits">The bitset.</param>
    public void And(int firstDocument, Span<ulong> bits)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(firstDocument);
        var live = Bits;
        var (word, shift) = (firstDocument / 64, firstDocument % 64);
        for (var i = 0; i < bits.Length; i++, word++)
        {
            var low = word < live.Length ? live[word] >> shift : 0;
            var high = shift > 0 && word + 1 < live.Length ? live[word + 1] << (64 - shift) : 0;
            bits[i] &= low | high;
        }
    }
}
