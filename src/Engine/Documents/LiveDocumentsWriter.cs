using ProposalSearch.Engine.Storage;

namespace ProposalSearch.Engine.Documents;

/// <summary>
/// Deletes documents of a segment, which itself never changes: each commit that deletes writes the whole bitset anew, under a new name. Not
/// thread-safe.
/// </summary>
/// <remarks>
/// <code>
/// int32   documents
/// int32   deleted ones
/// uint64  words of 64 bits, a bit for each document, set while it lives; bits beyond the last document are 0
/// </code>
/// Example: of 3 documents, document 1 is deleted: <c>03 00 00 00  01 00 00 00  05 00 00 00 00 00 00 00</c>.
/// </remarks>
public sealed class LiveDocumentsWriter
{
    private readonly ulong[] _bits;

    /// <summary>Begins with all documents of a segment alive.</summary>
    public LiveDocumentsWriter(int documentCount)
    {
        Count = documentCount;
        _bits = new ulong[(documentCount + 63) / 64];
        Array.Fill(_bits, ulong.MaxValue);
        if (documentCount % 64 != 0)
        {
            _bits[^1] = ulong.MaxValue >> (64 - (documentCount % 64));
        }
    }

    /// <summary>Begins with those that an earlier commit left.</summary>
    public LiveDocumentsWriter(LiveDocumentsReader previous)
    {
        Count = previous.Count;
        Deleted = previous.Deleted;
        _bits = previous.Bits.ToArray();
    }

    /// <summary>Documents of the segment, deleted ones included.</summary>
    public int Count { get; }

    /// <summary>Documents deleted.</summary>
    public int Deleted { get; private set; }

    /// <summary>Deletes a document.</summary>
    /// <returns>False when it was deleted before.</returns>
    public bool Delete(int document)
    {
        var live = IsLive(document);
        if (live)
        {
            _bits[document / 64] &= ~(1UL << (document % 64));
            Deleted++;
        }

        return live;
    }

    /// <summary>Whether a document was not deleted.</summary>
    public bool IsLive(int document)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)document, (uint)Count, nameof(document));
        return (_bits[document / 64] >> (document % 64) & 1) != 0;
    }

    /// <summary>Writes the content of the file.</summary>
    public void Write(FileWriter writer)
    {
        writer.WriteInt32(Count);
        writer.WriteInt32(Deleted);
        writer.WriteValues<ulong>(_bits);
    }
}
