namespace ProposalSearch.Search.Completing;

/// <summary>A phrase that completion may offer.</summary>
/// <param name="Text">As people are to see it. Its words, in their exact form, are what a typed text is compared to.</param>
/// <param name="Weight">Of two phrases that fit, the one with the greater weight comes first. Finite.</param>
/// <param name="Kind">What it is, such as a title or an organization: a number of the caller's choice, given back as it is.</param>
internal sealed record SuggestionPhrase(string Text, float Weight, byte Kind);
