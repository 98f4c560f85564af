using System.Runtime.CompilerServices;
using ProposalSearch.Engine.Packing;

namespace ProposalSearch.Engine.Storage;

/// <summary>
/// A complete file of an index, open and never changed: mapped into memory, or held in one of the other ways (<see cref="FilesHeldIn"/>).
/// Offsets count from the start of its content. Any number of threads may read.
/// </summary>
/// <remarks>
/// A span points into what is held and must not be used after that ends. So whoever hands the file to threads keeps count: the opener
/// holds it once and lets go by <see cref="Dispose"/>; others hold it between <see cref="TryRetain"/> and <see cref="Release"/>. The
/// last to let go closes the file. Usually a snapshot of the whole index does this, not each reader. Asking for a span
/// afterwards is an error that is thrown, not a crash.
/// </remarks>
public sealed class MappedFile : IDisposable
{
    /// <summary>Bytes whose checksum is taken at a time: a multiple of <see cref="Storage.Checksum.BlockBytes"/>.</summary>
    private const int CheckedBytes = 1 << 20;

    private readonly FileBytes _bytes;
    private readonly string _path;
    private int _holders = 1;
    private int _disposed;

    private MappedFile(FileLook look, FileBytes bytes, long contentLength, ulong checksum)
    {
        _path = look.Path;
        Look = look;
        _bytes = bytes;
        Length = contentLength;
        Checksum = checksum;
    }

    /// <summary>Bytes of content.</summary>
    public long Length { get; }

    /// <summary>What the footer states; <see cref="IndexDirectory.Verify"/> compares it to the bytes.</summary>
    public ulong Checksum { get; }

    /// <summary>The name of the file in its folder.</summary>
    public string Name => Path.GetFileName(_path);

    /// <summary>How the file looked when it was opened.</summary>
    internal FileLook Look { get; }

    /// <summary>A range of the content.</summary>
    /// <exception cref="IndexDamagedException">The range is not inside the content: an offset that was read from the index is wrong.</exception>
    /// <exception cref="ObjectDisposedException">Nobody holds the file any more.</exception>
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
    /// <exception cref="IndexDamagedException">The range is not inside the content: an offset that was read from the index is wrong.</exception>
    /// <exception cref="ObjectDisposedException">Nobody holds the file any more.</exception>
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

    /// <summary>Compares every byte that is mapped to what was written; also of a file that a later commit has removed.</summary>
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

    /// <summary>Holds the file open for one more user.</summary>
    /// <returns>False when it is closed already, and the caller must open a newer snapshot.</returns>
    public bool TryRetain()
    {
        var holders = Volatile.Read(ref _holders);
        while (holders > 0)
        {
            var seen = Interlocked.CompareExchange(ref _holders, holders + 1, holders);
            if (seen == holders)
            {
                return true;
            }

            holders = seen;
        }

        return false;
    }

    /// <summary>Lets go of the file after a <see cref="TryRetain"/> that succeeded.</summary>
    public void Release()
    {
        var left = Interlocked.Decrement(ref _holders);
        if (left == 0)
        {
            _bytes.Dispose();
        }

        ObjectDisposedException.ThrowIf(left < 0, this);
    }

    /// <summary>Lets go of the file for the one who opened it. Calling it again does nothing.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            Release();
        }
    }

    /// <summary>Maps a file and checks its header and its length, not its checksum.</summary>
    internal static MappedFile Open(string path, FileKind kind)
    {
        FileFrame.CheckMachine();
        using var handle = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, FileOptions.RandomAccess);
        var look = FileLook.Of(path, handle);
        FileFrame.CheckLength(path, look.Length);
        return Of(look, FileBytes.Map(handle, look.Length, keepsOpen: false), kind);
    }

    /// <summary>Opens a file of which every byte was compared to what was written.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="expected">What the manifest says of it.</param>
    /// <param name="heldIn">How it is held; not <see cref="FilesHeldIn.Automatic"/>.</param>
    /// <exception cref="IndexDamagedException">It is not what was written, or cannot be read.</exception>
    /// <exception cref="IndexWriteException">There is no room for a copy.</exception>
    internal static MappedFile OpenChecked(string path, FileKind kind, SegmentFile expected, FilesHeldIn heldIn)
    {
        FileFrame.CheckMachine();
        try
        {
            using var handle = CheckedReading.Open(path);
            var look = FileLook.Of(path, handle);
            return Of(look, HeldBytes.Read(path, handle, expected, heldIn), kind);
        }
        catch (Exception error) when (CheckedReading.IsUnreadable(error))
        {
            throw CheckedReading.Unreadable(path, error);
        }
    }

    private static MappedFile Of(FileLook look, FileBytes bytes, FileKind kind)
    {
        try
        {
            FileFrame.CheckHeader(look.Path, bytes.Read<byte>(0, FileFrame.HeaderBytes), kind);
            var footer = bytes.Read<byte>(look.Length - FileFrame.FooterBytes, FileFrame.FooterBytes);
            var (content, checksum) = FileFrame.CheckFooter(look.Path, look.Length, footer);
            return new MappedFile(look, bytes, content, checksum);
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
