using System.Runtime.CompilerServices;
using ProposalSearch.Backends.Embedded.Reading;
using ProposalSearch.Backends.Embedded.Storing;
using ProposalSearch.Backends.Embedded.Suggesting;
using ProposalSearch.Engine.Analysis;
using ProposalSearch.Engine.Searching;
using ProposalSearch.Engine.Storage;
using ProposalSearch.Engine.Timing;
using ProposalSearch.Proposals;
using ProposalSearch.Proposals.Search;

namespace ProposalSearch.Backends.Embedded.Searching;

/// <summary>An opened index. Searching is done when the call returns: the tasks are there for backends that ask other machines.</summary>
internal sealed class EmbeddedIndex : IProposalIndex
{
    private readonly IndexSnapshot _snapshot;
    private readonly IndexRecord _record;
    private readonly string _folder;
    private readonly QueryReader _reader;
    private readonly FacetValues _facets;
    private readonly TermNormalizer _normalizer;
    private readonly TimeProvider _clock;
    private readonly Suggester _suggester;

    public EmbeddedIndex(IndexSnapshot snapshot, IndexRecord record, string folder, string backend, TimeProvider clock)
    {
        _snapshot = snapshot;
        _record = record;
        _folder = folder;
        _normalizer = new TermNormalizer(snapshot.Settings.Analysis);
        _reader = new QueryReader(record.Metadata, _normalizer);
        _facets = new FacetValues(snapshot, record.Metadata, _normalizer);
        _clock = clock;
        _suggester = new Suggester(snapshot.Completions);
        var published = File.GetLastWriteTimeUtc(Path.Combine(folder, Manifest.FileName));
        Identity = new IndexIdentity(BuildDigest.Of(snapshot.Manifest), published, snapshot.DocumentCount, backend);
    }

    /// <inheritdoc/>
    public IndexIdentity Identity { get; }

    /// <inheritdoc/>
    public IndexMetadata Metadata => _record.Metadata;

    /// <inheritdoc/>
    public ValueTask<SearchResponse> SearchAsync(SearchRequest request, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellation.ThrowIfCancellationRequested();
        SearchRequestCheck.ThrowIfFaulty(request, Metadata);
        var run = RunOf(request.TimeBudget, cancellation);
        return ValueTask.FromResult(Read(() => Search(request, run)));
    }

    private SearchResponse Search(SearchRequest request, SearchRun run)
    {
        var after = request.Cursor is null ? (RankedDocument?)null : Cursor.Read(request, Identity.Build);
        var skip = after is null ? (request.Page - 1) * request.PerPage : 0;
        var found = Find(request, after, request.PerPage == 0 ? 0 : skip + request.PerPage + 1, run);
        var page = found.Result.Hits.Skip(skip).Take(request.PerPage).ToArray();
        return new SearchResponse
        {
            Query = found.Interpretation,
            Total = found.Result.Total,
            UnfilteredTotal = found.Result.UnfilteredTotal,
            Hits = new HitMaker(_snapshot, _record.Labels, found, request, run).Make(page),
            Facets = FacetResults.Of(found.Result.Facets, request, Metadata, run.Limit),
            DidYouMean = Correct(request, found, run),
            Warnings = found.Warnings,
            NextCursor = page.Length > 0 && found.Result.Hits.Count > skip + page.Length ? Cursor.Write(page[^1], request, Identity.Build) : null,
        };
    }

