using System.Buffers.Binary;
using Lucene.Net.Store;

namespace ProposalSearch.Backends.Lucene.Storing;

/// <summary>A file held in memory. Clones share its bytes.</summary>
/// <param name="path">What errors call it.</param>
/// <param name="bytes">Its bytes.</param>
/// <param name="closed">Told when it is closed, but for its clones.</param>
internal sealed class MemoryInput(string path, byte[] bytes, Action<long>? closed = null) : IndexInput(path)
{
    private int _at;
    private Action<long>? _closed = closed;

    /// <inheritdoc/>
    public override long Position => _at;

    /// <inheritdoc/>
    public override long Length => bytes.Length;

    /// <inheritdoc/>
    public override void Seek(long pos) => _at = pos >= 0 && pos <= bytes.Length ? (int)pos : throw End();

    /// <inheritdoc/>
    public override byte ReadByte() => _at < bytes.Length ? bytes[_at++] : throw End();

    /// <inheritdoc/>
    public override void ReadBytes(byte[] b, int offset, int len)
    {
        Take(len).CopyTo(b.AsSpan(offset, len));
    }

    /// <inheritdoc/>
    public override short ReadInt16() => BinaryPrimitives.ReadInt16BigEndian(Take(sizeof(short)));

    /// <inheritdoc/>
    public override int ReadInt32() => BinaryPrimitives.ReadInt32BigEndian(Take(sizeof(int)));

    /// <inheritdoc/>
    public override long ReadInt64() => BinaryPrimitives.ReadInt64BigEndian(Take(sizeof(long)));

    /// <inheritdoc/>
    public override void SkipBytes(long numBytes) => Seek(_at + numBytes);

    /// <inheritdoc/>
    public override object Clone()
    {
        var clone = (MemoryInput)base.Clone();
        clone._closed = null;
        return clone;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Interlocked.Exchange(ref _closed, null)?.Invoke(bytes.Length);
        }
    }

    private ReadOnlySpan<byte> Take(int length)
    {
        if (length > bytes.Length - _at)
        {
            throw End();
        }

        _at += length;
        return bytes.AsSpan(_at - length, length);
    }

    private EndOfStreamException End() => new($"The file {this} ends at byte {bytes.Length}, and more was to be read: it was cut short.");
}
