using ProposalSearch.Search;
using ProposalSearch.Search.Language;
using Xunit;
using Xunit.Abstractions;

namespace ProposalSearch.Testing.Conformance;

/// <summary>
/// Every operator in every scope and every shape, on real texts with words that stand in them hundreds of times: no request fails, and the
/// plain twin finds
/// the same proposals. A part of the conformance suite; a backend's test project derives from it.
/// </summary>
public abstract class GeneratedQueryConformance(ITestOutputHelper output) : IDisposable
{
    private const int Queries = 5_000;
    private const int Proposals = 60;
    private const int Times = 120;

    private readonly string _folder = Directory.CreateTempSubdirectory("generated-").FullName;

    /// <summary>Where the index is.</summary>
    protected virtual string Location => _folder;

    /// <summary>The backend under test.</summary>
    protected abstract SearchBackend CreateBackend();

    [Theory]
    [InlineData(1)]
    public Task Generated_OnTheSamplesRepeated_AgreeWithTheTwin(int seed) =>
        Compare("samples repeated", RealText.Of(Path.Combine(Repository.Root, "seeds")).Repeated(Proposals, Times, new Random(seed)), seed);

    [SharedFact("corpora", "la2050-archive")]
    public Task Generated_OnAnArchive_AgreeWithTheTwin() =>
        Compare("la2050-archive", RealText.Of(SharedCorpus.Path("corpora", "la2050-archive")!), seed: 2);

    private async Task Compare(string name, RealText archive, int seed)
    {
        var twin = new PlainArchive(archive.Proposals);
        var queries = new GeneratedQueries(archive, twin, seed);
        using var index = Build(archive);
        var (found, without, failures) = (0L, 0, new List<string>());
        for (var number = 0; number < Queries; number++)
        {
            var request = queries.Next(number);
            var ids = twin.Find(Read(request, archive.Metadata), request.Filters);
            (found, without) = (found + ids.Count, without + (ids.Count == 0 ? 1 : 0));
            if (await Fault(index, request, ids) is { } fault)
            {
                failures.Add($"query {number} of seed {seed}, '{request.Text}', match {request.Match}, "
                    + $"in [{string.Join(", ", request.In)}], filters {request.Filters.Count}: {fault}");
            }
        }

        output.WriteLine(
            $"{name}: {Queries:N0} generated queries of {queries.Kinds:N0} kinds on {archive.Proposals.Count:N0} proposals (seed {seed}): "
                + $"{failures.Count} failed or differed from the twin; "
            + $"{found:N0} hits in all, {without:N0} queries without any");
        Assert.True(failures.Count == 0,
            string.Join(Environment.NewLine, failures.Take(20).Prepend($"{failures.Count} of {Queries} queries:")));
        Assert.InRange(without, 0, Queries / 2);
    }

    /// <summary>What is wrong with an answer; <see langword="null"/> where nothing is.</summary>
    private static async Task<string?> Fault(ProposalIndex index, SearchRequest request, HashSet<string> ids)
    {
        try
        {
            var response = await index.SearchAsync(request);
            List<Hit> hits = [.. response.Hits];
            for (var cursor = response.NextCursor; cursor is not null && ids.Count <= 100;)
            {
                var next = await index.SearchAsync(
                    request with { Cursor = cursor, PerPage = 100, Facets = [], Snippets = 0, Explain = false });
                hits.AddRange(next.Hits);
                cursor = next.NextCursor;
            }

            var more = hits.Select(hit => hit.Id).Where(id => !ids.Contains(id)).ToList();
            return more.Count > 0 ? $"found {more[0]}, which the twin does not"
                : response.Total != ids.Count ? $"{response.Total} proposals, where the twin has {ids.Count}"
                : ids.Count <= 100 && hits.Select(hit => hit.Id).Distinct().Count() != ids.Count
                    ? $"{hits.Count} hits, where the twin has {ids.Count}"
                : null;
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            return fault.ToString();
        }
    }

    /// <summary>The tree that the contract reads of a request.</summary>
    private static QueryNode? Read(SearchRequest request, IndexMetadata metadata)
    {
        var root = QueryText.Parse(request.Text, QueryTextOptions.For(metadata, request.Match == MatchMode.Any)).Root;
        return request.In.Count == 0 ? root : new WithinNode(request.In, root ?? new EverythingNode());
    }

    private ProposalIndex Build(RealText archive)
    {
        using (var builder = CreateBackend().Build(Location, archive.Metadata.Facets))
        {
            foreach (var proposal in archive.Proposals)
            {
                builder.Add(proposal);
            }

            builder.Commit(archive.Metadata);
        }

        return CreateBackend().Open(Location);
    }

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
            Directory.Delete(_folder, recursive: true);
        }
    }
}
