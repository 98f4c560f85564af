using System.Runtime.CompilerServices;
using ProposalSearch.Analysis.Forms;
using ProposalSearch.Foundation.Timing;
using ProposalSearch.Proposals;
using ProposalSearch.Proposals.Applicants;
using ProposalSearch.Retrieval;
using ProposalSearch.Search.Answering;
using ProposalSearch.Search.Counting;
using ProposalSearch.Search.Related;
using ProposalSearch.Search.Storing;

namespace ProposalSearch.Search;

/// <summary>
/// An opened index of proposals: one snapshot that any number of threads may search. A later publication does not disturb it. Every method
/// throws <see cref="IndexUnavailableException"/> where the index cannot be read any more.
/// </summary>
public sealed class ProposalIndex : IDisposable
{
    /// <summary>
    /// The blob that says which proposals are of one organization, and which answers were given before: bytes of
    /// <see cref="ApplicantRelationsFormat"/>.
    /// </summary>
    public const string ApplicantsBlob = "applicants";

    private readonly OpenedIndex _index;
    private ApplicantRelations? _relations;

    internal ProposalIndex(OpenedIndex index) => _index = index;

    /// <summary>Which index this is.</summary>
    public IndexIdentity Identity => _index.Reader.Identity;

    /// <summary>The language of its texts, in which queries are read.</summary>
    public ILanguage Language => _index.Reader.Analysis.Language;

    /// <summary>What the schema said when the index was built: facets, questions.</summary>
    public IndexMetadata Metadata => _index.Record.Metadata;

    /// <summary>What labels of sections stand for.</summary>
    internal IReadOnlyList<SectionLabel> Labels => _index.Record.Labels;

    /// <summary>
    /// Opens what was published at the same location since, sharing with it what is the same; <see langword="null"/> where it has to be
    /// opened as if for the first time. See <see cref="IIndexReader.ReopenAsync"/>.
    /// </summary>
    /// <exception cref="IndexUnavailableException">It cannot be read or is damaged; the message says what to do.</exception>
    public async ValueTask<ProposalIndex?> ReopenAsync(CancellationToken cancellation = default)
    {
        return await _index.Reader.ReopenAsync(cancellation).ConfigureAwait(false) is { } reader
            ? new ProposalIndex(await _index.WithAsync(reader, cancellation).ConfigureAwait(false))
            : null;
    }

    /// <summary>The day, where answers depend on it, since best bets have days; else <see langword="null"/>.</summary>
    public DateOnly? DayOfAnswers => Metadata.BestBets.Any(static bet => bet.From is not null || bet.To is not null) ? _index.Today : null;

    /// <summary>Answers a query. The text of a query never makes an error.</summary>
    /// <exception cref="SearchRequestException">
    /// A part of the request other than its text cannot be carried out; all faults are named at once.
    /// </exception>
    /// <exception cref="SearchTimeExceededException">The search took longer than <see cref="SearchRequest.TimeBudget"/>.</exception>
    /// <exception cref="OperationCanceledException">The search was cancelled; it ends within 20 ms.</exception>
    public async ValueTask<SearchResponse> SearchAsync(SearchRequest request, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellation.ThrowIfCancellationRequested();
        SearchRequestCheck.ThrowIfFaulty(request, Metadata);
        return await GuardAsync(() => new ResponseMaker(_index, request, cancellation).MakeAsync()).ConfigureAwait(false);
    }

    /// <summary>The proposal with this id, or <see langword="null"/>.</summary>
    public async ValueTask<Proposal?> FindAsync(string id, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(id);
        return (await FindAsync([id], cancellation).ConfigureAwait(false))[0];
    }

    /// <summary>
    /// Where a proposal of this index has the words of a search, and which hits stand before and after it. Page, cursor, facets and
    /// snippets of the request do not matter.
    /// </summary>
    /// <param name="proposal">The proposal.</param>
    /// <param name="request">The search.</param>
    /// <param name="place">Which hit it is, from 1 to <see cref="SearchLimits.Window"/>; 0 where that is not known.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="SearchRequestException">As <see cref="SearchAsync"/>.</exception>
    /// <exception cref="SearchTimeExceededException">As <see cref="SearchAsync"/>.</exception>
    public async ValueTask<ProposalMarks?> MarkAsync(
        Proposal proposal, SearchRequest request, int place, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(proposal);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentOutOfRangeException.ThrowIfNegative(place);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(place, SearchLimits.Window);
        cancellation.ThrowIfCancellationRequested();
        var plain = request with { Page = 1, Cursor = null, Facets = [], Snippets = 0 };
        SearchRequestCheck.ThrowIfFaulty(plain, Metadata);
        return await GuardAsync(() => new ProposalMarker(_index, plain, cancellation).MarkAsync(proposal, place)).ConfigureAwait(false);
    }