    /// <inheritdoc/>
    public ValueTask<Proposal?> FindAsync(string id, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(id);
        cancellation.ThrowIfCancellationRequested();
        return ValueTask.FromResult(Read(() => _snapshot.TryFind(id, out var document) ? StoredProposal.Read(_snapshot.Document(document), _record.Labels) : null));
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<Hit> StreamAsync(SearchRequest request, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var all = request with { Page = 1, Cursor = null, Facets = [], Snippets = 0 };
        SearchRequestCheck.ThrowIfFaulty(all, Metadata);
        cancellation.ThrowIfCancellationRequested();
        var run = RunOf(request.TimeBudget, cancellation);
        var found = Read(() => Find(all, null, int.MaxValue, run));
        var hits = new HitMaker(_snapshot, _record.Labels, found, all, run);
        foreach (var hit in found.Result.Hits)
        {
            cancellation.ThrowIfCancellationRequested();
            yield return Read(() => hits.Make(hit));
        }

        await ValueTask.CompletedTask.ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Suggestion>> SuggestAsync(SuggestRequest request, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellation.ThrowIfCancellationRequested();
        SearchRequestCheck.ThrowIfFaulty(request);
        return ValueTask.FromResult(Read(() => _suggester.Complete(request, RunOf(request.TimeBudget, cancellation).Limit)));
    }

    /// <inheritdoc/>
    public IndexStatistics Statistics()
    {
        var manifest = new FileInfo(Path.Combine(_folder, Manifest.FileName));
        var files = _snapshot.Manifest.AllFiles.Select(file => new IndexFile(file.Name, file.Length))
            .Append(new IndexFile(Manifest.FileName, manifest.Exists ? manifest.Length : 0))
            .ToList();
        return new IndexStatistics(_snapshot.DocumentCount, _snapshot.Manifest.Segments.Count, Read(_snapshot.TermCount), Read(_snapshot.TokenCount), files.Sum(file => file.Bytes), files);
    }

    /// <inheritdoc/>
    public void Dispose() => _snapshot.Dispose();

    /// <summary>Reads from the index. Where a damaged file is the cause of an error, the error says so and names the file.</summary>
    /// <exception cref="IndexUnavailableException">A file is damaged.</exception>
    private T Read<T>(Func<T> read) => EngineErrors.Translate(_folder, () => _snapshot.Read(read));

    private SearchRun RunOf(TimeSpan? budget, CancellationToken cancellation) => new(new TimeLimit(budget, _clock, cancellation));

    /// <summary>Another spelling where nothing has all words; only one that some proposal has all words of.</summary>
    private string? Correct(SearchRequest request, FoundDocuments found, SearchRun run)
    {
        if ((found.Result.UnfilteredTotal > 0 && !found.Interpretation.Relaxed)
            || new DidYouMean(_snapshot, _normalizer, run).Of(request.Text, found.Reading) is not { } other)
        {
            return null;
        }

        var corrected = request with { Text = other, Match = MatchMode.All, Filters = [], Facets = [] };
        return Find(corrected, after: null, top: 0, run).Result.Total > 0 ? other : null;
    }

    /// <summary>All words, or any of them where nothing has all and the request leaves it open.</summary>
    private FoundDocuments Find(SearchRequest request, RankedDocument? after, int top, SearchRun run)
    {
        var found = Find(request, _reader.Read(request, request.Match == MatchMode.Any), relaxed: false, after, top, run);
        if (request.Match != MatchMode.Auto || found.Result.UnfilteredTotal > 0 || found.Words.Count < 2)
        {
            return found;
        }

        var reading = _reader.Read(request, anyWord: true);
        var any = Equals(reading.Root, found.Reading.Root) ? found : Find(request, reading, relaxed: true, after, top, run);
        return any.Result.UnfilteredTotal > 0 ? any : found;
    }

    private FoundDocuments Find(SearchRequest request, QueryReading reading, bool relaxed, RankedDocument? after, int top, SearchRun run)
    {
        var words = new WordLowering(_normalizer, reading.Weights);
        var lowering = new QueryLowering(words, _facets, _record.Labels, ranked: true);
        var query = lowering.Lower(reading.Root);
        var hasWords = QueryLowering.HasWords(reading.Root);
        var result = _snapshot.Search(query, new SearchOptions
        {
            Top = top,
            After = after,
            Sort = Order.Of(request.Sort, hasWords),
            Filters = [.. request.Filters.Select(filter => Filter.Of(filter, _facets)).OfType<ColumnFilter>()],
            Facets = [.. (request.Facets ?? Metadata.Facets.Where(facet => facet.IsListed).Select(facet => facet.Field)).Distinct(StringComparer.Ordinal)],
        }, run);
        return new FoundDocuments(reading, query, lowering.Words, hasWords, result, new QueryInterpretation
        {
            Text = request.Text,
            Interpreted = Proposals.Search.Language.QueryText.Print(reading.Root),
            Ignored = reading.Ignored,
            Relaxed = relaxed,
        })
        {
            Warnings = [.. reading.Warnings, .. lowering.Warnings],
            Marked = new QueryLowering(words, _facets, _record.Labels, ranked: false).Lower(reading.Root),
        };
    }
}
