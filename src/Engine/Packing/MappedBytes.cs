using System.IO.MemoryMappedFiles;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace ProposalSearch.Engine.Packing;

/// <summary>
/// The bytes of one file, mapped read-only into memory. Any number of threads may read; <see cref="Dispose"/> must come after the
/// last of them is done, because a span that outlives the mapping points at nothing. <c>MappedFile</c> counts its holders for that.
/// </summary>
internal sealed unsafe partial class MappedBytes : IDisposable
{
    /// <summary>The system maps neighbours of a page that is touched, up to so many bytes in one block.</summary>
    private const long FaultBlock = 1 << 16;

    /// <summary>MADV_DONTNEED, which is 4 on Linux, macOS and the BSDs.</summary>
    private const int NotNeeded = 4;

    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;
    private byte* _start;

    /// <summary>Maps a whole file that is not empty. The handle may be closed afterwards.</summary>
    public MappedBytes(SafeFileHandle handle, long length)
    {
        _file = MemoryMappedFile.CreateFromFile(handle, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true);
        try
        {
            _view = _file.CreateViewAccessor(0, length, MemoryMappedFileAccess.Read);
            _view.SafeMemoryMappedViewHandle.AcquirePointer(ref _start);
            _start += _view.PointerOffset;
        }
        catch
        {
            _view?.Dispose();
            _file.Dispose();
            throw;
        }
    }

    /// <summary>
    /// A range of the bytes as values of the machine's (little-endian) order; the caller knows that it lies inside the file.
    /// </summary>
    /// <exception cref="ObjectDisposedException">The file is no longer mapped.</exception>
    public ReadOnlySpan<T> Read<T>(long offset, int count)
        where T : unmanaged
    {
        var start = _start;
        ObjectDisposedException.ThrowIf(start == null, this);
        return new ReadOnlySpan<T>(start + offset, count);
    }

    /// <summary>
    /// Gives the memory of a range back to the system, down to whole pages. Reading it again is right, and slower. Windows, which
    /// trims by itself, has no such call.
    /// </summary>
    public void Forget(long offset, long length)
    {
        long from = offset / FaultBlock * FaultBlock, to = (offset + length) / Environment.SystemPageSize * Environment.SystemPageSize;
        if (_start != null && to > from && !OperatingSystem.IsWindows())
        {
            _ = Advise(_start + from, (nuint)(to - from), NotNeeded);
        }
    }

    /// <summary>Unmaps the file. Calling it again does nothing.</summary>
    public void Dispose()
    {
        if (_start == null)
        {
            return;
        }

        _start = null;
        _view.SafeMemoryMappedViewHandle.ReleasePointer();
        _view.Dispose();
        _file.Dispose();
    }

    [LibraryImport("libc", EntryPoint = "madvise")]
    private static partial int Advise(byte* start, nuint length, int advice);
}
