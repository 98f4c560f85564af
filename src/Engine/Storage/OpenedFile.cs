using System.Runtime.CompilerServices;
using ProposalSearch.Engine.Packing;

namespace ProposalSearch.Engine.Storage;

/// <summary>
/// A complete file of an index, open and never changed: mapped into memory, or held in one of the other ways (<see cref="FilesHeldIn"/>).
/// Offsets count from the start of its content. Any number of threads may read.
/// </summary>
/// <remarks>
/// A span points into what is held and must not be used after <see cref="Dispose"/>, which the opener calls when no thread reads any more.
/// Asking for a span afterwards is an error that is thrown, not a crash.
/// </remarks>
internal sealed class OpenedFile : IDisposable
{
    /// <summary>Bytes whose checksum is taken at a time: a multiple of <see cref="Storage.Checksum.BlockBytes"/>.</summary>
    private const int CheckedBytes = 1 << 20;

    private readonly FileBytes _bytes;
    private readonly string _path;

    private OpenedFile(FileStamp stamp, FileBytes bytes, long contentLength, ulong checksum)
    {
        _path = stamp.Path;
        Stamp = stamp;
        _bytes = bytes;
        Length = contentLength;
        Checksum = checksum;
    }

    /// <summary>Bytes of content.</summary>
    public long Length { get; }

    /// <summary>What the footer states; <see cref="IndexDirectory.Verify"/> compares it to the bytes.</summary>
    public ulong Checksum { get; }

    /// <summary>The size and time of the file when it was opened.</summary>
    internal FileStamp Stamp { get; }

    /// <summary>A range of the content.</summary>
    /// <exception cref="IndexDamagedException">
    /// The range is not inside the content: an offset that was read from the index is wrong.
    /// </exception>
    /// <exception cref="ObjectDisposedException">The file was closed.</exception>
    public ReadOnlySpan<byte> Slice(long offset, int length)
    {
        Check(offset, length, length);
        return _bytes.Read<byte>(offset + FileFrame.HeaderBytes, length);
    }

    /// <summary>
    /// A range of the content as numbers. Write them after <see cref="FileWriter.Align"/>: the machine reads them faster so.
    /// </summary>
    /// <param name="offset">Where the first begins, in bytes.</param>
    /// <param name="count">Numbers, not bytes.</param>
    /// <exception cref="IndexDamagedException">
    /// The range is not inside the content: an offset that was read from the index is wrong.
    /// </exception>
    /// <exception cref="ObjectDisposedException">The file was closed.</exception>
    public ReadOnlySpan<T> Slice<T>(long offset, int count)
        where T : unmanaged
    {
        Check(offset, count, (long)count * Unsafe.SizeOf<T>());
        return _bytes.Read<T>(offset + FileFrame.HeaderBytes, count);
    }

    /// <summary>
    /// Says that a range was read and will not be soon again: its pages leave this process's memory. They stay readable. For whoever
    /// goes through a large file from front to back, and has a mapping of his own.
    /// </summary>
    internal void Forget(long offset, long length) => _bytes.Forget(offset + FileFrame.HeaderBytes, length);

    /// <summary>An error for whoever reads something from the file that its writer cannot have written.</summary>
    /// <param name="fault">A sentence: what is wrong.</param>
    public IndexDamagedException Damaged(string fault) => new(_path, fault);

    /// <summary>As <see cref="Damaged(string)"/>, for whoever could not make sense of what he read.</summary>
    internal IndexDamagedException Damaged(string fault, Exception inner) => new(_path, fault, inner);

    /// <summary>Compares every byte to what was written; also of a file that a later commit has removed.</summary>
    /// <returns>The fault, or <see langword="null"/> where there is none.</returns>
    internal IndexDamagedException? FindDamage()
    {
        var checksum = Storage.Checksum.Start();
        long covered = FileFrame.HeaderBytes + Length;
        for (long offset = 0; offset < covered; offset += CheckedBytes)
        {
            checksum.Add(_bytes.Read<byte>(offset, (int)Math.Min(CheckedBytes, covered - offset)));
        }

        checksum.AddLength(Length);
        return checksum.Value == Checksum ? null
            : Damaged($"its bytes have the checksum {checksum.Value:x16}, but its footer says {Checksum:x16}; the file is damaged.");
    }

    /// <summary>Closes the file. Calling it again does nothing.</summary>
    public void Dispose() => _bytes.Dispose();

    /// <summary>Maps a file and checks its header and its length, not its checksum.</summary>
    internal static OpenedFile Open(string path, FileKind kind)
    {
        FileFrame.CheckMachine();
        using var handle = File.OpenHandle(
            path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, FileOptions.RandomAccess);
        var stamp = FileStamp.Of(path, handle);
        FileFrame.CheckLength(path, stamp.Length);
        return Of(stamp, FileBytes.Map(handle, stamp.Length, keepsOpen: false), kind);
    }

    /// <summary>Opens a file of which every byte was compared to what was written.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="expected">What the manifest says of it.</param>
    /// <param name="heldIn">How it is held; not <see cref="FilesHeldIn.Automatic"/>.</param>
    /// <exception cref="IndexDamagedException">It is not what was written, or cannot be read.</exception>
    /// <exception cref="IndexWriteException">There is no room for a copy.</exception>
    internal static OpenedFile OpenChecked(string path, FileKind kind, SegmentFile expected, FilesHeldIn heldIn)
    {
        FileFrame.CheckMachine();
        try
        {
            using var handle = CheckedReading.Open(path);
            var stamp = FileStamp.Of(path, handle);
            return Of(stamp, HeldBytes.Read(path, handle, expected, heldIn), kind);
        }
        catch (Exception error) when (CheckedReading.IsUnreadable(error))
        {
            throw CheckedReading.Unreadable(path, error);
        }
    }

    private static OpenedFile Of(FileStamp stamp, FileBytes bytes, FileKind kind)
    {
        try
        {
            FileFrame.CheckHeader(stamp.Path, bytes.Read<byte>(0, FileFrame.HeaderBytes), kind);
            var footer = bytes.Read<byte>(stamp.Length - FileFrame.FooterBytes, FileFrame.FooterBytes);
            var (content, checksum) = FileFrame.CheckFooter(stamp.Path, stamp.Length, footer);
            return new OpenedFile(stamp, bytes, content, checksum);
        }
        catch
        {
            bytes.Dispose();
            throw;
        }
    }

    private void Check(long offset, int count, long bytes)
    {
        if (offset < 0 || count < 0 || offset > Length - bytes)
        {
            Refuse(offset, bytes);
        }
    }

    private void Refuse(long offset, long bytes) =>
        throw new IndexDamagedException(
            _path,
            $"bytes {offset} to {offset + bytes} were asked for, but its content has {Length}; an offset in the index is wrong.");
}
