using System.Collections.Frozen;
using System.Net;
using System.Text;

namespace ProposalSearch.Proposals.Mapping;

/// <summary>
/// HTML in a form field to plain text. Only what clearly is HTML is touched: a well-formed tag of a known element, or an entity that
/// people paste. <c>5 &lt; 7</c> and <c>&lt;insert name&gt;</c> stay as they are. The result is text, never markup to trust: pages escape it.
/// </summary>
internal static class HtmlText
{
    private const int LongestTag = 2000;

    private static readonly FrozenSet<string> Blocks = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "p", "div", "ul", "ol", "table", "blockquote", "pre", "hr", "section", "article", "header", "footer",
        "h1", "h2", "h3", "h4", "h5", "h6", "dl", "dt", "dd", "figure", "html", "body", "main", "nav", "title", "form");

    private static readonly FrozenSet<string> Inlines = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "a", "b", "i", "u", "em", "strong", "span", "font", "small", "big", "sup", "sub", "code", "img", "tbody", "thead",
        "s", "strike", "del", "ins", "mark", "abbr", "cite", "q", "center", "iframe", "label", "figcaption", "head", "meta", "link", "input", "button");

    private static readonly FrozenSet<string> Hidden = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "script", "style", "template", "head");

    private static readonly FrozenSet<string> Entities = FrozenSet.Create(
        StringComparer.Ordinal,
        "amp", "lt", "gt", "quot", "apos", "nbsp", "rsquo", "lsquo", "rdquo", "ldquo", "ndash", "mdash", "hellip", "bull", "middot",
        "copy", "reg", "trade", "deg", "eacute", "egrave", "aacute", "iacute", "oacute", "uacute", "ntilde", "uuml", "ouml", "auml", "ccedil", "frac12");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> BlockNames = Blocks.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> InlineNames = Inlines.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> HiddenNames = Hidden.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> EntityNames = Entities.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The text without tags, with entities resolved; the same instance where there is no HTML in it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isHtml">Whether it is known to be HTML; otherwise a script counts as one only after another tag.</param>
    public static string Strip(string text, bool isHtml = false) => new Scan(isHtml).Strip(text);

    /// <summary>One pass over a text. What is never closed is looked for once, so that the pass stays linear.</summary>
    private sealed class Scan(bool isHtml)
    {
        private bool _isHtml = isHtml;
        private bool _isNeverClosed;

        public string Strip(string text)
        {
            StringBuilder? plain = null;
            var copied = 0;
            for (var at = text.AsSpan().IndexOfAny('<', '&'); at >= 0;)
            {
                var rest = text.AsSpan(at);
                var length = rest[0] == '<' ? TagAt(rest, out var written) : EntityAt(rest, out written);
                if (length > 0)
                {
                    plain ??= new StringBuilder(text.Length);
                    plain.Append(text, copied, at - copied).Append(written);
                    copied = at + length;
                }

                var from = at + Math.Max(1, length);
                var next = from < text.Length ? text.AsSpan(from).IndexOfAny('<', '&') : -1;
                at = next < 0 ? -1 : from + next;
            }

            return plain is null ? text : plain.Append(text, copied, text.Length - copied).ToString();
        }

        /// <summary>The length of the tag, or comment, at the start of a text, and what stands for it; 0 where there is none.</summary>
        private int TagAt(ReadOnlySpan<char> text, out string written)
        {
            written = "";
            if (text.StartsWith("<!", StringComparison.Ordinal))
            {
                return DeclarationLength(text);
            }

            if (!TryReadTag(text, out var name, out var length, out var isClosing))
            {
                return 0;
            }

            if (HiddenNames.Contains(name))
            {
                return !_isHtml ? 0 : isClosing ? length : HiddenLength(text, name, length);
            }

            if (Replacement(name, isClosing) is not { } replacement)
            {
                return 0;
            }

            _isHtml = true;
            written = replacement;
            return length;
        }

        private int DeclarationLength(ReadOnlySpan<char> text)
        {
            if (text.StartsWith("<!doctype", StringComparison.OrdinalIgnoreCase))
            {
                return text.IndexOf('>') + 1;
            }

            if (_isNeverClosed || !text.StartsWith("<!--", StringComparison.Ordinal))
            {
                return 0;
            }

            var comment = text.IndexOf("-->", StringComparison.Ordinal);
            _isNeverClosed = comment < 0;
            return comment < 0 ? 0 : comment + 3;
        }

        /// <summary>From a script's opening tag to its closing one; only the tag where it is never closed.</summary>
        private int HiddenLength(ReadOnlySpan<char> text, ReadOnlySpan<char> name, int opening)
        {
            for (var at = opening; !_isNeverClosed && at < text.Length;)
            {
                var close = text[at..].IndexOf("</", StringComparison.Ordinal);
                if (close < 0)
                {
                    break;
                }

                at += close;
                if (TryReadTag(text[at..], out var closing, out var length, out _) && closing.Equals(name, StringComparison.OrdinalIgnoreCase))
                {
                    return at + length;
                }

                at += 2;
            }

            _isNeverClosed = true;
            return opening;
        }
    }

    /// <summary>What stands for a tag, or <see langword="null"/> where the element is none that is known.</summary>
    private static string? Replacement(ReadOnlySpan<char> name, bool isClosing)
    {
        if (name.Equals("li", StringComparison.OrdinalIgnoreCase))
        {
            return isClosing ? "" : "\n• ";
        }

        if (name.Equals("td", StringComparison.OrdinalIgnoreCase) || name.Equals("th", StringComparison.OrdinalIgnoreCase))
        {
            return " ";
        }

        if (name.Equals("br", StringComparison.OrdinalIgnoreCase) || name.Equals("tr", StringComparison.OrdinalIgnoreCase))
        {
            return "\n";
        }

        return BlockNames.Contains(name) ? "\n\n" : InlineNames.Contains(name) ? "" : null;
    }

    private static bool TryReadTag(ReadOnlySpan<char> text, out ReadOnlySpan<char> name, out int length, out bool isClosing)
    {
        name = default;
        length = 0;
        isClosing = text.Length > 1 && text[1] == '/';
        var start = isClosing ? 2 : 1;
        var end = start;
        while (end < text.Length && char.IsAsciiLetterOrDigit(text[end]))
        {
            end++;
        }

        if (end == start || end - start > 12 || end >= text.Length || !(text[end] is '>' or '/' || char.IsWhiteSpace(text[end])))
        {
            return false;
        }

        var window = text[..Math.Min(text.Length, LongestTag)];
        var close = window[end..].IndexOfAny('>', '<');
        if (close < 0 || window[end + close] != '>')
        {
            return false;
        }

        name = text[start..end];
        length = end + close + 1;
        return true;
    }

    private static int EntityAt(ReadOnlySpan<char> text, out string written)
    {
        written = "";
        var end = text[..Math.Min(text.Length, 12)].IndexOf(';');
        if (end < 2)
        {
            return 0;
        }

        var name = text[1..end];
        if (name[0] != '#' && !EntityNames.Contains(name))
        {
            return 0;
        }

        var entity = text[..(end + 1)].ToString();
        written = WebUtility.HtmlDecode(entity);
        return written == entity ? 0 : end + 1;
    }
}
