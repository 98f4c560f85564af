namespace ProposalSearch.Engine.Storage;

/// <summary>An index that cannot be read or written; each subclass is another cause with another remedy.</summary>
public abstract class IndexException : Exception
{
    /// <summary>An error about a file or folder of an index.</summary>
    /// <param name="path">The file or folder.</param>
    /// <param name="message">What is wrong, expected and actual, the probable cause, and what to do.</param>
    /// <param name="inner">The error underneath, where there is one.</param>
    private protected IndexException(string path, string message, Exception? inner)
        : base(message, inner) => Path = path;

    /// <summary>The file or folder that the error is about.</summary>
    public string Path { get; }
}

/// <summary>Bytes that no writer of this format leaves: a damaged disk, a partial copy, another program's file.</summary>
public sealed class IndexDamagedException : IndexException
{
    private const string Remedy = "Build the index again from its sources; it holds nothing that they do not.";

    /// <summary>Names the fault; the remedy is added here, the same for all.</summary>
    /// <param name="path">The damaged or missing file.</param>
    /// <param name="fault">A sentence: what is wrong, what was expected and what was found.</param>
    /// <param name="inner">The error underneath, where there is one.</param>
    public IndexDamagedException(string path, string fault, Exception? inner = null)
        : base(path, $"{path}: {fault} {Remedy}", inner) => Fault = fault;

    /// <summary>The sentence without the path and the remedy.</summary>
    public string Fault { get; }
}

/// <summary>A sound file of another version of the format. An index is rebuilt, never migrated.</summary>
public sealed class IndexVersionException : IndexException
{
    /// <summary>Names both versions.</summary>
    /// <param name="path">The file of the other version.</param>
    /// <param name="expected">The version that this program reads and writes.</param>
    /// <param name="actual">The version that the file states.</param>
    public IndexVersionException(string path, int expected, int actual)
        : base(path, Describe(path, expected, actual), null) => (Expected, Actual) = (expected, actual);

    /// <summary>The version that this program reads and writes.</summary>
    public int Expected { get; }

    /// <summary>The version that the file states.</summary>
    public int Actual { get; }

    private static string Describe(string path, int expected, int actual)
    {
        var age = actual > expected ? "a newer" : "an older";
        return $"{path}: index format {actual}, but this program reads format {expected}: {age} program wrote it. "
            + "Build the index again from its sources with this program.";
    }
}

/// <summary>Somebody else is writing to the index.</summary>
public sealed class IndexLockedException : IndexException
{
    /// <summary>Names the lock file.</summary>
    /// <param name="path">The lock file.</param>
    /// <param name="inner">What the operating system said.</param>
    public IndexLockedException(string path, Exception? inner = null)
        : base(path, Describe(path), inner)
    {
    }

    private static string Describe(string path) =>
        $"{path}: another writer holds the index, and only one may write at a time. An indexer or a host that re-indexes on change is "
        + "probably running: wait for it or stop it. The lock belongs to a running process and ends with it, however it ends, so there "
        + "is no file to delete.";
}

/// <summary>
/// The system refused to write: a full disk, a folder without the rights, a file system that is read-only. What was published
/// stands.
/// </summary>
public sealed class IndexWriteException : IndexException
{
    /// <summary>Names the file and what the system said.</summary>
    /// <param name="path">The file or folder that could not be written.</param>
    /// <param name="inner">What the operating system said.</param>
    public IndexWriteException(string path, Exception inner)
        : base(path, Describe(path, inner), inner)
    {
    }

    /// <summary>Whether an exception is the system's refusal to write.</summary>
    internal static bool IsRefusal(Exception error) => error is IOException or UnauthorizedAccessException;

    private static string Describe(string path, Exception inner) =>
        $"{path}: the system refused to write this ({inner.Message.TrimEnd('.')}). The index that was last published stands. "
            + "Free space on the disk, "
        + "or check that the user who runs this may write to the folder, and run it again.";
}

/// <summary>There is no index folder.</summary>
public sealed class IndexNotFoundException : IndexException
{
    /// <summary>Names the folder.</summary>
    /// <param name="path">The folder that is not there.</param>
    public IndexNotFoundException(string path)
        : base(path, $"{path}: there is no such folder, so no index to read. Check the path, or build the index first.", null)
    {
    }
}
