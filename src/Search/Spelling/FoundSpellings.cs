using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Search.Language;

namespace ProposalSearch.Search.Spelling;

/// <summary>Another way to write a word or a phrase of a query, which is found as well.</summary>
/// <param name="Form">The form of its terms.</param>
/// <param name="Terms">Its terms, one or several side by side.</param>
/// <param name="Share">What a match of it counts, where one of the way that was typed counts 1: a rare spelling is no rare word.</param>
internal sealed record OtherSpelling(TermForm Form, IReadOnlyList<PhraseTerm> Terms, float Share);

/// <summary>What was found of how the words of a query may be written.</summary>
internal sealed record FoundSpellings
{
    /// <summary>Nothing.</summary>
    public static FoundSpellings None { get; } = new();

    /// <summary>Other spellings of words and phrases.</summary>
    public IReadOnlyDictionary<QueryNode, IReadOnlyList<OtherSpelling>> Others { get; init; } =
        new Dictionary<QueryNode, IReadOnlyList<OtherSpelling>>();

    /// <summary>Words with a sign at their end, as <see cref="SignedEnds.Column"/> has them, by the word as typed.</summary>
    public IReadOnlyDictionary<string, string> Signed { get; init; } = new Dictionary<string, string>();

    /// <summary>Words that no proposal has in the form that was typed, though some have another form of the same stem.</summary>
    public IReadOnlyList<string> OtherFormsOnly { get; init; } = [];

    /// <summary>Words that are found too, since they mean the same; they are among <see cref="Others"/>.</summary>
    public IReadOnlyList<SynonymsOfWord> Synonyms { get; init; } = [];

    /// <summary>Sentences for the response.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}
