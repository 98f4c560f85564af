namespace ProposalSearch.Search.Language;

/// <summary>A stretch of characters without blanks, to a word, a beginning, a pattern or a fuzzy word.</summary>
internal static class QueryTerm
{
    /// <summary>
    /// Reads a stretch that begins with a letter, a digit or the like, or with a star. What the reader returns prints as a
    /// stretch that it reads the same way: signs that mean nothing where they stand are taken off until that is so.
    /// </summary>
    /// <returns><see langword="null"/> where nothing but signs is left.</returns>
    public static QueryNode? Read(ReadOnlySpan<char> text, QueryWarnings warnings)
    {
        var whole = text;
        while (true)
        {
            var trimmed = QueryCharacters.TrimEnd(text, keepOperators: true);
            if (EndsWithSigns(text, trimmed) is > 0 and var signs)
            {
                return Word(text[..(trimmed + signs)]);
            }

            text = text[..trimmed];
            if (text.IsEmpty)
            {
                return null;
            }

            if ((Everything(text) ?? Fuzzy(text, warnings) ?? Pattern(text)) is { } node)
            {
                return node;
            }

            var length = WithoutSuffix(text);
            if (length == text.Length)
            {
                return Word(text);
            }

            warnings.Add($"In '{QueryWarnings.Excerpt(whole)}' the sign at the end was ignored: it goes with letters and digits only.");
            text = text[..length];
        }
    }

    /// <summary>How many of the signs at the end belong to a word of letters and digits: two of <c>C++</c>.</summary>
    private static int EndsWithSigns(ReadOnlySpan<char> text, int trimmed) =>
        QueryCharacters.IsSimpleWord(text[..trimmed]) ? SignedEnds.SignsAt(text, trimmed) : 0;

    /// <summary>A word; those that would be operators are lowered.</summary>
    public static WordNode Word(ReadOnlySpan<char> text) => new(IsOperator(text) ? text.ToString().ToLowerInvariant() : text.ToString());

    /// <summary>Whether a stretch is an operator when it stands alone.</summary>
    public static bool IsOperator(ReadOnlySpan<char> text) => text is "AND" or "OR" or "NOT";

    /// <summary>Whether a stretch that begins with a star means something with it.</summary>
    public static bool IsLeadingStar(ReadOnlySpan<char> text)
    {
        var trimmed = text[..QueryCharacters.TrimEnd(text, keepOperators: true)];
        return trimmed.TrimEnd('*').IsEmpty || Pattern(trimmed) is not null;
    }

    /// <summary>A number of digits, at most a limit, beginning at a place; the limit when it is above.</summary>
    public static int Number(ReadOnlySpan<char> digits, int limit)
    {
        var value = 0;
        foreach (var digit in digits)
        {
            value = Math.Min((value * 10) + (digit - '0'), limit + 1);
        }

        return value;
    }

    private static EverythingNode? Everything(ReadOnlySpan<char> text) => text.TrimEnd('*').IsEmpty ? new EverythingNode() : null;

    private static QueryNode? Fuzzy(ReadOnlySpan<char> text, QueryWarnings warnings)
    {
        var tilde = SuffixTilde(text);
        if (tilde < 1 || !QueryCharacters.IsSimpleWord(text[..tilde]))
        {
            return null;
        }

        var word = text[..tilde];
        var edits = tilde + 1 == text.Length ? DefaultEdits(word) : Number(text[(tilde + 1)..], QueryText.MaxEdits);
        if (edits > QueryText.MaxEdits)
        {
            warnings.Add($"'{QueryWarnings.Excerpt(text)}' was read with {QueryText.MaxEdits} edits: more are not supported.");
            edits = QueryText.MaxEdits;
        }

        return edits == 0 ? Word(word[..QueryCharacters.TrimEnd(word, keepOperators: false)]) : new FuzzyNode(word.ToString(), edits);
    }

    /// <summary>One edit in a short word, where two would make another word of it.</summary>
    private static int DefaultEdits(ReadOnlySpan<char> word) => word.Length <= 5 ? 1 : QueryText.MaxEdits;

    private static QueryNode? Pattern(ReadOnlySpan<char> text)
    {
        if (!text.ContainsAny('*', '?') || !QueryCharacters.IsSimplePattern(text))
        {
            return null;
        }

        var stem = text.TrimEnd('*');
        if (!stem.ContainsAny('*', '?'))
        {
            return new PrefixNode(stem.ToString());
        }

        var pattern = text.ToString();
        while (pattern.Contains("**", StringComparison.Ordinal))
        {
            pattern = pattern.Replace("**", "*", StringComparison.Ordinal);
        }

        return new WildcardNode(pattern);
    }

    /// <summary>The length of a text without the stars, or the tilde and digits, at its end.</summary>
    private static int WithoutSuffix(ReadOnlySpan<char> text)
    {
        var tilde = SuffixTilde(text);
        return tilde >= 0 ? tilde : text.TrimEnd('*').Length;
    }

    private static int SuffixTilde(ReadOnlySpan<char> text)
    {
        var tilde = text.TrimEnd("0123456789").Length - 1;
        return tilde >= 0 && text[tilde] == '~' ? tilde : -1;
    }
}
