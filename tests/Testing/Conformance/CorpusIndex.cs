using ProposalSearch.Search;

namespace ProposalSearch.Testing.Conformance;

/// <summary>An index of <see cref="ProposalCorpus"/>, made when the first test asks for it and shared by the tests of a class.</summary>
public sealed class CorpusIndex : IDisposable
{
    private readonly Lock _lock = new();
    private string? _folder;
    private ProposalIndex? _index;

    /// <summary>The opened index.</summary>
    /// <param name="backend">Makes the backend.</param>
    /// <param name="location">Where; <see langword="null"/> for a new folder, which is removed with the index.</param>
    public ProposalIndex Open(Func<SearchBackend> backend, string? location = null)
    {
        ArgumentNullException.ThrowIfNull(backend);
        lock (_lock)
        {
            return _index ??= Make(backend(), location);
        }
    }

    /// <summary>Closes and removes it.</summary>
    public void Dispose()
    {
        _index?.Dispose();
        if (_folder is not null)
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    private ProposalIndex Make(SearchBackend backend, string? location)
    {
        location ??= _folder = Directory.CreateTempSubdirectory("conformance-").FullName;
        using (var builder = backend.Build(location, ProposalCorpus.Metadata.Facets))
        {
            foreach (var proposal in ProposalCorpus.Proposals.OrderBy(proposal => proposal.Id, StringComparer.Ordinal))
            {
                builder.Add(proposal);
            }

            builder.Commit(ProposalCorpus.Metadata);
        }

        return backend.Open(location);
    }
}
