using Lucene.Net.Store;
using Microsoft.Win32.SafeHandles;

namespace ProposalSearch.Backends.Lucene.Storing;

/// <summary>A file that is read at places. Clones share its handle, which the first one closes, and no position.</summary>
/// <param name="path">What errors call it.</param>
/// <param name="file">The file.</param>
internal sealed class FileInput(string path, SafeFileHandle file) : BufferedIndexInput(path, BufferBytes)
{
    /// <summary>A multiple of what postings are read in; records are read past the buffer.</summary>
    private const int BufferBytes = 4096;

    private bool _isClone;

    /// <inheritdoc/>
    public override long Length { get; } = RandomAccess.GetLength(file);

    /// <inheritdoc/>
    public override object Clone()
    {
        var clone = (FileInput)base.Clone();
        clone._isClone = true;
        return clone;
    }

    /// <inheritdoc/>
    protected override void ReadInternal(byte[] b, int offset, int length)
    {
        long position = Position >= 0
            ? Position
            : throw new EndOfStreamException($"The file {this} has no byte {Position}: it is damaged.");
        for (var room = b.AsSpan(offset, length); !room.IsEmpty;)
        {
            int read = RandomAccess.Read(file, room, position);
            if (read == 0)
            {
                throw new EndOfStreamException($"The file {this} ends at byte {Length}, and more was to be read: it was cut short.");
            }

            position += read;
            room = room[read..];
        }
    }

    /// <inheritdoc/>
    protected override void SeekInternal(long pos)
    {
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing && !_isClone)
        {
            file.Dispose();
        }
    }
}
