using ProposalSearch.Retrieval.Results;

namespace ProposalSearch.Search.Correcting;

/// <summary>The words that corrections are made of: those of an index, in their exact form.</summary>
internal interface ICorrectionTerms
{
    /// <summary>How many documents have each of some words; 0 for one that is unknown.</summary>
    ValueTask<IReadOnlyList<long>> DocumentFrequenciesAsync(IReadOnlyList<string> terms);

    /// <summary>How many documents have all of these words; <see langword="null"/> when that cannot be told.</summary>
    ValueTask<long?> DocumentsWithAllAsync(IReadOnlyList<string> terms);

    /// <summary>
    /// The words within so many edits of a word, where two neighbours that changed places are one edit, in any order; the word itself may
    /// be among them.
    /// </summary>
    ValueTask<IReadOnlyList<NearTerm>> NearAsync(string term, int maximumEdits);
}
