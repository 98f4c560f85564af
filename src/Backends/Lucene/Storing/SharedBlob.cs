using Lucene.Net.Store;

namespace ProposalSearch.Backends.Lucene.Storing;

/// <summary>The open file of a blob, for as many readers as have it: the last one closes it. Thread-safe.</summary>
/// <param name="input">The file.</param>
internal sealed class SharedBlob(IndexInput input) : IDisposable
{
    private int _readers = 1;

    /// <summary>One more reader has it.</summary>
    public SharedBlob Share()
    {
        Interlocked.Increment(ref _readers);
        return this;
    }

    /// <summary>Its bytes.</summary>
    public byte[] Read() => BlobFiles.Read(input);

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Interlocked.Decrement(ref _readers) == 0)
        {
            input.Dispose();
        }
    }
}
