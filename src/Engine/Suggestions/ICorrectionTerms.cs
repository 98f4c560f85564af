namespace ProposalSearch.Engine.Suggestions;

/// <summary>The words that corrections are made of: those of an index, in their exact form.</summary>
public interface ICorrectionTerms
{
    /// <summary>How many documents have a word; 0 for one that is unknown.</summary>
    long DocumentFrequency(string term);

    /// <summary>How many documents have all of these words; <see langword="null"/> when that cannot be told.</summary>
    long? DocumentsWithAll(IReadOnlyList<string> terms);

    /// <summary>
    /// The words within so many edits of a word, as a <see cref="Terms.LevenshteinAutomaton"/> with transpositions counts them, in any
    /// order; the word itself may be among them.
    /// </summary>
    IEnumerable<NearTerm> Near(string term, int maxEdits);
}

/// <summary>A word near to another.</summary>
/// <param name="Term">The word, in its exact form.</param>
/// <param name="Edits">How far it is.</param>
/// <param name="DocumentFrequency">How many documents have it.</param>
public readonly record struct NearTerm(string Term, int Edits, long DocumentFrequency);
