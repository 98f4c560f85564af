namespace ProposalSearch.Analysis.Recognition;

/// <summary>The language that some text is written in, as far as it tells.</summary>
/// <param name="Code">The language by BCP 47; empty where the text does not tell.</param>
/// <param name="Characters">How much text it is.</param>
public readonly record struct WrittenIn(string Code, int Characters);
