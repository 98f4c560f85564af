using System.Globalization;
using System.Text.RegularExpressions;
using ProposalSearch.Search;
using ProposalSearch.SearchHost.Markup;

namespace ProposalSearch.SearchHost.Pages;

/// <summary>
/// Text for reading, with matches marked. An empty line begins a new paragraph, a line break stays one; lines that begin with a bullet or a
/// number are a list. An answer of short lines alone is what somebody chose from a form.
/// </summary>
/// <param name="Text">The text.</param>
/// <param name="Matches">Its matches, in order, without overlap.</param>
/// <param name="Anchor">The anchor of its first match, or <see langword="null"/>.</param>
internal sealed partial record MarkedText(string Text, IReadOnlyList<TextSpan> Matches, string? Anchor = null)
{
    private const int LongestChoice = 70;
    private const int LongestShort = 60;

    /// <summary>Whether it is several short lines, as forms give them where one chooses.</summary>
    public bool IsChoices
    {
        get
        {
            var lines = Lines().ToList();
            return lines.Count > 1 && lines.TrueForAll(line => line.End - line.Start is > 0 and <= LongestChoice
                && Text[line.End - 1] is not ('.' or '!' or ':') && Item(line) is null);
        }
    }

    /// <summary>Whether it is one short line.</summary>
    public bool IsShort => Text.Length <= LongestShort && Lines().Take(2).Count() == 1;

    /// <summary>The text as paragraphs and lists.</summary>
    public Html Paragraphs()
    {
        if (IsChoices)
        {
            var choices = Lines().Select(line => Html.Of($"<li dir=\"auto\">{Marked(line.Start, line.End)}</li>"));
            return Html.Of($"""<ul class="choices">{choices}</ul>""");
        }

        var (blocks, lines, list) = (new List<Html>(), new List<Html>(), "");
        foreach (var line in Lines())
        {
            var item = Item(line);
            if (line.Start == line.End ? list.Length > 0 : item is { } next && next.List == list)
            {
                lines.AddRange(item is { } more ? [Entry(more, line.End)] : []);
                continue;
            }

            if (line.Start == line.End || (item?.List ?? "") != list)
            {
                Close(blocks, lines, list);
                list = item?.List ?? "";
            }

            lines.AddRange(line.Start == line.End ? [] : item is { } one ? [Entry(one, line.End)]
                : lines.Count == 0 ? [Marked(line.Start, line.End)] : [Html.Of($"<br>{Marked(line.Start, line.End)}")]);
        }

        Close(blocks, lines, list);
        return Html.Join(blocks);
    }

    /// <summary>The text in one line: choices are parted by a dot, other lines by a blank.</summary>
    public Html InOneLine() => InOneLine(IsChoices);

    /// <summary>The text in one line, its lines parted by dots or by blanks.</summary>
    public Html InOneLine(bool choices)
    {
        var parted = new List<Html>();
        foreach (var (start, end) in Lines().Where(line => line.End > line.Start))
        {
            parted.Add(parted.Count == 0 ? Marked(start, end) : Html.Of($"{(choices ? " · " : " ")}{Marked(start, end)}"));
        }

        return Html.Join(parted);
    }

    private static void Close(List<Html> blocks, List<Html> lines, string list)
    {
        if (lines.Count > 0)
        {
            blocks.Add(list switch
            {
                "ul" => Html.Of($"""<ul dir="auto">{lines}</ul>"""),
                "ol" => Html.Of($"""<ol dir="auto">{lines}</ol>"""),
                _ => Html.Of($"""<p dir="auto">{lines}</p>"""),
            });
            lines.Clear();
        }
    }

    /// <summary>The item of a list that a line is: which list, where its text begins, its number.</summary>
    private (string List, int Start, int Number)? Item((int Start, int End) line)
    {
        var found = Bullet().Match(Text, line.Start, line.End - line.Start);
        return !found.Success ? null
            : found.Groups["number"] is { Success: true } number
                ? ("ol", line.Start + found.Length, int.Parse(number.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture))
                : ("ul", line.Start + found.Length, 0);
    }

    private Html Entry((string List, int Start, int Number) item, int end) => item.List == "ol"
        ? Html.Of($"""<li value="{item.Number}">{Marked(item.Start, end)}</li>""")
        : Html.Of($"<li>{Marked(item.Start, end)}</li>");

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

    [GeneratedRegex(@"\G(?:[•●▪◦‣*–—-]|(?<number>[0-9]{1,2})[.)])\s+(?=\S)")]
    private static partial Regex Bullet();
}
