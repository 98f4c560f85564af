using System.Runtime.InteropServices;

namespace ProposalSearch.Engine.Storage;

/// <summary>
/// Makes the names in a folder durable. A flushed file can still vanish in a power cut while the folder that names it is only in
/// memory; POSIX asks for a flush of the folder too, which .NET does not offer. Windows has no such call and needs none.
/// </summary>
internal static partial class FolderFlush
{
    private const int ReadOnly = 0;

    /// <summary>Waits until the disk has the folder's names. Does nothing where the system cannot (some network file systems).</summary>
    public static void Flush(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var descriptor = Open(folder, ReadOnly);
        if (descriptor >= 0)
        {
            _ = Sync(descriptor);
            _ = Close(descriptor);
        }
    }

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync")]
    private static partial int Sync(int descriptor);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int descriptor);
}
