using System.Globalization;

namespace ProposalSearch.Proposals.Sources;

/// <summary>Escapes of JSON that are half a character: one of the two that make up a surrogate pair.</summary>
internal static class HalfEscapes
{
    private const int Length = 6;

    /// <summary>The line of the first one, from 1; 1 where there is none.</summary>
    public static int LineOfFirst(ReadOnlySpan<char> json)
    {
        for (var at = 0; at < json.Length && json[at..].IndexOf('\\') is var found and >= 0;)
        {
            at += found;
            if (CodeAt(json, at) is not { } code)
            {
                at += 2;
            }
            else if (char.IsHighSurrogate(code) && CodeAt(json, at + Length) is { } low && char.IsLowSurrogate(low))
            {
                at += 2 * Length;
            }
            else if (char.IsSurrogate(code))
            {
                return SourceEncoding.LineOf(json, at);
            }
            else
            {
                at += Length;
            }
        }

        return 1;
    }

    private static char? CodeAt(ReadOnlySpan<char> json, int at)
        => at + Length <= json.Length
            && json[at] == '\\'
            && json[at + 1] == 'u'
            && ushort.TryParse(json.Slice(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
                ? (char)code
                : null;
}
