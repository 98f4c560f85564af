using System.Globalization;
using System.Text;

namespace ProposalSearch.Proposals.Sources;

/// <summary>
/// Escapes that are half a character, such as <c>\ud83d</c>: programs that cut texts to a length write them. They stand for U+FFFD, the
/// sign of a character that was lost.
/// </summary>
internal static class LoneSurrogates
{
    private const int EscapeLength = 6;
    private const string Lost = "\\ufffd";

    /// <summary>A text with escapes of JSON, in which no escape is half a character; and the place of the first that was.</summary>
    public static (string Text, int First) Replace(string escaped)
    {
        StringBuilder? whole = null;
        var (copied, first) = (0, -1);
        for (var at = escaped.IndexOf('\\', StringComparison.Ordinal); at >= 0 && at + 1 < escaped.Length;)
        {
            var length = CodeAt(escaped, at) is not { } code || !char.IsSurrogate(code) ? 2
                : char.IsHighSurrogate(code) && CodeAt(escaped, at + EscapeLength) is { } next && char.IsLowSurrogate(next)
                    ? 2 * EscapeLength
                    : 0;
            if (length == 0)
            {
                whole = (whole ?? new StringBuilder(escaped.Length)).Append(escaped, copied, at - copied).Append(Lost);
                first = first < 0 ? at : first;
                length = EscapeLength;
                copied = at + length;
            }

            at = escaped.IndexOf('\\', at + length);
        }

        return (whole?.Append(escaped, copied, escaped.Length - copied).ToString() ?? escaped, first);
    }

    private static char? CodeAt(string text, int at)
        => at + EscapeLength <= text.Length && text[at] == '\\' && text[at + 1] == 'u'
            && ushort.TryParse(
                text.AsSpan(at + 2, EscapeLength - 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
                ? (char)code
                : null;
}
