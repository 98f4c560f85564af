namespace ProposalSearch.Analysis.Forms;

/// <summary>All tokens of a short text at once, for queries and comparisons. Indexing uses the parts, which allocate nothing.</summary>
public static class Analyzer
{
    /// <summary>Every word in its exact form.</summary>
    public static List<Token> Exact(string text, TermNormalizer n) => Tokens(text, n, stem: false);

    /// <summary>Every word but the stop words in its stemmed form; a stop word leaves a hole in the positions.</summary>
    public static List<Token> Stemmed(string text, TermNormalizer n) => Tokens(text, n, stem: true);

    private static List<Token> Tokens(string text, TermNormalizer normalizer, bool stem)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(normalizer);
        var tokens = new List<Token>();
        Span<char> room = stackalloc char[TermNormalizer.MaxTermLength];
        var words = normalizer.Words(text);
        for (var position = 0; words.MoveNext(); position++)
        {
            var word = text.AsSpan(words.Start, words.Length);
            var length = normalizer.Exact(word, room);
            length = stem ? normalizer.Stemmed(word, room[..length], room) : length;
            if (length > 0)
            {
                tokens.Add(new Token(new string(room[..length]), position, words.Start, words.Start + words.Length));
            }
        }

        return tokens;
    }
}
