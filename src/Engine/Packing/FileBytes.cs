using System.IO.MemoryMappedFiles;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace ProposalSearch.Engine.Packing;

/// <summary>
/// The bytes of one file: mapped read-only into memory, or in memory of our own. Any number of threads may read; <see cref="Dispose"/> must
/// come after the last of them is done, because a span that outlives it points at nothing.
/// </summary>
/// <remarks>
/// Of a mapped file that somebody cuts short, a page beyond the new end cannot be read, and the system ends the process that tries: no
/// handler can prevent it. Memory of our own is safe from that.
/// </remarks>
internal sealed unsafe partial class FileBytes : IDisposable
{
    /// <summary>The system maps neighbours of a page that is touched, up to so many bytes in one block.</summary>
    private const long FaultBlock = 1 << 16;

    /// <summary>Memory of our own begins on a multiple of this, as pages do: a multiple of what files are aligned to.</summary>
    private const int Alignment = 4096;

    /// <summary>MADV_DONTNEED, which is 4 on Linux, macOS and the BSDs.</summary>
    private const int NotNeeded = 4;

    private readonly MemoryMappedFile? _file;
    private readonly MemoryMappedViewAccessor? _view;
    private byte* _start;

    private FileBytes(byte* start) => _start = start;

    private FileBytes(MemoryMappedFile file, MemoryMappedViewAccessor view)
    {
        (_file, _view) = (file, view);
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref _start);
        _start += view.PointerOffset;
    }

    /// <summary>Maps a whole file that is not empty.</summary>
    /// <param name="handle">The file.</param>
    /// <param name="length">Its bytes.</param>
    /// <param name="keepsOpen">
    /// Whether the handle stays open as long as the mapping, and is closed with it; else the caller may close it afterwards.
    /// </param>
    public static FileBytes Map(SafeFileHandle handle, long length, bool keepsOpen)
    {
        const MemoryMappedFileAccess Access = MemoryMappedFileAccess.Read;
        var file = MemoryMappedFile.CreateFromFile(handle, null, 0, Access, HandleInheritability.None, leaveOpen: !keepsOpen);
        MemoryMappedViewAccessor? view = null;
        try
        {
            view = file.CreateViewAccessor(0, length, Access);
            return new FileBytes(file, view);
        }
        catch
        {
            view?.Dispose();
            file.Dispose();
            throw;
        }
    }

    /// <summary>Memory of our own for so many bytes, to be filled by <see cref="Room"/>.</summary>
    /// <exception cref="OutOfMemoryException">There is not so much.</exception>
    public static FileBytes Allocate(long length) => new((byte*)NativeMemory.AlignedAlloc((nuint)length, Alignment));

    /// <summary>A range of memory of our own, to write to.</summary>
    /// <exception cref="ObjectDisposedException">It was given back.</exception>
    public Span<byte> Room(long offset, int count)
    {
        var start = _file is null ? _start : null;
        ObjectDisposedException.ThrowIf(start == null, this);
        return new Span<byte>(start + offset, count);
    }

    /// <summary>
    /// A range of the bytes as values of the machine's (little-endian) order; the caller knows that it lies inside the file.
    /// </summary>
    /// <exception cref="ObjectDisposedException">The file is no longer held.</exception>
    public ReadOnlySpan<T> Read<T>(long offset, int count)
        where T : unmanaged
    {
        var start = _start;
        ObjectDisposedException.ThrowIf(start == null, this);
        return new ReadOnlySpan<T>(start + offset, count);
    }

    /// <summary>
    /// Gives the memory of a range of a mapping back to the system, down to whole pages. Reading it again is right, and slower. Windows,
    /// which trims by itself, has no such call; memory of our own, which nothing would fill again, stays.
    /// </summary>
    public void Forget(long offset, long length)
    {
        long from = offset / FaultBlock * FaultBlock, to = (offset + length) / Environment.SystemPageSize * Environment.SystemPageSize;
        if (_file is not null && _start != null && to > from && !OperatingSystem.IsWindows())
        {
            _ = Advise(_start + from, (nuint)(to - from), NotNeeded);
        }
    }

    /// <summary>Unmaps the file, or gives the memory back. Calling it again does nothing.</summary>
    public void Dispose()
    {
        if (_start == null)
        {
            return;
        }

        var start = _start;
        _start = null;
        if (_file is null)
        {
            NativeMemory.AlignedFree(start);
            return;
        }

        _view!.SafeMemoryMappedViewHandle.ReleasePointer();
        _view.Dispose();
        _file.Dispose();
    }

    [LibraryImport("libc", EntryPoint = "madvise")]
    private static partial int Advise(byte* start, nuint length, int advice);
}
