namespace ProposalSearch.Engine.Documents;

/// <summary>
/// A walk over the ids of a segment in their order. It stands before the first until <see cref="MoveNext"/>. Not thread-safe.
/// </summary>
internal sealed class IdsCursor
{
    private readonly IdsReader _ids;
    private byte[] _id = new byte[64];
    private int _length;
    private int _next;
    private int _at;

    /// <summary>Begins a walk over the ids of a file.</summary>
    public IdsCursor(IdsReader ids) => _ids = ids;

    /// <summary>The id in UTF-8, until the next move.</summary>
    public ReadOnlySpan<byte> Id => _id.AsSpan(0, _length);

    /// <summary>Its document.</summary>
    public int Document { get; private set; }

    /// <summary>Goes to the next id; false after the last.</summary>
    public bool MoveNext()
    {
        if (_next == _ids.Count)
        {
            return false;
        }

        var block = _ids.Block(_next / IdsReader.BlockIds);
        _at = _next % IdsReader.BlockIds == 0 ? 0 : _at;
        var reader = new RecordReader(block[_at..]);
        var shared = reader.VarInt();
        var rest = reader.Bytes(reader.VarInt());
        if ((uint)shared > (uint)_length)
        {
            throw new FormatException($"an id shares {(uint)shared} bytes with the one before it, which has {_length}");
        }

        if (_id.Length < shared + rest.Length)
        {
            Array.Resize(ref _id, (shared + rest.Length) * 2);
        }

        rest.CopyTo(_id.AsSpan(shared));
        _length = shared + rest.Length;
        Document = reader.VarInt();
        _at = block.Length - reader.Rest.Length;
        _next++;
        return true;
    }
}
