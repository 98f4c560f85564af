using ProposalSearch.Analysis.Forms;

namespace ProposalSearch.Proposals.Schema;

/// <summary>A value that a facet may have.</summary>
/// <param name="Value">As it is counted.</param>
/// <param name="Under">The value that it is part of, or <see langword="null"/>.</param>
internal sealed record VocabularyValue(string Value, string? Under);

/// <summary>
/// The values that a facet may have, with their other names. Names are compared by their words, without case, accents, signs and the words
/// that a value may have or lack; <c>L.A.</c> is <c>LA</c>. Immutable.
/// </summary>
internal sealed class FacetVocabulary
{
    /// <summary>The names by their first word, the longest first.</summary>
    private readonly ILookup<string, (string[] Words, VocabularyValue Value)> _byFirstWord;
    private readonly List<string[]> _optional;

    /// <summary>A vocabulary.</summary>
    /// <param name="names">Each name with the value that it stands for; of a name that is there twice the first counts.</param>
    /// <param name="optional">Phrases that a value may have or lack, such as <c>number of</c>.</param>
    public FacetVocabulary(IEnumerable<(string Name, VocabularyValue Value)> names, IEnumerable<string> optional)
    {
        _optional = [.. optional.Select(PlainWordsOf).OrderByDescending(static phrase => phrase.Length)];
        _byFirstWord = names
            .Select(name => (Words: Needed(name.Name), name.Value))
            .Where(static name => name.Words.Length > 0)
            .OrderByDescending(static name => name.Words.Length)
            .ToLookup(static name => name.Words[0], StringComparer.Ordinal);
    }

    /// <summary>The value that a text names, nothing else beside it; or <see langword="null"/>.</summary>
    public VocabularyValue? Whole(string text)
    {
        var words = Needed(text);
        return words.Length > 0 && Longest(words, 0) is { } found && found.Words.Length == words.Length ? found.Value : null;
    }

    /// <summary>The values that a text names anywhere, each once; of names that overlap the longest. None begins after a hyphen.</summary>
    public IReadOnlyList<VocabularyValue> Within(string text)
    {
        var words = Words(text);
        var plain = words.ConvertAll(static word => word.Text).ToArray();
        var found = new List<VocabularyValue>();
        for (var at = 0; at < plain.Length;)
        {
            var longest = words[at].IsAfterHyphen ? null : Longest(plain, at);
            if (longest is { } name && !found.Contains(name.Value))
            {
                found.Add(name.Value);
            }

            at += longest?.Words.Length ?? 1;
        }

        return found;
    }

    private (string[] Words, VocabularyValue Value)? Longest(string[] words, int at)
    {
        foreach (var name in _byFirstWord[words[at]])
        {
            if (words.AsSpan(at).StartsWith(name.Words))
            {
                return name;
            }
        }

        return null;
    }

    /// <summary>The words of a text without optional phrases, but all of them where nothing else is left.</summary>
    private string[] Needed(string text)
    {
        var needed = PlainWordsOf(text).ToList();
        foreach (var phrase in _optional)
        {
            for (var at = needed.Count - phrase.Length; at >= 0; at--)
            {
                if (phrase.Length < needed.Count && needed.GetRange(at, phrase.Length).SequenceEqual(phrase))
                {
                    needed.RemoveRange(at, phrase.Length);
                }
            }
        }

        return [.. needed];
    }

    private static string[] PlainWordsOf(string text) => [.. Words(text).Select(static word => word.Text)];

    private static List<(string Text, bool IsAfterHyphen)> Words(string text)
    {
        text = text.Replace("&", " and ", StringComparison.Ordinal);
        var words = new List<(string Text, bool IsAfterHyphen)>();
        var all = new PlainWords(text, keepsApostrophes: true);
        while (all.MoveNext())
        {
            Add(words, text, all.Start, all.Folded);
        }

        return words;
    }

    private static void Add(List<(string Text, bool IsAfterHyphen)> words, string text, int start, string word)
    {
        var isInitial = word.Length == 1 && start >= 2 && text[start - 1] == '.' && char.IsLetter(text[start - 2]) && words.Count > 0;
        if (isInitial)
        {
            words[^1] = (words[^1].Text + word, words[^1].IsAfterHyphen);
            return;
        }

        words.Add((word, start >= 2 && text[start - 1] == '-' && char.IsLetter(text[start - 2])));
    }
}
