namespace ProposalSearch.Foundation.Texts;

/// <summary>
/// Texts that are too long for where they are shown. A cut never falls inside a surrogate pair: half of one has no UTF-8.
/// </summary>
public static class ShortText
{
    private static readonly char[] Blanks = [' ', '\n', '\t', '\u00a0'];

    /// <summary>
    /// The first UTF-16 units of a text, as many as <paramref name="length"/>, or one less where a pair would be cut apart.
    /// </summary>
    public static string Beginning(string text, int length)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length <= length ? text : text[..CutAt(text, length)];
    }

    /// <summary>A text as it is where it is short enough; else its beginning and a sign.</summary>
    /// <param name="text">The text.</param>
    /// <param name="longest">UTF-16 units of the result; at least as many as <paramref name="sign"/> has.</param>
    /// <param name="sign">Says that something was left out.</param>
    public static string Of(ReadOnlySpan<char> text, int longest, string sign = "…")
    {
        ArgumentNullException.ThrowIfNull(sign);
        return text.Length <= longest ? text.ToString() : string.Concat(text[..CutAt(text, longest - sign.Length)], sign);
    }

    /// <summary>As <see cref="Of"/>, cut between words where one of the last ones ends in time.</summary>
    /// <param name="text">The text.</param>
    /// <param name="longest">UTF-16 units of the result; at least one.</param>
    public static string OfWords(string text, int longest)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length <= longest)
        {
            return text;
        }

        var cut = text.LastIndexOfAny(Blanks, longest - 1);
        return cut < longest / 2 ? Of(text, longest) : text[..cut].TrimEnd() + "…";
    }

    private static int CutAt(ReadOnlySpan<char> text, int length) =>
        length > 0 && char.IsHighSurrogate(text[length - 1]) && char.IsLowSurrogate(text[length]) ? length - 1 : length;
}
