using System.Text;
using ProposalSearch.Search;

namespace ProposalSearch.SearchHost.Markup;

/// <summary>The elements around a word that was searched for.</summary>
/// <param name="Before">A start tag that <see cref="MarkTags.TryParse"/> let pass.</param>
/// <param name="After">Its end tag.</param>
internal sealed record MarkTags(string Before, string After)
{
    /// <summary>Characters of a start tag at most: it stands before each word that is marked.</summary>
    public const int LongestTag = 100;

    private static readonly string[] Elements = ["mark", "em", "strong", "b", "i", "u", "span"];

    /// <summary><c>&lt;mark&gt;</c>.</summary>
    public static MarkTags Default { get; } = new("<mark>", "</mark>");

    /// <summary>What may be asked for, in words.</summary>
    public static string Allowed
        => $"one of the elements {string.Join(", ", Elements)}, with nothing or class=\"...\" or data-name=\"...\" in it, "
            + FormattableString.Invariant($"such as <em class=\"hit\"> and </em>, and have {LongestTag} characters at most");

    /// <summary>
    /// Takes a pair of tags from a request. They end in markup that others insert into their pages, so only a plain element with
    /// class or data attributes passes. A missing end tag is made from the start tag.
    /// </summary>
    public static MarkTags? TryParse(string before, string? after)
    {
        if (before.Length is < 3 or > LongestTag || before[0] != '<' || before[^1] != '>')
        {
            return null;
        }

        var inside = before.AsSpan(1, before.Length - 2);
        var space = inside.IndexOf(' ');
        var element = (space < 0 ? inside : inside[..space]).ToString();
        if (!Elements.Contains(element, StringComparer.Ordinal) || (space >= 0 && !AreAttributes(inside[space..])))
        {
            return null;
        }

        var end = $"</{element}>";
        return after is null || string.Equals(after, end, StringComparison.Ordinal) ? new MarkTags(before, end) : null;
    }

    private static bool AreAttributes(ReadOnlySpan<char> rest)
    {
        while (rest.Length > 0)
        {
            var equals = rest.IndexOf("=\"", StringComparison.Ordinal);
            if (rest[0] != ' ' || equals < 2 || !IsName(rest[1..equals]))
            {
                return false;
            }

            rest = rest[(equals + 2)..];
            var close = rest.IndexOf('"');
            if (close < 0 || !IsValue(rest[..close]))
            {
                return false;
            }

            rest = rest[(close + 1)..];
        }

        return true;
    }

    private static bool IsName(ReadOnlySpan<char> name)
        => name is "class"
            || (name.StartsWith("data-", StringComparison.Ordinal) && name.Length > 5 && name[5..].IndexOfAnyExceptInRange('a', 'z') < 0);

    private static bool IsValue(ReadOnlySpan<char> value)
    {
        foreach (var character in value)
        {
            if (!char.IsAsciiLetterOrDigit(character) && character is not (' ' or '-' or '_'))
            {
                return false;
            }
        }

        return true;
    }
}

/// <summary>Marks words in a text: escape first, then mark.</summary>
internal static class Marking
{
    private const int EncodedAtOnce = 256;

    /// <summary>
    /// The text, encoded, with the tags around each match. Matches outside of the text are left out, and so are empty or overlapping ones
    /// and those that cut a character in two.
    /// </summary>
    public static string Mark(string text, IReadOnlyList<TextSpan> matches, MarkTags tags) =>
        Mark(text, matches, tags.Before, tags.After, AppendEncoded);

    /// <summary>The same of a text that is shown in a way of one's own, with any marks.</summary>
    /// <param name="text">The text.</param>
    /// <param name="matches">Its matches.</param>
    /// <param name="before">Stands before a match.</param>
    /// <param name="after">Stands after it.</param>
    /// <param name="show">Makes of a stretch of the text what is sent.</param>
    public static string Mark(string text, IReadOnlyList<TextSpan> matches, string before, string after, Func<string, string> show) =>
        Mark(text, matches, before, after, (marked, stretch) => marked.Append(show(stretch.ToString())));

    private static string Mark(
        string text, IReadOnlyList<TextSpan> matches, string before, string after, Action<StringBuilder, ReadOnlySpan<char>> append)
    {
        var marked = new StringBuilder(text.Length + (matches.Count * 16));
        var done = 0;
        foreach (var match in matches)
        {
            if (match.Start < done || match.Length <= 0 || match.Start > text.Length - match.Length
                || SplitsPair(text, match.Start) || SplitsPair(text, match.Start + match.Length))
            {
                continue;
            }

            append(marked, text.AsSpan(done, match.Start - done));
            marked.Append(before);
            append(marked, text.AsSpan(match.Start, match.Length));
            marked.Append(after);
            done = match.Start + match.Length;
        }

        append(marked, text.AsSpan(done));
        return marked.ToString();
    }

    // Ends of lines mean the same as they are and as five characters each, of which JSON makes ten.
    private static void AppendEncoded(StringBuilder marked, ReadOnlySpan<char> text)
    {
        for (var end = text.IndexOf('\n'); end >= 0; end = text.IndexOf('\n'))
        {
            AppendLine(marked, text[..end]);
            marked.Append('\n');
            text = text[(end + 1)..];
        }

        AppendLine(marked, text);
    }

    private static void AppendLine(StringBuilder marked, ReadOnlySpan<char> line)
    {
        Span<char> encoded = stackalloc char[EncodedAtOnce];
        while (line.Length > 0)
        {
            Html.Encoder.Encode(line, encoded, out var consumed, out var written);
            marked.Append(encoded[..written]);
            line = line[consumed..];
        }
    }

    private static bool SplitsPair(string text, int at) => at > 0 && at < text.Length && char.IsSurrogatePair(text[at - 1], text[at]);
}
