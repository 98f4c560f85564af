using System.Buffers;
using System.Text;

namespace ProposalSearch.Analysis.Text;

/// <summary>
/// Text as people type it: what programs write in another way, and looks the same, is one. Hangul in parts, as file names of some systems
/// have it, is whole syllables; subscript digits beside a letter or digit are digits, so that <c>CO₂</c> is <c>CO2</c>. Superscript digits
/// stay, since they are marks of notes as often.
/// </summary>
public static class TypedText
{
    private const char FirstSubscript = '\u2080';
    private const char LastSubscript = '\u2089';

    private const char FirstSyllable = '\uAC00';
    private const char FirstLead = '\u1100';
    private const char FirstVowel = '\u1161';
    private const char BeforeTails = '\u11A7';
    private const int Leads = 19;
    private const int Vowels = 21;
    private const int Tails = 28;

    private static readonly SearchValues<char> Others = SearchValues.Create(
        [
            .. Range(FirstLead, (char)(FirstLead + Leads - 1)), .. Range((char)(BeforeTails + 1), (char)(BeforeTails + Tails - 1)),
            .. Range(FirstSubscript, LastSubscript),
        ]);

    /// <summary>The text as it is typed; the same instance where there is nothing to do.</summary>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.AsSpan().ContainsAny(Others) ? Rewritten(text) : text;
    }

    private static IEnumerable<char> Range(char first, char last)
        => Enumerable.Range(first, last - first + 1).Select(static code => (char)code);

    private static string Rewritten(string text)
    {
        var typed = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            var isDigit = text[at] is >= FirstSubscript and <= LastSubscript && typed.Length > 0 && char.IsLetterOrDigit(typed[^1]);
            var (whole, parts) = isDigit ? ((char)('0' + text[at] - FirstSubscript), 1) : SyllableAt(text, at);
            typed.Append(whole);
            at += parts;
        }

        return typed.ToString();
    }

    /// <summary>
    /// The syllable whose parts stand at a place, and how many they are: a first consonant, a vowel, and perhaps a last consonant (Unicode,
    /// 3.12); or a syllable without a last consonant, and that. Any other character is itself.
    /// </summary>
    private static (char Whole, int Parts) SyllableAt(string text, int at)
    {
        var (syllable, tail) = (text[at] - FirstSyllable, at + 1 < text.Length ? text[at + 1] - BeforeTails : 0);
        if (syllable is >= 0 and < Leads * Vowels * Tails && syllable % Tails == 0 && tail is > 0 and < Tails)
        {
            return ((char)(text[at] + tail), 2);
        }

        var first = text[at] - FirstLead;
        var vowel = at + 1 < text.Length ? text[at + 1] - FirstVowel : -1;
        if (first is < 0 or >= Leads || vowel is < 0 or >= Vowels)
        {
            return (text[at], 1);
        }

        var last = at + 2 < text.Length ? text[at + 2] - BeforeTails : 0;
        var hasLast = last is > 0 and < Tails;
        return ((char)(FirstSyllable + (((first * Vowels) + vowel) * Tails) + (hasLast ? last : 0)), hasLast ? 3 : 2);
    }
}
