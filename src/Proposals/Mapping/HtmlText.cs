using System.Buffers;
using System.Collections.Frozen;
using System.Text;

namespace ProposalSearch.Proposals.Mapping;

/// <summary>
/// HTML in a form field to plain text. Only what clearly is HTML is touched: a text with a well-formed tag of an element that exists, or an
/// entity that people paste. <c>5 &lt; 7</c> and <c>&lt;insert name&gt;</c> stay as they are. The result is text, never markup to trust:
/// pages escape it.
/// </summary>
internal static class HtmlText
{
    private const int LongestTag = 2000;

    private static readonly SearchValues<char> Stops = SearchValues.Create('<', '>');

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Entities = WordSet.Of("""
        amp lt gt quot apos nbsp rsquo lsquo rdquo ldquo ndash mdash hellip bull middot copy reg trade deg eacute egrave aacute iacute
        oacute uacute ntilde uuml ouml auml ccedil frac12
        """).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The text without tags, with entities resolved; the same instance where there is no HTML in it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isHtml">Whether it is known to be HTML; otherwise a tag has to tell.</param>
    public static string Strip(string text, bool isHtml = false)
        => isHtml || HasTag(text) ? WithoutTags(text) : text.Contains('&', StringComparison.Ordinal) ? WithoutEntities(text) : text;

    private static string WithoutTags(string html)
    {
        var plain = ReusedBuilder.Take(html.Length);
        var seam = new HtmlSeam();
        foreach (var piece in HtmlPieces.Of(html))
        {
            var isText = piece.Kind == HtmlPieceKind.Text;
            seam.Take(piece, plain);
            plain.Append(isText ? piece.Text : HtmlElements.TextFor(piece.Text, piece.Kind == HtmlPieceKind.Close));
        }

        return ReusedBuilder.Finish(plain);
    }

    /// <summary>Whether there is a well-formed tag of an element that people see.</summary>
    private static bool HasTag(ReadOnlySpan<char> text)
    {
        for (var at = text.IndexOf('<'); at >= 0;)
        {
            var rest = text[(at + 1)..];
            if (IsTag(rest))
            {
                return true;
            }

            var next = rest.IndexOf('<');
            at = next < 0 ? -1 : at + 1 + next;
        }

        return false;
    }

    /// <param name="text">What follows a <c>&lt;</c>.</param>
    private static bool IsTag(ReadOnlySpan<char> text)
    {
        var rest = text.StartsWith("/", StringComparison.Ordinal) ? text[1..] : text;
        var end = 0;
        while (end < rest.Length && (char.IsAsciiLetterOrDigit(rest[end]) || (rest[end] == ':' && end > 0)))
        {
            end++;
        }

        var endsName = end < rest.Length && (rest[end] is '>' or '/' || char.IsWhiteSpace(rest[end]));
        if (!endsName || !HtmlElements.IsSeen(rest[..end]))
        {
            return false;
        }

        var close = rest[end..Math.Min(rest.Length, LongestTag)].IndexOfAny(Stops);
        return close >= 0 && rest[end + close] == '>';
    }

    private static string WithoutEntities(string text)
    {
        StringBuilder? plain = null;
        var copied = 0;
        for (var at = text.IndexOf('&', StringComparison.Ordinal); at >= 0;)
        {
            var length = EntityAt(text.AsSpan(at), out var written);
            if (length > 0)
            {
                plain ??= ReusedBuilder.Take(text.Length);
                plain.Append(text, copied, at - copied).Append(written);
                copied = at + length;
            }

            at = text.IndexOf('&', at + Math.Max(1, length));
        }

        return plain is null ? text : ReusedBuilder.Finish(plain.Append(text, copied, text.Length - copied));
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
        if (name[0] != '#' && !Entities.Contains(name))
        {
            return 0;
        }

        var entity = text[..(end + 1)].ToString();
        written = HtmlReferences.Decode(entity);
        return written == entity ? 0 : end + 1;
    }
}
