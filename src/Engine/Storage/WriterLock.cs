using Microsoft.Win32.SafeHandles;

namespace ProposalSearch.Engine.Storage;

/// <summary>
/// The right to write to an index, for as long as it is not disposed of. It is the operating system's lock on an open, empty file: it ends
/// with the process, however that ends, and a lock file that is left behind holds nothing.
/// </summary>
internal sealed class WriterLock : IDisposable
{
    /// <summary>The name of the lock file. It is no file of the index: it stays empty, and it stays.</summary>
    public const string FileName = "writer.lock";

    private readonly SafeFileHandle _handle;
    private readonly Action _released;

    private WriterLock(SafeFileHandle handle, Action released)
    {
        _handle = handle;
        _released = released;
    }

    /// <summary>Gives up the right to write. Calling it again does nothing.</summary>
    public void Dispose()
    {
        if (!_handle.IsClosed)
        {
            _released();
            _handle.Dispose();
        }
    }

    /// <summary>Takes the lock or says who may have it; never waits.</summary>
    internal static WriterLock Take(string folder, Action released)
    {
        var path = Path.Combine(folder, FileName);
        try
        {
            return new WriterLock(File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None), released);
        }
        catch (IOException error) when (IsSharingViolation(error))
        {
            throw new IndexLockedException(path, error);
        }
        catch (Exception error) when (IndexWriteException.IsRefusal(error))
        {
            throw new IndexWriteException(path, error);
        }
    }

    // What the system says when somebody else has the file: EAGAIN of Linux, EWOULDBLOCK of macOS and the BSDs, ERROR_SHARING_VIOLATION of
    // Windows.
    private static bool IsSharingViolation(IOException error) => error.HResult is 11 or 35 or unchecked((int)0x80070020);
}
