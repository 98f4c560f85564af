namespace ProposalSearch.Search.Ranking;

/// <summary>A stem of the index. There is one object for each, so that terms are told apart without a look at their letters.</summary>
/// <param name="term">The stem.</param>
/// <param name="documentFrequency">How many documents have it.</param>
internal sealed class KnownTerm(string term, long documentFrequency)
{
    /// <summary>The stem.</summary>
    public string Term => term;

    /// <summary>How many documents have it.</summary>
    public long DocumentFrequency => documentFrequency;
}

/// <summary>A stem in a document.</summary>
/// <param name="Term">The stem.</param>
/// <param name="Word">The first word of the document that has this stem, folded.</param>
/// <param name="Count">How often it stands there, by the weights of the sections.</param>
internal readonly record struct CountedTerm(KnownTerm Term, string Word, float Count);

/// <summary>The stems of a document that can tell something of its subject.</summary>
/// <param name="Terms">The stems.</param>
/// <param name="Length">All its words but stop words, by the weights of the sections.</param>
internal sealed record DocumentTerms(IReadOnlyList<CountedTerm> Terms, float Length);
