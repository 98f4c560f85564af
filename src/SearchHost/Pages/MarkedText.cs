using ProposalSearch.Search;
using ProposalSearch.SearchHost.Markup;

namespace ProposalSearch.SearchHost.Pages;

/// <summary>Text as paragraphs, with matches marked: an empty line begins a new one, a line break stays a line break.</summary>
/// <param name="Text">The text.</param>
/// <param name="Matches">Its matches, in order, without overlap.</param>
/// <param name="Anchor">The anchor of its first match, or <see langword="null"/>.</param>
internal sealed record MarkedText(string Text, IReadOnlyList<TextSpan> Matches, string? Anchor = null)
{
    /// <summary>The paragraphs.</summary>
    public Html Paragraphs()
    {
        var (paragraphs, lines) = (new List<Html>(), new List<Html>());
        foreach (var (start, end) in Lines())
        {
            if (start < end)
            {
                lines.Add(lines.Count == 0 ? Marked(start, end) : Html.Of($"<br>{Marked(start, end)}"));
            }
            else
            {
                Close(paragraphs, lines);
            }
        }

        Close(paragraphs, lines);
        return Html.Join(paragraphs);
    }

    private static void Close(List<Html> paragraphs, List<Html> lines)
    {
        if (lines.Count > 0)
        {
            paragraphs.Add(Html.Of($"""<p dir="auto">{lines}</p>"""));
            lines.Clear();
        }
    }

    /// <summary>Where each line is, without the blanks around it.</summary>
    private IEnumerable<(int Start, int End)> Lines()
    {
        var start = 0;
        for (var at = 0; at < Text.Length; at++)
        {
            if (Text[at] is '\n' or '\r' or '\u2028' or '\u2029' or '\u0085' or '\f')
            {
                yield return Trimmed(start, at);
                at += Text[at] == '\r' && at + 1 < Text.Length && Text[at + 1] == '\n' ? 1 : 0;
                start = at + 1;
            }
        }

        yield return Trimmed(start, Text.Length);
    }

    private (int Start, int End) Trimmed(int start, int end)
    {
        while (start < end && char.IsWhiteSpace(Text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(Text[end - 1]))
        {
            end--;
        }

        return (start, end);
    }

    private Html Marked(int start, int end)
    {
        var parts = new List<Html>();
        var at = start;
        foreach (var match in Matches)
        {
            var (from, to) = (Math.Max(match.Start, at), Math.Min(match.Start + match.Length, end));
            if (from >= to)
            {
                continue;
            }

            var id = Anchor is not null && match == Matches[0] && from == match.Start ? Html.Of($" id=\"{Anchor}\"") : Html.None;
            parts.Add(Html.Of($"{Text[at..from]}<mark{id}>{Text[from..to]}</mark>"));
            at = to;
        }

        parts.Add(Html.Text(Text[at..end]));
        return Html.Join(parts);
    }
}
