namespace ProposalSearch.Engine.Storage;

/// <summary>
/// The way of a reader through an opened file from front to back. What is more than a window behind it leaves this process's memory, so
/// that a merge takes the memory of its windows and not that of its sources. Used by one thread.
/// </summary>
/// <param name="file">The file; nobody else should be reading this mapping.</param>
/// <param name="window">Bytes that may stay behind the reader.</param>
internal sealed class ReadTrail(OpenedFile file, long window)
{
    private long _forgotten;

    /// <summary>The reader has come to an offset and will not go back.</summary>
    public void Reach(long offset)
    {
        if (offset - _forgotten >= window)
        {
            file.Forget(_forgotten, offset - _forgotten);
            _forgotten = offset;
        }
    }

    /// <summary>The reader has come to the end.</summary>
    public void End() => file.Forget(0, file.Length);
}
