using ProposalSearch.Proposals;
using ProposalSearch.Search;

namespace ProposalSearch.Testing.Conformance;

/// <summary>What the suites have in common: indexes at locations of their own, closed and removed when the test ends.</summary>
public abstract class ConformanceTests : IDisposable
{
    private readonly List<string> _folders = [];
    private readonly List<IDisposable> _opened = [];

    /// <summary>The backend under test. Each call may give a new one.</summary>
    protected abstract SearchBackend CreateBackend();

    /// <summary>A location where there is no index yet: a new empty folder, where the backend does not say otherwise.</summary>
    protected virtual string NewLocation()
    {
        var folder = Directory.CreateTempSubdirectory("conformance-").FullName;
        _folders.Add(folder);
        return folder;
    }

    /// <summary>An opened index of these proposals, without facets and questions.</summary>
    protected ProposalIndex Index(params Proposal[] proposals) => Index(Some.Metadata, proposals);

    /// <summary>An opened index of these proposals.</summary>
    protected ProposalIndex Index(IndexMetadata metadata, IReadOnlyList<Proposal> proposals)
    {
        var location = NewLocation();
        Write(CreateBackend(), location, metadata, proposals);
        return Open(CreateBackend(), location);
    }

    /// <summary>Writes an index.</summary>
    protected static void Write(SearchBackend backend, string location, IndexMetadata metadata, IReadOnlyList<Proposal> proposals)
    {
        ArgumentNullException.ThrowIfNull(backend);
        ArgumentNullException.ThrowIfNull(metadata);
        ArgumentNullException.ThrowIfNull(proposals);
        using var builder = backend.Build(location, Facets(metadata, proposals));
        foreach (var proposal in proposals.OrderBy(proposal => proposal.Id, StringComparer.Ordinal))
        {
            builder.Add(proposal);
        }

        builder.Commit(metadata);
    }

    /// <summary>Opens an index, to be closed when the test ends.</summary>
    protected ProposalIndex Open(SearchBackend backend, string location)
    {
        ArgumentNullException.ThrowIfNull(backend);
        var index = backend.Open(location);
        _opened.Add(index);
        return index;
    }

    /// <summary>Closes and removes what the test made.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Closes and removes what the test made.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (!disposing)
        {
            return;
        }

        _opened.ForEach(opened => opened.Dispose());
        _folders.ForEach(folder => Directory.Delete(folder, recursive: true));
    }

    /// <summary>The facets of the schema, and those that proposals have without it.</summary>
    private static IReadOnlyList<FacetDefinition> Facets(IndexMetadata metadata, IReadOnlyList<Proposal> proposals) =>
    [
        .. metadata.Facets,
        .. proposals.SelectMany(proposal => proposal.Facets.Keys)
            .Except(metadata.Facets.Select(facet => facet.Field), StringComparer.Ordinal)
            .Select(field => new FacetDefinition(field, field, FacetType.Text)),
    ];
}
