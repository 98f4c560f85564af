using Microsoft.Win32.SafeHandles;
using ProposalSearch.Engine.Packing;

namespace ProposalSearch.Engine.Storage;

/// <summary>Reads a file once: its checksum is taken while its bytes go where they will be held.</summary>
internal static class HeldBytes
{
    /// <summary>The bytes of a file, every one compared to what was written.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="handle">The file; it may be closed afterwards.</param>
    /// <param name="expected">What the manifest says of it.</param>
    /// <param name="heldIn">How it is to be held; not <see cref="FilesHeldIn.Automatic"/>.</param>
    /// <exception cref="IndexDamagedException">It is not what was written.</exception>
    /// <exception cref="IndexWriteException">There is no room for a copy.</exception>
    public static FileBytes Read(string path, SafeFileHandle handle, SegmentFile expected, FilesHeldIn heldIn)
    {
        switch (heldIn)
        {
            case FilesHeldIn.Memory:
                return ReadIntoMemory(path, handle, expected);
            case FilesHeldIn.Copy:
                return ReadIntoCopy(path, handle, expected);
            default:
                CheckedReading.Read(path, handle, expected, new NothingKept());
                return FileBytes.Map(handle, expected.Length, keepsOpen: false);
        }
    }

    private static FileBytes ReadIntoMemory(string path, SafeFileHandle handle, SegmentFile expected)
    {
        var memory = new Memory(expected.Length);
        try
        {
            CheckedReading.Read(path, handle, expected, memory);
            return memory.Bytes!;
        }
        catch
        {
            memory.Bytes?.Dispose();
            throw;
        }
    }

    private static FileBytes ReadIntoCopy(string path, SafeFileHandle handle, SegmentFile expected)
    {
        try
        {
            return ReadIntoCopy(Path.GetDirectoryName(path)!, path, handle, expected);
        }
        catch (IndexWriteException)
        {
            // The folder of the index is full, or nobody may write to it.
            return ReadIntoCopy(Path.GetTempPath(), path, handle, expected);
        }
    }

    private static FileBytes ReadIntoCopy(string folder, string path, SafeFileHandle handle, SegmentFile expected)
    {
        var copy = PrivateCopy.In(folder);
        try
        {
            CheckedReading.Read(path, handle, expected, copy);
            return copy.Map(expected.Length);
        }
        catch
        {
            copy.Dispose();
            throw;
        }
    }

    /// <summary>Memory of our own, taken when the file is known to be as long as the manifest says.</summary>
    private sealed class Memory(long fileLength) : ICheckedTarget
    {
        public FileBytes? Bytes { get; private set; }

        public Span<byte> Room(long offset, int length) => (Bytes ??= FileBytes.Allocate(fileLength)).Room(offset, length);

        public void Filled(long offset, ReadOnlySpan<byte> part)
        {
            // They were read into their place.
        }
    }
}
