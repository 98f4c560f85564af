using ProposalSearch.Analysis.Text;
using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Retrieval.Results;
using ProposalSearch.Search.Language;
using ProposalSearch.Search.Ranking;
using ProposalSearch.Search.Reading;
using ProposalSearch.Search.Spelling;
using ProposalSearch.Search.Storing;

namespace ProposalSearch.Search.Answering;

/// <summary>A reading of a request as queries of the engine.</summary>
internal sealed class LoweredQuery
{
    private readonly IReadOnlyList<SectionLabel> _labels;

    /// <summary>Lowers a reading.</summary>
    public LoweredQuery(
        SearchRequest request,
        QueryReading reading,
        WordAnalysis analysis,
        FoundSpellings spellings,
        LoadedFacets facets,
        IReadOnlyList<SectionLabel> labels)
    {
        var words = new WordLowering(analysis, reading.Weights, spellings);
        _labels = labels;
        Lowering = words;
        OtherFormsOnly = spellings.OtherFormsOnly;
        Synonyms = spellings.Synonyms;
        Facets = facets;
        HasWords = QueryLowering.HasWords(reading.Root);
        Sort = Order.Of(request, HasWords);
        var lowering = new QueryLowering(words, facets, labels, ranked: true);
        Plain = ExactName.Found(lowering.Lower(reading.Root), TypedText.Of(request.Text), reading.Root);
        Words = lowering.Words;
        Warnings = [.. reading.Warnings, .. lowering.Warnings, .. spellings.Warnings];
        Marked = new QueryLowering(words, facets, labels, ranked: false).Lower(reading.Root);
    }

    /// <summary>The query, scored by its own words alone.</summary>
    public Query Plain { get; }

    /// <summary>What is to be marked in texts: the query without what only adds to scores.</summary>
    public Query Marked { get; }

    /// <summary>Whether anything of the query scores.</summary>
    public bool HasWords { get; }

    /// <summary>The order.</summary>
    public SortBy Sort { get; }

    /// <summary>The words that are to be found, each with a query of its own.</summary>
    public IReadOnlyList<(string Word, Query Query)> Words { get; }

    /// <summary>What people should know of how the query was read.</summary>
    public IReadOnlyList<string> Warnings { get; }

    /// <summary>See <see cref="QueryInterpretation.OtherFormsOnly"/>.</summary>
    public IReadOnlyList<string> OtherFormsOnly { get; }

    /// <summary>See <see cref="QueryInterpretation.Synonyms"/>.</summary>
    public IReadOnlyList<SynonymsOfWord> Synonyms { get; }

    /// <summary>The values of facets that the request names.</summary>
    public LoadedFacets Facets { get; }

    /// <summary>Words to queries.</summary>
    public WordLowering Lowering { get; }

    /// <summary>Another query of the same words.</summary>
    public Query Lower(QueryNode root) => new QueryLowering(Lowering, Facets, _labels, ranked: true).Lower(root);
}
