using ProposalSearch.Highlighting;
using ProposalSearch.Retrieval.Queries;

namespace ProposalSearch.Retrieval.Results;

/// <summary>What is wanted of documents that a search found.</summary>
/// <param name="Documents">The documents.</param>
public sealed record DetailsRequest(IReadOnlyList<RankedDocument> Documents)
{
    /// <summary>What is to be marked in texts; <see langword="null"/> where nothing is.</summary>
    public Query? Marked { get; init; }

    /// <summary>The passages wanted.</summary>
    public HighlightOptions Passages { get; init; } = new();

    /// <summary>The label of the section whose matches are wanted as a whole.</summary>
    public int WholeLabel { get; init; }

    /// <summary>Whether the matches of every section are wanted as a whole.</summary>
    public bool AllSections { get; init; }

    /// <summary>Parts of the query, to be told which of them each document matches.</summary>
    public IReadOnlyList<Query> Parts { get; init; } = [];

    /// <summary>The query whose scores are to be explained; <see langword="null"/> where none is.</summary>
    public Query? Explained { get; init; }
}

/// <summary>What there is to say of a document.</summary>
/// <param name="Document">What is stored of it.</param>
public sealed record DocumentDetails(IStoredDocument Document)
{
    /// <summary>The best passages, best first.</summary>
    public IReadOnlyList<Passage> Passages { get; init; } = [];

    /// <summary>What was found in the first section with <see cref="DetailsRequest.WholeLabel"/>.</summary>
    public IReadOnlyList<TextMatch> WholeMatches { get; init; } = [];

    /// <summary>What was found in each section; empty unless <see cref="DetailsRequest.AllSections"/> asked for it.</summary>
    public IReadOnlyList<IReadOnlyList<TextMatch>> SectionMatches { get; init; } = [];

    /// <summary>Whether it matches each of <see cref="DetailsRequest.Parts"/>.</summary>
    public IReadOnlyList<bool> MatchedParts { get; init; } = [];

    /// <summary>How its score came about, where that was asked for.</summary>
    public Explanation? Explanation { get; init; }
}
