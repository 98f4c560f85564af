using ProposalSearch.Proposals.Applicants;
using ProposalSearch.Retrieval.Scoring;

namespace ProposalSearch.Search.Ranking;

/// <summary>A stem of the index that can tell something of a subject. There is one object for each.</summary>
/// <param name="number">Its number among these, from 0, by which its counts in several documents are added up.</param>
/// <param name="term">The stem.</param>
/// <param name="documentFrequency">How many documents have it.</param>
/// <param name="documents">Documents in the index.</param>
internal sealed class KnownTerm(int number, string term, long documentFrequency, long documents)
{
    private readonly double _surprise = Math.Log2((1 + (documentFrequency / (double)documents)) / (documentFrequency / (double)documents));
    private readonly double _chance = Math.Log2(1 + (documentFrequency / (double)documents));

    /// <summary>Its number.</summary>
    public int Number => number;

    /// <summary>The stem.</summary>
    public string Term => term;

    /// <summary>How rare it is, as BM25 has it.</summary>
    public float Rarity { get; } = Bm25.InverseDocumentFrequency(documentFrequency, documents);

    /// <summary>How far a frequency in a few documents is from chance: Bo1, see <see cref="Feedback"/>.</summary>
    public double Bo1(double frequency) => (frequency * _surprise) + _chance;
}

/// <summary>How often a document has a stem.</summary>
/// <param name="Number">See <see cref="KnownTerm.Number"/>.</param>
/// <param name="Count">How often it stands there, by the weights of the sections.</param>
internal readonly record struct CountedTerm(int Number, float Count);

/// <summary>The stems of a document that can tell something of its subject; the words of its organization's name are none.</summary>
/// <param name="Counts">How often it has each.</param>
/// <param name="Terms">The stems, in the same order.</param>
/// <param name="Words">The first word of the document that has each stem, folded, in the same order.</param>
/// <param name="Length">All its words but stop words, by the weights of the sections.</param>
/// <param name="Organization">Its organization, as <see cref="OrganizationSpelling.KeyOf"/> has it; empty where it names none.</param>
internal sealed record DocumentTerms(CountedTerm[] Counts, KnownTerm[] Terms, string[] Words, float Length, string Organization);
