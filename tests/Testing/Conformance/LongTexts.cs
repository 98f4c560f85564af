using ProposalSearch.Search;

namespace ProposalSearch.Testing.Conformance;

/// <summary>An index of forty proposals, some of tens of thousands of words, that searches by a clock which can be asked.</summary>
public abstract class LongTexts : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("limits-").FullName;

    /// <summary>Builds the index.</summary>
    /// <param name="backend">Makes the backend under test, by a clock.</param>
    protected LongTexts(Func<TimeProvider, SearchBackend> backend)
    {
        ArgumentNullException.ThrowIfNull(backend);
        var archive = RealText.Of(Path.Combine(Repository.Root, "seeds")).Repeated(count: 40, times: 40, new Random(1));
        using (var builder = backend(TimeProvider.System).Build(_folder))
        {
            archive.Proposals.ToList().ForEach(builder.Add);
            builder.Commit(archive.Metadata);
        }

        Index = backend(Clock).Open(_folder);
    }

    /// <summary>The clock.</summary>
    public LookingClock Clock { get; } = new();

    /// <summary>The index.</summary>
    public ProposalIndex Index { get; }

    /// <summary>Removes the index.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Removes the index.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            Index.Dispose();
            Directory.Delete(_folder, recursive: true);
        }
    }
}
