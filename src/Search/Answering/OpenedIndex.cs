using ProposalSearch.Analysis.Forms;
using ProposalSearch.Foundation.Timing;
using ProposalSearch.Proposals.Applicants;
using ProposalSearch.Retrieval;
using ProposalSearch.Search.Completing;
using ProposalSearch.Search.Ranking;
using ProposalSearch.Search.Reading;
using ProposalSearch.Search.Recommending;
using ProposalSearch.Search.Spelling;
using ProposalSearch.Search.Storing;
using ProposalSearch.Search.Synonyms;

namespace ProposalSearch.Search.Answering;

/// <summary>An index with what is worked out once for all its searches. Thread-safe.</summary>
internal sealed class OpenedIndex
{
    private readonly TimeProvider _clock;
    private Suggester? _suggester;

    /// <summary>An index.</summary>
    /// <param name="reader">The engine's part.</param>
    /// <param name="record">What the index says of its proposals.</param>
    /// <param name="clock">Tells when the time of a request is spent.</param>
    public OpenedIndex(IIndexReader reader, IndexRecord record, TimeProvider clock)
    {
        _clock = clock;
        Reader = reader;
        Record = record;
        Normalizer = new TermNormalizer(reader.Analysis);
        FunctionWords = Language.FunctionWords.Of(reader.Analysis.Language);
        QueryReader = new QueryReader(record.Metadata, FunctionWords);
        Organizations = new KnownOrganizations(record.Metadata.Organizations);
        Facets = new FacetValues(reader, Normalizer, Organizations);
        Spelling = new SpellingKnowledge(reader, Normalizer, FunctionWords)
        {
            IsEnglish = reader.Analysis.Language == BuiltInLanguages.English,
        };
        BestBets = new KnownBestBets(record.Metadata.BestBets, Normalizer);
        Synonyms = new KnownSynonyms(
            record.Metadata.Synonyms.Concat(OrganizationNames.Of(record.Metadata.Organizations)), Normalizer);
        Texts = new TermsOfDocuments(Normalizer, reader.Identity.Documents, FunctionWords);
    }

    /// <summary>An index whose engine's part is open.</summary>
    /// <param name="reader">The engine's part; it is disposed where this fails.</param>
    /// <param name="location">Where it is, for messages.</param>
    /// <param name="clock">Tells when the time of a request is spent.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="IndexUnavailableException">It was made by another version of the program, or is damaged.</exception>
    public static async ValueTask<OpenedIndex> OfAsync(
        IIndexReader reader, string location, TimeProvider clock, CancellationToken cancellation)
    {
        try
        {
            var bytes = await reader.ReadBlobAsync(IndexRecord.BlobName, cancellation).ConfigureAwait(false);
            return new OpenedIndex(reader, IndexRecord.Read(bytes, location), clock);
        }
        catch (UnreadableBytesException unreadable)
        {
            var damage = reader.FindDamage();
            reader.Dispose();
            throw new IndexUnavailableException(IndexUnavailableReason.Damaged, damage ?? unreadable.Message, unreadable);
        }
        catch
        {
            reader.Dispose();
            throw;
        }
    }

    /// <summary>The same of a later publication.</summary>
    /// <exception cref="IndexUnavailableException">As <see cref="OfAsync"/>.</exception>
    public ValueTask<OpenedIndex> WithAsync(IIndexReader reader, CancellationToken cancellation) =>
        OfAsync(reader, "the same place", _clock, cancellation);

    /// <summary>The engine's part.</summary>
    public IIndexReader Reader { get; }

    /// <summary>What the index says of its proposals.</summary>
    public IndexRecord Record { get; }

    /// <summary>Makes terms of words.</summary>
    public TermNormalizer Normalizer { get; }

    /// <summary>Words that only hold a sentence together, in its language.</summary>
    public IReadOnlySet<string> FunctionWords { get; }

    /// <summary>Reads queries.</summary>
    public QueryReader QueryReader { get; }

    /// <summary>The values of facets.</summary>
    public FacetValues Facets { get; }

    /// <summary>How the words of the index are written.</summary>
    public SpellingKnowledge Spelling { get; }

    /// <summary>What is shown first for some queries.</summary>
    public KnownBestBets BestBets { get; }

    /// <summary>The day where this program runs.</summary>
    public DateOnly Today => DateOnly.FromDateTime(_clock.GetLocalNow().DateTime);

    /// <summary>Organizations that have several names.</summary>
    public KnownOrganizations Organizations { get; }

    /// <summary>Words that mean the same.</summary>
    public KnownSynonyms Synonyms { get; }

    /// <summary>The stems of documents.</summary>
    public TermsOfDocuments Texts { get; }

    /// <summary>What is shown of proposals.</summary>
    public KnownHits Hits { get; } = new();

    /// <summary>The filters that were suggested.</summary>
    public KnownFilters SuggestedFilters { get; } = new();

    /// <summary>What is asked of the index for one request.</summary>
    public ISearchRun Begin(TimeLimit limit) => new RememberingRun(Reader.Begin(limit), Spelling.Terms, limit);

    /// <summary>How long a request may take, from now on.</summary>
    public TimeLimit LimitOf(TimeSpan? budget, CancellationToken cancellation) => new(budget, _clock, cancellation);

    /// <summary>Completes what is typed. Its lists are read when they are asked for the first time.</summary>
    public async ValueTask<Suggester> SuggesterAsync(CancellationToken cancellation)
    {
        if (_suggester is { } known)
        {
            return known;
        }

        var lists = new List<SuggestionsReader>();
        foreach (var name in CompletionLists.BlobNames)
        {
            if (await Reader.ReadBlobAsync(name, cancellation).ConfigureAwait(false) is { } bytes)
            {
                lists.Add(SuggestionsReader.Open(new BlobBytes(name, bytes), Normalizer));
            }
        }

        return _suggester = new Suggester(lists, Organizations);
    }
}
