using System.Globalization;

namespace ProposalSearch.Proposals.Sources;

/// <summary>How front matter is written.</summary>
internal enum FrontMatterKind
{
    /// <summary>YAML: <c>---</c>, <c>---yaml</c>.</summary>
    Yaml,

    /// <summary>TOML: <c>+++</c>, <c>---toml</c>.</summary>
    Toml,

    /// <summary>JSON between fences, with or without its outer braces: <c>;;;</c>, <c>---json</c>.</summary>
    Json,

    /// <summary>A JSON object without fences.</summary>
    Braces,

    /// <summary>A language that is not read, such as <c>---js</c>.</summary>
    Unread,
}

/// <summary>The line that opens the front matter of a file. Empty lines may stand above it, and characters that nobody sees.</summary>
/// <param name="Kind">How the front matter is written.</param>
/// <param name="Mark">The three characters that close it.</param>
/// <param name="Language">What is written behind the mark, in small letters; empty where nothing is.</param>
/// <param name="Line">The line on which it stands, from 1.</param>
/// <param name="Start">Where in the text the front matter begins: below a fence, or at the brace.</param>
/// <param name="IsFirst">Whether it is the very first thing in the file, so that nothing but front matter can be meant.</param>
internal readonly record struct FrontMatterOpening(FrontMatterKind Kind, string Mark, string Language, int Line, int Start, bool IsFirst)
{
    private const int MarkLength = 3;

    /// <summary>Finds it; false where the file has none.</summary>
    /// <param name="text">The text of the file, of which lines end in <c>\n</c>.</param>
    /// <param name="opening">What was found.</param>
    public static bool TryFind(string text, out FrontMatterOpening opening)
    {
        var (at, line, isIndented) = (0, 1, false);
        while (at < text.Length && (char.IsWhiteSpace(text[at]) || IsInvisible(text[at])))
        {
            (line, isIndented) = text[at] == '\n' ? (line + 1, false) : (line, isIndented || char.IsWhiteSpace(text[at]));
            at++;
        }

        var end = text.IndexOf('\n', at);
        var head = text.AsSpan(at, (end < 0 ? text.Length : end) - at).TrimEnd();
        if (head.StartsWith("{", StringComparison.Ordinal))
        {
            opening = new FrontMatterOpening(FrontMatterKind.Braces, "", "", line, at, at == 0);
            return IsJson(text.AsSpan(at + 1));
        }

        opening = default;
        if (isIndented || !TryReadMark(head, out var kind, out var language))
        {
            return false;
        }

        opening = new FrontMatterOpening(kind, head[..MarkLength].ToString(), language, line, end < 0 ? text.Length : end + 1, at == 0);
        return true;
    }

    private static bool TryReadMark(ReadOnlySpan<char> head, out FrontMatterKind kind, out string language)
    {
        (kind, language) = (default, "");
        if (head.Length < MarkLength)
        {
            return false;
        }

        var rest = head[MarkLength..];
        var isComment = rest.TrimStart().StartsWith("#", StringComparison.Ordinal) && char.IsWhiteSpace(rest[0]);
        language = isComment ? "" : rest.Trim().ToString().ToLowerInvariant();
        var byMark = head[..MarkLength] switch
        {
            "---" => FrontMatterKind.Yaml,
            "+++" => FrontMatterKind.Toml,
            ";;;" => FrontMatterKind.Json,
            _ => FrontMatterKind.Unread,
        };
        kind = language switch
        {
            "" => byMark,
            "yaml" or "yml" => FrontMatterKind.Yaml,
            "toml" => FrontMatterKind.Toml,
            "json" => FrontMatterKind.Json,
            _ => FrontMatterKind.Unread,
        };
        var isWord = rest.Length > 0 && char.IsAsciiLetter(rest[0]) && language.All(char.IsAsciiLetterOrDigit);
        return byMark != FrontMatterKind.Unread && (kind != FrontMatterKind.Unread || isWord);
    }

    /// <summary>
    /// A brace may begin other things too: <c>{{ title }}</c>, <c>{% include %}</c>, <c>{:toc}</c>. JSON goes on with a quote.
    /// </summary>
    private static bool IsJson(ReadOnlySpan<char> rest) => rest.TrimStart() is ['"' or '}', ..];

    private static bool IsInvisible(char character)
        => char.GetUnicodeCategory(character) is UnicodeCategory.Format or UnicodeCategory.Control;
}
