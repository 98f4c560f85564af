namespace ProposalSearch.SearchHost.Pages.Facets;

/// <summary>Values as people read them: archives write them for programs, such as <c>learn</c> or <c>not_funded</c>.</summary>
internal static class NameForPeople
{
    /// <summary>
    /// The value with blanks for low lines where it has no blank of its own, and a capital first where it has no capital anywhere; anything
    /// else as it is.
    /// </summary>
    public static string Of(string value)
    {
        var text = value.Contains('_', StringComparison.Ordinal) && !value.Contains(' ', StringComparison.Ordinal)
            ? value.Replace('_', ' ').Trim()
            : value;
        return text.Length == 0 ? value
            : char.IsLower(text[0]) && !text.Any(char.IsUpper) && !text.Any(static letter => letter is '/' or '@' or '.' or ':')
                ? char.ToUpperInvariant(text[0]) + text[1..]
                : text;
    }
}