    /// <summary>The proposals with these ids, in their order; <see langword="null"/> for an id that the index does not have.</summary>
    public async ValueTask<IReadOnlyList<Proposal?>> FindAsync(IReadOnlyList<string> ids, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(ids);
        cancellation.ThrowIfCancellationRequested();
        var documents = await _index.Reader.FindAsync(ids, cancellation).ConfigureAwait(false);
        return await GuardAsync(() => new ValueTask<IReadOnlyList<Proposal?>>(
            [
                .. documents.Select(document => document is null ? null : StoredProposal.Read(document, _index.Record.Labels)),
            ])).ConfigureAwait(false);
    }

    /// <summary>
    /// All matches of a request in its order, without snippets and without regard to page, cursor and window. The time budget is for
    /// finding them, not for handing them out, which goes at the pace of whoever takes them.
    /// </summary>
    public async IAsyncEnumerable<Hit> StreamAsync(SearchRequest request, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await foreach (var (hit, _) in StreamAsync(request, withAnswers: false, cancellation).ConfigureAwait(false))
        {
            yield return hit;
        }
    }

    /// <summary>
    /// As <see cref="StreamAsync(SearchRequest, CancellationToken)"/>, and where it is asked for each with its whole proposal.
    /// </summary>
    public async IAsyncEnumerable<(Hit Hit, Proposal? Proposal)> StreamAsync(
        SearchRequest request, bool withAnswers, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var all = request with { Page = 1, Cursor = null, Facets = [], Snippets = 0 };
        SearchRequestCheck.ThrowIfFaulty(all, Metadata);
        cancellation.ThrowIfCancellationRequested();
        var found = await GuardAsync(() => new ResponseMaker(_index, all, cancellation).FindAsync(int.MaxValue)).ConfigureAwait(false);
        var at = 0;
        await foreach (var document in _index.Reader.ReadAsync(found.Result, cancellation).ConfigureAwait(false))
        {
            yield return await GuardAsync(() => new ValueTask<(Hit, Proposal?)>((
                StoredHit.Read(document, found.ScoreOf(found.Result.Hits[at])),
                withAnswers ? StoredProposal.Read(document, _index.Record.Labels) : null))).ConfigureAwait(false);
            at++;
        }
    }

    /// <summary>
    /// Completes what somebody is typing: titles, organizations and frequent phrases that have the typed words side by side, beginning
    /// at any word, a few letters wrong at most. The fewest wrong letters first, phrases and names in turn, the most frequent of each
    /// first, each thing once, whatever its spellings. What finds nothing within the filters is left out. The text never makes an error.
    /// </summary>
    /// <exception cref="SearchRequestException">The limit is out of its bounds, or a filter is faulty.</exception>
    /// <exception cref="SearchTimeExceededException">It took longer than <see cref="SuggestRequest.TimeBudget"/>.</exception>
    public async ValueTask<IReadOnlyList<Suggestion>> SuggestAsync(SuggestRequest request, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellation.ThrowIfCancellationRequested();
        SearchRequestCheck.ThrowIfFaulty(request, Metadata);
        var limit = _index.LimitOf(request.TimeBudget, cancellation);
        return await GuardAsync(async () =>
        {
            var suggester = await _index.SuggesterAsync(cancellation).ConfigureAwait(false);
            var living = new LivingSuggestions(_index, request, limit, cancellation);
            return living.AreNeeded
                ? await living.OfAsync(suggester.Complete(request with { Limit = living.Candidates }, limit)).ConfigureAwait(false)
                : suggester.Complete(request, limit);
        }).ConfigureAwait(false);
    }

    /// <summary>
    /// Counts the matches of a request by year, beside those of the same request without its text: a trend in absolute numbers and in
    /// shares. Page, cursor, order and snippets do not matter.
    /// </summary>
    /// <exception cref="SearchRequestException">As <see cref="SearchAsync"/>; also where the archive has no facet <c>year</c>.</exception>
    /// <exception cref="SearchTimeExceededException">The search took longer than <see cref="SearchRequest.TimeBudget"/>.</exception>
    public async ValueTask<Trend> TrendAsync(SearchRequest request, CancellationToken cancellation = default)
    {
        var counted = CountedRequest(request, TrendMaker.Field, cancellation);
        return await GuardAsync(() => new TrendMaker(_index, counted, cancellation).MakeAsync()).ConfigureAwait(false);
    }

