using ProposalSearch.Retrieval.Documents;

namespace ProposalSearch.Retrieval.Queries;

/// <summary>What to look for: a tree. Terms are as they are in the index; nothing here is analysed.</summary>
public abstract record Query;

/// <summary>Documents that have a term, scored by BM25.</summary>
/// <param name="Form">Which form of the words to look in.</param>
/// <param name="Term">The term.</param>
public sealed record TermQuery(TermForm Form, string Term) : Query;

/// <summary>Documents that have terms near one another, scored by BM25 with the number of places as frequency.</summary>
/// <param name="Form">Which form of the words to look in.</param>
/// <param name="Terms">The terms with their places in the phrase; in the order of the places.</param>
/// <param name="Slop">
/// How many moves of a word a place may need, as Lucene counts them; 0 asks for the exact phrase. More than would let it reach into the
/// next section (<see cref="IndexSettings.SectionGap"/> less the phrase's own length) are not allowed.
/// </param>
public sealed record PhraseQuery(TermForm Form, IReadOnlyList<PhraseTerm> Terms, int Slop) : Query;

/// <summary>A term of a phrase.</summary>
/// <param name="Term">The term.</param>
/// <param name="Position">Its place in the phrase, from 0; a place that no term has is a gap for any one word.</param>
public readonly record struct PhraseTerm(string Term, int Position);

/// <summary>How documents are scored that match any term of a set.</summary>
public enum TermSetScoring
{
    /// <summary>Each scores 1.</summary>
    Constant,

    /// <summary>As if all terms of the set were one: their frequencies add up, and the most frequent tells how rare it is.</summary>
    Blended,
}

/// <summary>Documents that have any term with a beginning.</summary>
/// <param name="Form">Which form of the words to look in.</param>
/// <param name="Prefix">The beginning.</param>
/// <param name="Scoring">How to score.</param>
public sealed record PrefixQuery(TermForm Form, string Prefix, TermSetScoring Scoring) : Query;

/// <summary>Documents that have any term of a shape.</summary>
/// <param name="Form">Which form of the words to look in.</param>
/// <param name="Pattern">The shape: <c>?</c> stands for one character, <c>*</c> for any number.</param>
/// <param name="Scoring">How to score.</param>
public sealed record WildcardQuery(TermForm Form, string Pattern, TermSetScoring Scoring) : Query;

/// <summary>Documents that have a term near to one. The nearest terms count, and a nearer one weighs more.</summary>
/// <param name="Form">Which form of the words to look in.</param>
/// <param name="Term">The term.</param>
/// <param name="Edits">Edits at most, 0 to 2.</param>
public sealed record FuzzyQuery(TermForm Form, string Term, int Edits) : Query
{
    /// <summary>Characters at the beginning that must be equal. Default 0.</summary>
    public int PrefixLength { get; init; }

    /// <summary>Whether two neighbours that changed places are one edit. Default true.</summary>
    public bool Transpositions { get; init; } = true;

    /// <summary>Terms that count at most, the nearest first. Default 50.</summary>
    public int MaximumTerms { get; init; } = 50;
}

/// <summary>Documents by several conditions.</summary>
public sealed record BooleanQuery : Query
{
    /// <summary>All of them must match; their scores add up.</summary>
    public IReadOnlyList<Query> Must { get; init; } = [];

    /// <summary>At least <see cref="Minimum"/> of them must match; the scores of those that do add up.</summary>
    public IReadOnlyList<Query> Should { get; init; } = [];

    /// <summary>All of them must match; they do not score.</summary>
    public IReadOnlyList<Query> Filter { get; init; } = [];

    /// <summary>None of them may match; they do not score.</summary>
    public IReadOnlyList<Query> Not { get; init; } = [];

    /// <summary>
    /// How many of <see cref="Should"/>; <see langword="null"/> for 1 where there is neither a must nor a filter, else 0.
    /// </summary>
    public int? Minimum { get; init; }
}

/// <summary>A query with its scores multiplied.</summary>
/// <param name="Inner">The query.</param>
/// <param name="Factor">The factor, not negative.</param>
public sealed record BoostQuery(Query Inner, float Factor) : Query;

/// <summary>A query whose documents all score the same.</summary>
/// <param name="Inner">The query.</param>
/// <param name="Score">The score.</param>
public sealed record ConstantQuery(Query Inner, float Score = 1) : Query;

/// <summary>All documents, each with the score 1.</summary>
public sealed record AllQuery : Query;

/// <summary>No document.</summary>
public sealed record NoneQuery : Query;

/// <summary>Documents by values of a text column, each with the score 1.</summary>
/// <param name="Column">The column.</param>
/// <param name="Values">The values, of which a document needs one.</param>
/// <param name="Missing">Whether documents without any value match too.</param>
public sealed record ValueQuery(string Column, IReadOnlyList<string> Values, bool Missing = false) : Query;

/// <summary>A query whose words count only in sections with some labels.</summary>
/// <param name="Inner">The query.</param>
/// <param name="Labels">The labels.</param>
public sealed record ScopeQuery(Query Inner, IReadOnlySet<int> Labels) : Query;
