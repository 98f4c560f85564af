using System.Text.RegularExpressions;

namespace ProposalSearch.Proposals.Sources.Markups;

/// <summary>
/// The markup of MediaWiki as Markdown: headings, lists, links, tables. Fields are those of a template at the top, such as
/// <c>{{Proposal|title=...}}</c>, or lines <c>Key: value</c> in the first <c>&lt;pre&gt;</c>; the text of other templates is kept.
/// </summary>
internal sealed partial class MediaWiki
{
    private const string Fence = "```";

    private readonly List<SourceEntry> _fields = [];
    private readonly List<string> _markdown = [];
    private bool _isCode;

    public static MarkupDocument Read(string[] lines)
    {
        var document = new MediaWiki();
        for (var at = document.ReadFields(lines); at < lines.Length; at++)
        {
            document.Take(lines[at]);
        }

        return new MarkupDocument(document._fields, string.Join('\n', document._markdown));
    }

    /// <summary>The fields at the top, and the line behind them.</summary>
    private int ReadFields(string[] lines)
    {
        var first = Array.FindIndex(lines, static line => line.Length > 0);
        if (first < 0)
        {
            return lines.Length;
        }

        if (lines[first].Trim() == "<pre>")
        {
            _fields.AddRange(HeaderFields.Read(lines, first + 1, out var end));
            return _fields.Count > 0 && end < lines.Length && lines[end].Trim() == "</pre>" ? end + 1 : Undone(first);
        }

        var close = Array.FindIndex(lines, first, static line => line.TrimEnd().EndsWith("}}", StringComparison.Ordinal));
        if (!lines[first].StartsWith("{{", StringComparison.Ordinal) || close < 0)
        {
            return first;
        }

        AddTemplate(lines.AsSpan(first, close - first + 1), first);
        return _fields.Count > 1 ? close + 1 : Undone(first);
    }

    private int Undone(int first)
    {
        _fields.Clear();
        return first;
    }

    private void AddTemplate(ReadOnlySpan<string> lines, int first)
    {
        var whole = string.Join('\n', lines!).Trim().TrimStart('{').TrimEnd('}');
        var start = 0;
        foreach (var part in Parameter().Split(whole))
        {
            start = whole.IndexOf(part, start, StringComparison.Ordinal);
            var line = first + 1 + whole.AsSpan(0, start).Count('\n');
            start += part.Length;
            var middle = part.IndexOf('=', StringComparison.Ordinal);
            if (middle > 0 && part[(middle + 1)..].Trim() is { Length: > 0 } value)
            {
                _fields.Add(new SourceEntry(part[..middle].Trim(), new SourceText(Inline(value)), line));
            }
        }
    }

    private void Take(string line)
    {
        if (CodeTag().Match(line.Trim()) is { Success: true } tag)
        {
            _isCode = !tag.Groups["end"].Success;
            _markdown.AddRange([Fence]);
        }
        else if (_isCode)
        {
            _markdown.Add(line);
        }
        else if (Heading().Match(line) is { Success: true } heading)
        {
            _markdown.AddRange(["", $"{new string('#', heading.Groups["level"].Length)} {Inline(heading.Groups["text"].Value)}", ""]);
        }
        else if (!Silent().IsMatch(line))
        {
            _markdown.Add(Plain(line));
        }
    }

    private static string Plain(string line)
    {
        if (Item().Match(line) is { Success: true } item)
        {
            var marks = item.Groups["marks"].Value;
            var mark = marks[^1] switch { '#' => "1. ", '*' => "- ", _ => "" };
            var text = Inline(item.Groups["text"].Value);
            return mark.Length == 0 ? "\n" + text : new string(' ', 3 * (marks.Length - 1)) + mark + text;
        }

        if (line is ['|' or '!', ..])
        {
            var cells = Cell().Split(line[1..].TrimStart('+')).Select(static cell => CellStyle().Replace(cell, "").Trim());
            return Inline(string.Join(" – ", cells)) + "  ";
        }

        return Inline(line);
    }

    private static string Inline(string line)
    {
        line = Quotes().Replace(line, "");
        line = File().Replace(line, "${text}");
        line = Page().Replace(line, static match => match.Groups["text"].Success ? match.Groups["text"].Value : match.Groups["page"].Value);
        line = Link().Replace(line, "[${text}](${url})");
        line = Template().Replace(line, static match => string.Join(' ', match.Groups["text"].Value.Split('|').Skip(1)).Trim());
        return Tag().Replace(line, " ").Trim();
    }

    [GeneratedRegex(@"^\s*(?<level>={1,6})\s*(?<text>\S.*?)\s*\k<level>\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^(?<marks>[*#:;]{1,8})\s*(?<text>\S.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Item();

    [GeneratedRegex(@"^(?:\{\|.*|\|\}|\|-.*|__[A-Z]+__|#REDIRECT.*|-{4,})$", RegexOptions.CultureInvariant)]
    private static partial Regex Silent();

    [GeneratedRegex("^<(?<end>/)?(?:pre|source|syntaxhighlight)(?: [^>]*)?>$", RegexOptions.CultureInvariant)]
    private static partial Regex CodeTag();

    [GeneratedRegex(@"\n\s*\||\|(?=[^\[\]{}|=]{1,60}=)", RegexOptions.CultureInvariant)]
    private static partial Regex Parameter();

    [GeneratedRegex(@"\|\||!!", RegexOptions.CultureInvariant)]
    private static partial Regex Cell();

    [GeneratedRegex("""^\s*(?:[\w-]+="[^"]*"\s*)+\|""", RegexOptions.CultureInvariant)]
    private static partial Regex CellStyle();

    [GeneratedRegex("'{2,5}", RegexOptions.CultureInvariant)]
    private static partial Regex Quotes();

    [GeneratedRegex(
        @"\[\[(?:File|Image|Media):[^\[\]|]{0,300}(?:\|[^\[\]|]{0,200})*?(?:\|(?<text>[^\[\]|]{0,500}))?\]\]",
        RegexOptions.CultureInvariant)]
    private static partial Regex File();

    [GeneratedRegex(@"\[\[:?(?<page>[^\[\]|]{1,300})(?:\|(?<text>[^\[\]]{1,500}))?\]\]", RegexOptions.CultureInvariant)]
    private static partial Regex Page();

    [GeneratedRegex(@"\[(?<url>https?://[^\s\[\]]{1,2000})\s+(?<text>[^\[\]]{1,500})\]", RegexOptions.CultureInvariant)]
    private static partial Regex Link();

    [GeneratedRegex(@"\{\{(?<text>[^{}]{1,2000})\}\}", RegexOptions.CultureInvariant)]
    private static partial Regex Template();

    [GeneratedRegex(
        "</?(?:ref|references|nowiki|poem|gallery|noinclude|onlyinclude|includeonly)(?: [^<>]*)?/?>", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();
}