    /// <summary>
    /// The values of a facet of which a word begins so, whatever its case and accents, with their counts among the matches of a request:
    /// in the order of <see cref="FacetResult.Values"/>, also those beyond <see cref="SearchLimits.MaxFacetSize"/>. With
    /// <paramref name="below"/>, only those below a value (<see cref="FacetValue.Parent"/>), near or far.
    /// </summary>
    /// <exception cref="SearchRequestException">As <see cref="SearchAsync"/>; also where there is no such facet.</exception>
    /// <exception cref="SearchTimeExceededException">The search took longer than <see cref="SearchRequest.TimeBudget"/>.</exception>
    public async ValueTask<FacetResult> FacetValuesAsync(
        string field,
        string prefix,
        int limit,
        SearchRequest request,
        string? below = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        var counted = CountedRequest(request, field, cancellation);
        return await GuardAsync(() => FacetLookup.FindAsync(_index, counted, prefix, below, limit, cancellation)).ConfigureAwait(false);
    }

    /// <summary>The canonical questions, each with the proposals that answer it and how forms worded it.</summary>
    public async ValueTask<IReadOnlyList<QuestionUse>> QuestionsAsync(CancellationToken cancellation = default)
    {
        var limit = _index.LimitOf(SearchLimits.TimeBudget, cancellation);
        return await GuardAsync(() => QuestionUse.AllAsync(_index, limit)).ConfigureAwait(false);
    }

    /// <summary>
    /// Proposals that are about the same as one, the most similar first, each with the words and the canonical questions that say so;
    /// <see langword="null"/> where there is no proposal of this id.
    /// </summary>
    /// <param name="id">The proposal.</param>
    /// <param name="most">Proposals at most.</param>
    /// <param name="budget">As <see cref="SearchRequest.TimeBudget"/>.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="SearchTimeExceededException">It took longer than the budget.</exception>
    public async ValueTask<IReadOnlyList<SimilarProposal>?> SimilarAsync(
        string id, int most, TimeSpan? budget, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(id);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(most);
        var limit = _index.LimitOf(budget, cancellation);
        return await GuardAsync(() => new SimilarFinder(_index, limit).FindAsync(id, most)).ConfigureAwait(false);
    }

    /// <summary>A request of which only the counts of one facet are wanted.</summary>
    private SearchRequest CountedRequest(SearchRequest request, string field, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(field);
        cancellation.ThrowIfCancellationRequested();
        var counted = request with { Facets = [field], Page = 1, PerPage = 0, Cursor = null, Snippets = 0 };
        SearchRequestCheck.ThrowIfFaulty(counted, Metadata);
        return counted;
    }

    /// <summary>The bytes that the index was published with under a name; <see langword="null"/> where there are none.</summary>
    public ValueTask<byte[]?> ReadBlobAsync(string name, CancellationToken cancellation = default) =>
        _index.Reader.ReadBlobAsync(name, cancellation);

    /// <summary>
    /// Which proposals are of one organization, and which answers were given before. Read when it is asked for the first time.
    /// </summary>
    internal async ValueTask<ApplicantRelations> RelationsAsync(CancellationToken cancellation) =>
        _relations ??= await ReadBlobAsync(ApplicantsBlob, cancellation).ConfigureAwait(false) is { } bytes
            ? ApplicantRelationsFormat.Read(bytes)
            : new ApplicantRelations(new Dictionary<string, ApplicantRelation>());

    /// <summary>As <see cref="IIndexReader.FindChange"/>.</summary>
    public string? FindChange() => _index.Reader.FindChange();

    /// <summary>As <see cref="IIndexReader.FindObstacleAsync"/>.</summary>
    public ValueTask<string?> FindObstacleAsync(CancellationToken cancellation = default) =>
        _index.Reader.FindObstacleAsync(cancellation);

    /// <summary>Sizes and counts of the index.</summary>
    public ValueTask<IndexStatistics> StatisticsAsync(CancellationToken cancellation = default) =>
        _index.Reader.StatisticsAsync(cancellation);

    /// <summary>Does something with the index, and tells a spent time and damaged bytes in the words of the contract.</summary>
    private async ValueTask<T> GuardAsync<T>(Func<ValueTask<T>> action)
    {
        try
        {
            return await action().ConfigureAwait(false);
        }
        catch (TimeExceededException spent)
        {
            throw new SearchTimeExceededException(spent.Budget, spent);
        }
        catch (UnreadableBytesException unreadable)
        {
            throw new IndexUnavailableException(
                IndexUnavailableReason.Damaged, _index.Reader.FindDamage() ?? unreadable.Message, unreadable);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _index.Reader.Dispose();
}
