using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using ProposalSearch.Analysis.Forms;

namespace ProposalSearch.Search.Storing;

/// <summary>
/// Titles in the order of a library's catalogue: without the article before them, in the index's language, numbers by their value, without
/// regard to case, accents and signs, word by word. Thread-safe.
/// </summary>
/// <remarks>
/// A key is compared by its bytes. A number is its digits behind a digit that says how many they are, 9 and another one for more than
/// eight: <c>2 rivers</c> is <c>12 rivers</c>, <c>10 rivers</c> is <c>210 rivers</c>.
/// </remarks>
/// <param name="language">The code of the titles' language, such as <c>en</c>.</param>
internal sealed class TitleOrder(string language)
{
    private const int MostDigits = 9;
    private const UnicodeCategory MarkInWord = UnicodeCategory.NonSpacingMark;

    private static readonly TermNormalizer Normalizer = new(ProposalDocument.Settings.Analysis);

    private static readonly FrozenDictionary<string, string[]> Articles = new Dictionary<string, string[]>
    {
        ["en"] = ["a", "an", "the"],
        ["es"] = ["el", "la", "los", "las", "un", "una", "unos", "unas"],
        ["fr"] = ["le", "la", "les", "un", "une", "des"],
        ["it"] = ["il", "lo", "la", "i", "gli", "le", "un", "uno", "una"],
        ["pt"] = ["o", "a", "os", "as", "um", "uma", "uns", "umas"],
        ["de"] = ["der", "die", "das", "ein", "eine"],
        ["nl"] = ["de", "het", "een"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Words before which "a" is a letter: "A to Z".</summary>
    private static readonly string[] BehindLetters = ["to", "and", "or", "is"];

    private readonly string[] _articles = Articles.GetValueOrDefault(language.Split('-')[0], []);
    private readonly bool _elides = language.Split('-')[0] is "fr" or "it";

    /// <summary>What a title is sorted by; the title itself where it has no letter and no digit.</summary>
    public string KeyOf(string title)
    {
        var words = Words(Normalizer.Fold(_elides ? WithoutElision(title) : title));
        var start = words.Count > 1 && _articles.Contains(words[0], StringComparer.Ordinal) && !IsLetter(words, title) ? 1 : 0;
        return words.Count == 0 ? title : string.Join(' ', words.Skip(start).Select(WithNumbers));
    }

    /// <summary>Whether the first word is a letter and no article: in "A to Z", "A-Z", "A.B.C.".</summary>
    private static bool IsLetter(List<string> words, string title)
    {
        var behind = title.AsSpan().IndexOfAny(FirstLetters(words[0][0])) + 1;
        return words[0].Length == 1
            && (BehindLetters.Contains(words[1], StringComparer.Ordinal) || behind >= title.Length || !char.IsWhiteSpace(title[behind]));
    }

    private static ReadOnlySpan<char> FirstLetters(char letter) => new[] { letter, char.ToUpperInvariant(letter) };

    /// <summary>"L'Atelier" begins with its second word.</summary>
    private static string WithoutElision(string title)
    {
        var text = title.TrimStart();
        return text.Length > 2 && text[0] is 'l' or 'L' && text[1] is '\'' or '’' ? text[2..] : title;
    }

    /// <summary>Letters and digits that stand together; an apostrophe within a word and a comma within a number divide nothing.</summary>
    private static List<string> Words(string text)
    {
        var (words, word) = (new List<string>(), new StringBuilder());
        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsLetterOrDigit(text[at]) || char.IsSurrogate(text[at]) || char.GetUnicodeCategory(text[at]) is MarkInWord)
            {
                word.Append(text[at]);
            }
            else if (!Joins(text, at) && word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }

        return word.Length > 0 ? [.. words, word.ToString()] : words;
    }

    private static bool Joins(string text, int at) => at > 0 && at + 1 < text.Length
        && (text[at] is '\'' or '’' ? char.IsLetter(text[at - 1])
            : text[at] == ',' && char.IsAsciiDigit(text[at - 1]) && IsThousand(text.AsSpan(at + 1)));

    private static bool IsThousand(ReadOnlySpan<char> behind) =>
        behind.Length >= 3 && !behind[..3].ContainsAnyExceptInRange('0', '9') && (behind.Length == 3 || !char.IsAsciiDigit(behind[3]));

    private static string WithNumbers(string word)
    {
        var key = new StringBuilder(word.Length + 2);
        for (var at = 0; at < word.Length;)
        {
            var end = at;
            while (end < word.Length && char.IsAsciiDigit(word[end]))
            {
                end++;
            }

            if (end == at)
            {
                key.Append(word[at++]);
                continue;
            }

            var digits = word.AsSpan(at, end - at).TrimStart('0');
            key.Append('9', digits.Length / MostDigits).Append((char)('0' + (digits.Length % MostDigits))).Append(digits);
            at = end;
        }

        return key.ToString();
    }
}
