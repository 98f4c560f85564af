using System.Buffers;
using System.Text;
using ProposalSearch.Engine.Storage;

namespace ProposalSearch.Engine.Documents;

/// <summary>
/// Collects the ids of a segment and writes them sorted, so that a document is found by its id (<see cref="IdsReader"/>). Memory: the ids
/// in UTF-8 and 12 bytes each. Not thread-safe.
/// </summary>
internal sealed class IdsWriter
{
    private readonly ArrayBufferWriter<byte> _bytes = new();
    private readonly List<(int Start, int Length, int Document)> _ids = [];

    /// <summary>Ids added.</summary>
    public int Count => _ids.Count;

    /// <summary>Adds an id. The order does not matter.</summary>
    public void Add(string id, int document)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(document);
        var start = _bytes.WrittenCount;
        _ids.Add((start, (int)Encoding.UTF8.GetBytes(id, _bytes), document));
    }

    /// <summary>Writes the content of the file.</summary>
    /// <exception cref="InvalidOperationException">An id was added twice: which document it means would be chance.</exception>
    public void Write(FileWriter writer)
    {
        var sorted = _ids.ToArray();
        Array.Sort(sorted, (a, b) => Utf8(a).SequenceCompareTo(Utf8(b)));
        var entries = new SortedIdsWriter();
        foreach (var id in sorted)
        {
            entries.Add(Utf8(id), id.Document);
        }

        entries.Write(writer);
    }

    private ReadOnlySpan<byte> Utf8((int Start, int Length, int Document) id) => _bytes.WrittenSpan.Slice(id.Start, id.Length);
}
