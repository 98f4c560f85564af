using System.Text.RegularExpressions;

namespace ProposalSearch.Proposals.Sources.Markups;

/// <summary>AsciiDoc as Markdown: sections, attributes at the top, blocks, lists, links and tables.</summary>
internal sealed partial class AsciiDoc
{
    private const string Fence = "```";

    private readonly List<SourceEntry> _fields = [];
    private readonly List<string> _markdown = [];
    private string? _block;
    private string _attributes = "";
    private bool _isBelowTop;

    public static MarkupDocument Read(string[] lines)
    {
        var document = new AsciiDoc();
        var at = document.ReadHeader(lines);
        for (; at < lines.Length; at++)
        {
            if (document._block is null && AsciiDocTable.Read(lines, at, document._attributes) is { } table)
            {
                document.TakeTable(table);
                at = table.End;
            }
            else if (document._isBelowTop || document._block is not null || !document.TryLabel(lines, at))
            {
                document.Take(lines[at]);
            }
        }

        if (document._block is not null and not "////")
        {
            document._markdown.Add(Fence);
        }

        return new MarkupDocument(document._fields, string.Join('\n', document._markdown));
    }

    /// <summary>The title, the author and the revision below it, and attributes, up to an empty line.</summary>
    private int ReadHeader(string[] lines)
    {
        var (at, hasTitle) = (0, false);
        for (; at < lines.Length; at++)
        {
            var line = lines[at];
            if (Attribute().Match(line) is { Success: true } match)
            {
                AddField(match.Groups["key"].Value, match.Groups["value"].Value, at);
            }
            else if (!hasTitle && line.StartsWith("= ", StringComparison.Ordinal))
            {
                (hasTitle, _) = (true, AddLine("# " + Inline(line[2..])));
            }
            else if (hasTitle && Author().Match(line) is { Success: true } author)
            {
                AddField("author", author.Groups["name"].Value, at);
            }
            else if (hasTitle && Revision().Match(line) is { Success: true } revision)
            {
                AddField("date", revision.Groups["date"].Value, at);
            }
            else if (line.Length == 0 ? hasTitle || _fields.Count > 0 : line is "////" || !line.StartsWith("//", StringComparison.Ordinal))
            {
                break;
            }
        }

        return at;
    }

    private void AddField(string key, string value, int at)
    {
        if (value.Trim().Length > 0 && !ForPrograms().IsMatch(key))
        {
            _fields.Add(new SourceEntry(key, LinkedText.Of(Emoji().Replace(Inline(value), "").Trim()), at + 1));
        }
    }

    /// <summary>A table of two columns above the text states keys; another one is rows of cells.</summary>
    private void TakeTable(AsciiDocTable table)
    {
        if (!_isBelowTop && table.ArePairs)
        {
            _markdown.RemoveAll(static line => line.TrimEnd() == AsciiDocTable.Announcing);
            table.Rows.ForEach(row => AddField(row.Cells[0], row.Cells[1], row.Line));
            return;
        }

        table.Rows.ForEach(row => _markdown.Add(Inline(string.Join(" – ", row.Cells.Where(static cell => cell.Length > 0))) + "  "));
        _markdown.Add("");
        _isBelowTop = true;
    }

    /// <summary>A label in bold above the text, on a line of its own, is a key. One that comes again goes on.</summary>
    private bool TryLabel(string[] lines, int at)
    {
        if (Label().Match(lines[at]) is not { Success: true } label || label.Length == lines[at].Length
            || (at + 1 < lines.Length && lines[at + 1].Length > 0 && !Label().IsMatch(lines[at + 1])))
        {
            return false;
        }

        var (key, value) = (label.Groups["label"].Value, lines[at][label.Length..]);
        if (_fields.Count > 0 && _fields[^1].Key == key)
        {
            value = $"{((SourceText)_fields[^1].Value).Text}, {value}";
            _fields.RemoveAt(_fields.Count - 1);
        }

        AddField(key, value, at);
        return true;
    }

    private bool AddLine(string line)
    {
        _markdown.AddRange(line.StartsWith('#') ? ["", line, ""] : [line]);
        return true;
    }

    private void Take(string line)
    {
        _attributes = line.StartsWith('[') ? line : line.StartsWith('.') ? _attributes : "";
        if (_block is { } open)
        {
            TakeInBlock(line, open);
        }
        else if (line is "////" || Listing().IsMatch(line))
        {
            _block = line.StartsWith(Fence, StringComparison.Ordinal) ? line[..^line.AsSpan().TrimStart('`').Length] : line;
            _markdown.AddRange(line is "////" ? [""] : ["", Fence]);
        }
        else if (Section().Match(line) is { Success: true } section)
        {
            _isBelowTop = true;
            AddLine($"{new string('#', section.Groups["level"].Length)} {Inline(section.Groups["title"].Value)}");
        }
        else if (!Silent().IsMatch(line))
        {
            _isBelowTop |= line.Length > 0 && line[0] != '.';
            AddLine(Plain(line));
        }
    }

