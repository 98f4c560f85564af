namespace ProposalSearch.Search.Language;

/// <summary>When a query is a text that was pasted rather than typed, so that its dashes are dashes.</summary>
internal static class Dashes
{
    /// <summary>A query of more words is a text: nobody types so many.</summary>
    private const int MostTypedWords = 20;

    /// <summary>Whether a query is a text: it has many words outside quotes, and no operators of those who build long queries.</summary>
    public static bool IsText(string text)
    {
        var (words, quoted) = (0, false);
        for (var at = 1; at < text.Length; at++)
        {
            quoted ^= QueryCharacters.IsQuote(text[at - 1]);
            words += !quoted && QueryCharacters.IsSeparator(text, at - 1) && char.IsLetterOrDigit(text[at]) ? 1 : 0;
        }

        return words >= MostTypedWords
            && !text.Contains(" AND ", StringComparison.Ordinal) && !text.Contains(" OR ", StringComparison.Ordinal);
    }
}
