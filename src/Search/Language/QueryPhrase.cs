using System.Text;

namespace ProposalSearch.Search.Language;

/// <summary>What stands between quotes: words as they are, where a star that stands by itself is any one word.</summary>
internal static class QueryPhrase
{
    /// <summary>A phrase without the signs of patterns, which mean nothing between quotes; what was taken off is told.</summary>
    public static string WithoutPatterns(string phrase, QueryWarnings warnings)
    {
        if (phrase.AsSpan().IndexOfAny("*?~") < 0)
        {
            return phrase;
        }

        var changed = phrase.Split(' ').FirstOrDefault(word => WithoutPattern(word) != word) ?? "*";
        var (text, before) = (phrase, "");
        while (text != before)
        {
            before = text;
            text = QueryCharacters.Normalize(string.Join(' ', text.Split(' ').Select(WithoutPattern))).Trim('*', ' ');
        }

        if (text != phrase)
        {
            var shown = QueryWarnings.Excerpt(changed);
            warnings.Add($"In quotes the sign of '{shown}' was ignored: there only a * between two words means something, any one word.");
        }

        return text;
    }

    private static string WithoutPattern(string word)
    {
        if (word == "*")
        {
            return word;
        }

        var plain = new StringBuilder(word.Length);
        for (var at = 0; at < word.Length; at++)
        {
            var inside = at > 0 && at + 1 < word.Length && char.IsLetterOrDigit(word[at - 1]) && char.IsLetterOrDigit(word[at + 1]);
            if (word[at] is '*' || (word[at] is '~' && at > 0) || (word[at] is '?' && inside))
            {
                plain.Append(inside ? " " : "");
            }
            else
            {
                plain.Append(word[at]);
            }
        }

        return plain.ToString();
    }
}
