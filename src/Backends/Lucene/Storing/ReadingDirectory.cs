using Lucene.Net.Index;
using Lucene.Net.Store;
using Microsoft.Win32.SafeHandles;

namespace ProposalSearch.Backends.Lucene.Storing;

/// <summary>
/// A folder for reading. Files are held in memory until they are closed, in the order in which they are opened, as long as they take no
/// more than a bound together; others are
/// read at places, without a lock and without a mapping, so that any number of threads may read and a file may go while it is open.
/// </summary>
/// <remarks>
/// Lucene.Net's own choice on 64 bits, MMapDirectory, ends the process when a reader is closed under a search (apache/lucenenet
/// #1013) and is slow where
/// several threads read (#1151); in the version used here neither is mended.
/// </remarks>
internal sealed class ReadingDirectory : FilterDirectory
{
    /// <summary>Bytes held in memory at most.</summary>
    public const long DefaultMemory = 256 << 20;

    private readonly string _folder;
    private readonly bool _copies;
    private long _left;

    /// <summary>A directory of a folder.</summary>
    public ReadingDirectory(string folder, long memory = DefaultMemory, bool copies = false)
        : base(new SimpleFSDirectory(folder, NoLockFactory.GetNoLockFactory()))
    {
        _folder = folder;
        _left = memory;
        _copies = copies;
    }

    /// <summary>The folder.</summary>
    public string Folder => _folder;

    /// <inheritdoc/>
    public override IndexInput OpenInput(string name, IOContext context)
    {
        var path = Path.Combine(_folder, name);
        if (name.StartsWith(IndexFileNames.SEGMENTS, StringComparison.Ordinal))
        {
            return new MemoryInput(path, File.ReadAllBytes(path));
        }

        var file = new FileInfo(path);
        if (file.Exists && file.Length <= Interlocked.Read(ref _left))
        {
            byte[] bytes = File.ReadAllBytes(path);
            Interlocked.Add(ref _left, -bytes.Length);
            return new MemoryInput(path, bytes, length => Interlocked.Add(ref _left, length));
        }

        if (_copies)
        {
            return new FileInput(path, Copy(path));
        }

        return new FileInput(path, File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
    }

    /// <summary>A copy that goes when it is closed, or its process ends: what is done to the file does not touch it.</summary>
    private static SafeFileHandle Copy(string path)
    {
        string copy = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        File.Copy(path, copy);
        var handle = File.OpenHandle(copy, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        File.Delete(copy);
        return handle;
    }
}
