using ProposalSearch.Analysis.Patterns;
using ProposalSearch.Backends.OpenSearch.Indexes;
using ProposalSearch.Foundation.Timing;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Retrieval.Results;
using ProposalSearch.Retrieval.Scoring;
using ProposalSearch.Retrieval.Terms;

namespace ProposalSearch.Backends.OpenSearch.Terms;

/// <summary>What the whole index says of terms: how rare they are, and which are like one. Thread-safe.</summary>
/// <param name="mark">What the index says of itself.</param>
/// <param name="vocabulary">Its terms.</param>
internal sealed class IndexTerms(IndexMark mark, Vocabulary vocabulary)
{
    /// <summary>Documents that have words.</summary>
    public long DocumentsWithWords => mark.DocumentsWithWords;

    /// <summary>Words of a document on average.</summary>
    public float AverageLength => mark.AverageLength;

    /// <summary>How many documents have a term; 0 where none has.</summary>
    public int FrequencyOf(TermForm form, string term) => vocabulary.Of(form).FrequencyOf(term);

    /// <summary>How rare a term is that so many documents have.</summary>
    public float Rarity(long documents) => Bm25.InverseDocumentFrequency(documents, mark.DocumentsWithWords);

    /// <summary>How rare a phrase is: the sum of its terms; <see langword="null"/> where the index lacks one of them.</summary>
    public float? Rarity(TermForm form, IReadOnlyList<PhraseTerm> terms)
    {
        float rarity = 0;
        foreach (var term in terms)
        {
            if (FrequencyOf(form, term.Term) is not (> 0 and var documents))
            {
                return null;
            }

            rarity += Rarity(documents);
        }

        return terms.Count == 0 ? null : rarity;
    }

    /// <summary>The terms of a shape.</summary>
    public List<(string Term, int Documents)> Of(TermShape shape, TimeLimit limit) => shape.In(vocabulary.Of(shape.Form), limit);

    /// <summary>All terms within so many edits, in any order.</summary>
    public IReadOnlyList<NearTerm> Near(TermForm form, LevenshteinAutomaton automaton, TimeLimit limit)
    {
        var found = new List<NearTerm>();
        vocabulary.Of(form).Find(automaton, (term, edits, documents) => found.Add(new NearTerm(term, edits, documents)), limit);
        return found;
    }

    /// <summary>The terms that a fuzzy query stands for, each with what a match weighs; none where nothing is near.</summary>
    public IReadOnlyList<(string Term, float Weight)> Of(FuzzyQuery query, float boost, TimeLimit limit)
    {
        var automaton = new LevenshteinAutomaton(query.Term, query.Edits, query.PrefixLength, query.Transpositions);
        var nearest = NearTermWeights.Of(Near(query.Form, automaton, limit), query);
        if (nearest.Count == 0)
        {
            return [];
        }

        float rarity = Rarity(nearest.Max(near => near.Term.DocumentFrequency));
        return [.. nearest.Select(near => (near.Term.Term, boost * rarity * near.Weight))];
    }
}