    private void TakeInBlock(string line, string open)
    {
        if (line == open)
        {
            _block = null;
            _markdown.AddRange(open == "////" ? [] : [Fence, ""]);
        }
        else if (open != "////")
        {
            _markdown.Add(line);
        }
    }

    private static string Plain(string line)
    {
        if (Item().Match(line) is { Success: true } item)
        {
            var depth = item.Groups["mark"].Length - 1;
            var mark = item.Groups["mark"].Value[0] == '.' ? "1." : "-";
            return $"{new string(' ', 3 * depth)}{mark} {Inline(item.Groups["text"].Value)}";
        }

        if (line.StartsWith('|'))
        {
            var cells = line.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            return Inline(string.Join(" – ", cells)) + "  ";
        }

        line = Label().Replace(line, "**${label}:** ");
        line = line is ['.', not (' ' or '.'), ..] ? line[1..] + "  " : line;
        return Inline(line is "+" ? "" : line.EndsWith(" +", StringComparison.Ordinal) ? line[..^2] + "  " : line);
    }

    private static string Inline(string line)
    {
        line = Anchor().Replace(line, "").Replace("{nbsp}", " ", StringComparison.Ordinal);
        line = Link().Replace(line, static match => match.Groups["text"].Length > 0
            ? $"[{match.Groups["text"].Value}]({match.Groups["url"].Value})"
            : $"<{match.Groups["url"].Value}>");
        line = Reference().Replace(line, static match => match.Groups[match.Groups["text"].Success ? "text" : "id"].Value);
        return Macro().Replace(Term().Replace(line, "${term}: "), "${text}");
    }

    [GeneratedRegex(@"^:(?<key>[\w][\w-]*):(?: +(?<value>.*))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Attribute();

    /// <summary>Attributes that say how a document looks.</summary>
    [GeneratedRegex(
        @"^(?:toc.*|icons.*|sect.*|source-.*|.*dir|.*prefix|.*separator|.*-caption|.*-title|.*-label|doctype|experimental|stem|numbered"
            + "|data-uri|linkcss|stylesheet|nofooter|noheader|xrefstyle|showtitle|hardbreaks|highlightjs.*|pygments.*|rouge.*"
            + "|page-.*|lang|url-.*)$",
        RegexOptions.CultureInvariant)]
    private static partial Regex ForPrograms();

    [GeneratedRegex(@"^(?<name>\p{Lu}[\p{L}.'-]*(?: \p{L}[\p{L}.'-]*){1,3})(?: <[^>]+>)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Author();

    [GeneratedRegex(@"^(?:v[\d.]+, ?)?(?<date>\d{4}-\d{2}-\d{2})(?::.*)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Revision();

    [GeneratedRegex(@"^(?<level>={1,6}) (?<title>\S.*?)(?: =+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Section();

    [GeneratedRegex(@"^(?:-{4,}|\.{4,}|`{3,}\w*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Listing();

    /// <summary>Comments, attributes of blocks and of the document, marks of blocks, and what is put in from elsewhere.</summary>
    [GeneratedRegex(
        @"^(?://(?!/).*|\[\[[^\]]*\]\]|\[[^\]]*\]|:[\w!-]+:.*|"
            + @"={4,}|\*{4,}|_{4,}|\+{4,}|--|[|,:!]={3,}|'{3,}|<{3,}|(?:include|toc|ifdef|ifndef|endif)::.*)$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Silent();

    [GeneratedRegex(@"^\s*(?<mark>\*{1,5}|-|\.{1,5}) (?<text>\S.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Item();

    [GeneratedRegex(
        @"(?:link:)?(?<url>(?:https?://|mailto:)[^\s\[\]<>]{1,2000})\[(?<text>[^\[\]]{0,500}?)\^?\]", RegexOptions.CultureInvariant)]
    private static partial Regex Link();

    [GeneratedRegex(@"\[\[[\p{L}_:][^\[\]\s]{0,200}(?:, ?[^\[\]]{0,200})?\]\]", RegexOptions.CultureInvariant)]
    private static partial Regex Anchor();

    /// <summary>A label in bold: <c>*Author:* Ann</c>.</summary>
    [GeneratedRegex(@"^\*(?<label>\p{L}[^*:]{0,60})(?::\*|\* ?:)(?:\s+|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Label();

    /// <summary>Small pictures by their names: <c>:lock:</c>.</summary>
    [GeneratedRegex(@"(?<=^|\s):[a-z][a-z_]{1,40}:(?=\s|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Emoji();

    [GeneratedRegex("<<(?<id>[^<>,]{1,200})(?:, ?(?<text>[^<>]{1,300}))?>>", RegexOptions.CultureInvariant)]
    private static partial Regex Reference();

    [GeneratedRegex(@"^(?<term>\S[^:]{0,200})::(?: +|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Term();

    [GeneratedRegex(
        @"\b(?:image::?|kbd:|btn:|footnote:|xref:|link:)[^\s\[\]]{0,300}\[(?<text>[^\[\]]{0,500})\]", RegexOptions.CultureInvariant)]
    private static partial Regex Macro();
}
