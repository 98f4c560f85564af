using Microsoft.Win32.SafeHandles;

namespace ProposalSearch.Engine.Storage;

/// <summary>Reads a file once, from front to back, and compares on the way every byte to what was written.</summary>
internal static class CheckedReading
{
    /// <summary>
    /// Bytes that are read at a time: few enough to be in the processor's cache when their checksum is taken, and for a buffer that is
    /// collected soon.
    /// </summary>
    public const int PartBytes = 1 << 16;

    /// <summary>Opens a file to be read with <see cref="Read"/>.</summary>
    public static SafeFileHandle Open(string path) =>
        File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, FileOptions.SequentialScan);

    /// <summary>Reads all of a file. What the target was given is to be believed only when this returns.</summary>
    /// <param name="path">Its path, for errors.</param>
    /// <param name="handle">The file.</param>
    /// <param name="expected">What the manifest says of it.</param>
    /// <param name="target">Is given the bytes.</param>
    /// <exception cref="IndexDamagedException">It is not what was written.</exception>
    public static void Read(string path, SafeFileHandle handle, SegmentFile expected, ICheckedTarget target)
    {
        var length = RandomAccess.GetLength(handle);
        if (length != expected.Length)
        {
            throw new IndexDamagedException(
                path,
                $"the manifest says {expected.Length} bytes, but the file has {length}; it was cut short, or belongs to another index.");
        }

        FileFrame.CheckLength(path, length);
        var covered = length - FileFrame.FooterBytes;
        var checksum = Checksum.Start();
        for (long offset = 0; offset < covered; offset += PartBytes)
        {
            var part = target.Room(offset, (int)Math.Min(PartBytes, covered - offset));
            ReadFully(path, handle, part, offset);
            checksum.Add(part);
            target.Filled(offset, part);
        }

        var footer = target.Room(covered, FileFrame.FooterBytes);
        ReadFully(path, handle, footer, covered);
        var (content, stated) = FileFrame.CheckFooter(path, length, footer);
        target.Filled(covered, footer);
        checksum.AddLength(content);
        Compare(path, checksum.Value, stated, expected.Checksum);
    }

    /// <summary>Fills a buffer from a place of a file.</summary>
    /// <exception cref="IndexDamagedException">The file ends before.</exception>
    public static void ReadFully(string path, SafeFileHandle handle, Span<byte> buffer, long offset)
    {
        while (!buffer.IsEmpty)
        {
            var read = RandomAccess.Read(handle, buffer, offset);
            if (read == 0)
            {
                throw new IndexDamagedException(path, $"the file ends at byte {offset}, before its end; it was cut short just now.");
            }

            buffer = buffer[read..];
            offset += read;
        }
    }

    /// <summary>
    /// Whether an error means that the system cannot read a file. For an index that is damage of the file: a new index can be read again.
    /// </summary>
    public static bool IsUnreadable(Exception error) => error is IOException or UnauthorizedAccessException;

    /// <summary>The error for a file that the system cannot read.</summary>
    public static IndexDamagedException Unreadable(string path, Exception error) => new(
        path,
        error is FileNotFoundException
            ? "the manifest lists this file, but it is not there; somebody deleted it, or copied the folder in part."
            : $"the manifest lists this file, but it cannot be read ({error.Message.TrimEnd('.')}).",
        error);

    private static void Compare(string path, ulong actual, ulong stated, ulong listed)
    {
        if (actual != stated)
        {
            throw new IndexDamagedException(
                path,
                $"its bytes have the checksum {actual:x16}, but its footer says {stated:x16}; the file is damaged.");
        }

        if (actual != listed)
        {
            throw new IndexDamagedException(
                path,
                $"it is sound, but its checksum is {actual:x16} and the manifest says {listed:x16}; it belongs to another index.");
        }
    }
}

/// <summary>Takes the bytes of a file as they are read.</summary>
internal interface ICheckedTarget
{
    /// <summary>Room for the next bytes; no more than <see cref="CheckedReading.PartBytes"/>.</summary>
    Span<byte> Room(long offset, int length);

    /// <summary>Says that the bytes are now in the room that was given for them.</summary>
    void Filled(long offset, ReadOnlySpan<byte> part);
}

/// <summary>Keeps nothing, for a check of whether a file is whole.</summary>
internal sealed class NothingKept : ICheckedTarget
{
    private readonly byte[] _part = new byte[CheckedReading.PartBytes];

    public Span<byte> Room(long offset, int length) => _part.AsSpan(0, length);

    public void Filled(long offset, ReadOnlySpan<byte> part)
    {
        // The bytes have been counted, and nobody needs them any more.
    }
}
