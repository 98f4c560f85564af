using System.Text;

namespace ProposalSearch.Proposals;

/// <summary>
/// Keys as people mean them: <c>year_submitted</c>, <c>Year Submitted</c> and <c>year-submitted</c> are one key, and a question is the same
/// with or without its question mark, with straight or typographic quotes, and with characters that nobody can see.
/// </summary>
internal static class Wording
{
    /// <summary>What stands between a key and the mapping that it is in, and between a heading and the one above it.</summary>
    public const string Below = " › ";

    /// <summary>
    /// A key without invisible characters, in lower case, with straight quotes, one space for each run of spaces, underscores and
    /// hyphens, and without punctuation at its end. Equal keys are meant to be the same.
    /// </summary>
    public static string Normalize(string key)
    {
        var text = new StringBuilder(key.Length);
        foreach (var raw in key)
        {
            Append(text, raw);
        }

        var end = text.Length;
        while (end > 0 && text[end - 1] is ' ' or '?' or '.' or ':' or ';' or '!' or ',' or '\u2026' or '*')
        {
            end--;
        }

        return text.ToString(0, end).ToLowerInvariant();
    }

    /// <summary>A key as it is shown: without invisible characters, and with plain spaces.</summary>
    public static string Display(string key)
    {
        if (!key.AsSpan().ContainsAnyExceptInRange(' ', '~') && !key.Contains("  ", StringComparison.Ordinal))
        {
            return key.Trim();
        }

        var text = new StringBuilder(key.Length);
        foreach (var raw in key)
        {
            if (char.IsWhiteSpace(raw))
            {
                AppendSpace(text);
            }
            else if (!IsInvisible(raw))
            {
                text.Append(raw);
            }
        }

        return text.ToString().TrimEnd();
    }

    /// <summary>A key without those that it is below: of <c>applicant › organisation</c> the one word.</summary>
    public static string Own(string key) => key[(key.LastIndexOf('›') + 1)..].Trim();

    /// <summary>Whether a key is a question or a sentence, not a name: its own words are five or more, or have a question mark.</summary>
    public static bool IsQuestion(string key) => Own(key) is var own && (own.Contains('?') || own.AsSpan().Count(' ') >= 4);

    /// <summary>
    /// A name that a program gave, as words: <c>amountRequested</c> becomes <c>amount requested</c>, <c>projectURL</c> <c>project URL</c>.
    /// What is no such name stays as it is.
    /// </summary>
    public static string Words(string key)
    {
        if (!key.AsSpan().ContainsAnyInRange('A', 'Z') || !key.All(static letter => char.IsAsciiLetterOrDigit(letter)))
        {
            return key;
        }

        var text = new StringBuilder(key.Length + 4);
        for (var at = 0; at < key.Length; at++)
        {
            var isNext = at + 1 < key.Length && char.IsAsciiLetterLower(key[at + 1]) && !IsPluralOfInitials(key, at + 1);
            var begins = at > 0 && char.IsAsciiLetterUpper(key[at]) && (!char.IsAsciiLetterUpper(key[at - 1]) || isNext);
            text.Append(begins ? " " : "").Append(begins && isNext ? char.ToLowerInvariant(key[at]) : key[at]);
        }

        return text.ToString();
    }

    /// <summary>The s of <c>SDGs</c> begins no word, nor does the letter before it.</summary>
    private static bool IsPluralOfInitials(string key, int at)
        => key[at] == 's'
            && (at + 1 == key.Length || char.IsAsciiLetterUpper(key[at + 1]))
            && at > 1 && char.IsAsciiLetterUpper(key[at - 1]) && char.IsAsciiLetterUpper(key[at - 2]);

    /// <summary>A key without a remark at its end: <c>Organization name (as on your letter) *</c> is <c>Organization name</c>.</summary>
    public static string WithoutRemark(string key)
    {
        var bare = key.AsSpan().TrimEnd(" *:?.");
        var open = bare.Length > 0 && bare[^1] == ')' ? bare.LastIndexOf('(') : -1;
        return (open > 0 ? bare[..open].TrimEnd() : bare).ToString();
    }

    /// <summary>A name as a label: <c>discussions-to</c> becomes <c>Discussions to</c>. A key with spaces stays as it is.</summary>
    public static string Label(string key)
    {
        if (key.Contains(Below, StringComparison.Ordinal))
        {
            return string.Join(Below, key.Split(Below).Select(Label));
        }

        var shown = Display(key);
        if (shown.Length == 0 || shown.Contains(' ', StringComparison.Ordinal))
        {
            return shown;
        }

        var words = Words(shown).Replace('_', ' ').Replace('-', ' ').Trim();
        return words.Length == 0 ? shown : char.ToUpperInvariant(words[0]) + words[1..];
    }

    /// <summary>Whether a character shows nothing, such as a zero-width space, a soft hyphen, or a mark of direction.</summary>
    public static bool IsInvisible(char character)
        => character is '\u200B' or '\u2060' or '\uFEFF' or '\u00AD' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E');

    private static void Append(StringBuilder text, char raw)
    {
        if (char.IsWhiteSpace(raw) || raw is '_' or '-' or '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014')
        {
            AppendSpace(text);
        }
        else if (!IsInvisible(raw))
        {
            text.Append(raw switch
            {
                '\u2018' or '\u2019' or '\u02BC' or '\u0060' or '\u00B4' => '\'',
                '\u201C' or '\u201D' or '\u201E' => '"',
                _ => raw,
            });
        }
    }

    private static void AppendSpace(StringBuilder text)
    {
        if (text.Length > 0 && text[^1] != ' ')
        {
            text.Append(' ');
        }
    }
}
