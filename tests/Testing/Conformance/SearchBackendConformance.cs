using ProposalSearch.Proposals;
using ProposalSearch.Search;
using Xunit;

namespace ProposalSearch.Testing.Conformance;

/// <summary>
/// What the contract promises, as tests: the same for every backend. A backend's test project derives from this class, says how
/// the backend is made, and inherits them all. They know the contract only, never what is behind it.
/// </summary>
/// <remarks>
/// A file for each part of the contract: words, ranking, phrases, patterns, sections, facets, order, snippets, faults, life cycle.
/// Most tests search <see cref="ProposalCorpus"/>; where a test needs proposals of its own, it makes them in its first lines.
/// </remarks>
public abstract partial class SearchBackendConformance : IClassFixture<CorpusIndex>, IDisposable
{
    private readonly CorpusIndex _corpus;
    private readonly List<string> _folders = [];
    private readonly List<IDisposable> _opened = [];

    /// <summary>Tests that share one index of the corpus, since they only read it.</summary>
    protected SearchBackendConformance(CorpusIndex corpus) => _corpus = corpus;

    /// <summary>The backend under test. Each call may give a new one.</summary>
    protected abstract SearchBackend CreateBackend();

    /// <summary>An opened index of <see cref="ProposalCorpus"/>.</summary>
    protected ProposalIndex Corpus() => _corpus.Open(CreateBackend);

    /// <summary>An opened index of these proposals, without facets and questions.</summary>
    protected ProposalIndex Index(params Proposal[] proposals) => Index(Some.Metadata, proposals);

    /// <summary>An opened index of these proposals.</summary>
    protected ProposalIndex Index(IndexMetadata metadata, IReadOnlyList<Proposal> proposals)
    {
        var folder = NewFolder();
        Write(CreateBackend(), folder, metadata, proposals);
        return Open(CreateBackend(), folder);
    }

    /// <summary>Writes an index into a folder.</summary>
    protected static void Write(SearchBackend backend, string folder, IndexMetadata metadata, IReadOnlyList<Proposal> proposals)
    {
        ArgumentNullException.ThrowIfNull(backend);
        ArgumentNullException.ThrowIfNull(proposals);
        using var builder = backend.Build(folder, metadata.Facets);
        foreach (var proposal in proposals.OrderBy(proposal => proposal.Id, StringComparer.Ordinal))
        {
            builder.Add(proposal);
        }

        builder.Commit(metadata);
    }

    /// <summary>Opens an index, to be closed when the test ends.</summary>
    protected ProposalIndex Open(SearchBackend backend, string folder)
    {
        ArgumentNullException.ThrowIfNull(backend);
        var index = backend.Open(folder);
        _opened.Add(index);
        return index;
    }

    /// <summary>A new empty folder, removed when the test ends.</summary>
    protected string NewFolder()
    {
        var folder = Directory.CreateTempSubdirectory("conformance-").FullName;
        _folders.Add(folder);
        return folder;
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

    private static async Task<SearchResponse> Search(ProposalIndex index, string text) => await index.SearchAsync(new SearchRequest { Text = text, PerPage = 100 });

    private static async Task<SearchResponse> Search(ProposalIndex index, SearchRequest request) => await index.SearchAsync(request);

    /// <summary>The ids of all hits, in order.</summary>
    private static async Task<string[]> Ids(ProposalIndex index, string text) => Ids(await Search(index, text));

    private static async Task<string[]> Ids(ProposalIndex index, SearchRequest request) => Ids(await Search(index, request));

    private static string[] Ids(SearchResponse response)
    {
        Assert.Equal(response.Total, response.Hits.Count);
        return [.. response.Hits.Select(hit => hit.Id)];
    }

    /// <summary>The ids of all hits, in alphabetical order, where a test is about which and not about where.</summary>
    private static async Task<string[]> Found(ProposalIndex index, string text) => [.. (await Ids(index, text)).Order(StringComparer.Ordinal)];
}
