using System.Text;
using ProposalSearch.Search;

namespace ProposalSearch.Indexer.Terminal;

/// <summary>
/// A passage of several lines on one line, as it is shown: the choices of a list are parted by <c>·</c>, since a blank alone would make
/// them one. Behind the end of a sentence a blank is enough, and before a bullet.
/// </summary>
internal static class JoinedLines
{
    private const string Between = " · ";
    private const string Ends = ".!?:;,…·•";

    /// <summary>The text, with the places of its matches.</summary>
    public static (string Text, IReadOnlyList<TextSpan> Matches) Of(string text, IReadOnlyList<TextSpan> matches)
    {
        if (!text.Contains('\n', StringComparison.Ordinal))
        {
            return (text, matches);
        }

        var joined = new StringBuilder(text.Length + 16);
        var places = new int[text.Length + 1];
        for (var at = 0; at < text.Length;)
        {
            var end = EndOfBreak(text, at);
            Array.Fill(places, joined.Length, at, Math.Max(1, end - at));
            joined.Append(end > at ? Separator(text, at, end) : text[at].ToString());
            at = Math.Max(at + 1, end);
        }

        places[text.Length] = joined.Length;
        return (joined.ToString(), [.. matches.Select(match => Moved(match, places))]);
    }

    private static TextSpan Moved(TextSpan match, int[] places)
        => new(places[match.Start], places[match.Start + match.Length] - places[match.Start]);

    /// <summary>Where a run of blanks with an end of a line in it ends; its beginning where there is none.</summary>
    private static int EndOfBreak(string text, int at)
    {
        var (end, isBreak) = (at, false);
        while (end < text.Length && char.IsWhiteSpace(text[end]))
        {
            isBreak |= text[end++] == '\n';
        }

        return isBreak ? end : at;
    }

    private static string Separator(string text, int at, int end)
    {
        var before = text.AsSpan(0, at).TrimEnd("\"'”’)]");
        var isParted = before.IsEmpty || end == text.Length || text[end] == '•' || Ends.Contains(before[^1], StringComparison.Ordinal);
        return isParted ? " " : Between;
    }
}
