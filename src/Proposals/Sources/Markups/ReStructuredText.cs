using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace ProposalSearch.Proposals.Sources.Markups;

/// <summary>
/// reStructuredText as Markdown: titles that are underlined, lists of fields, literal blocks, links. Of directives, what only a program
/// needs is gone, and the text within is kept.
/// </summary>
internal sealed partial class ReStructuredText
{
    private const string Marks = "=-`:'\"~^_*+#<>.";
    private const int LeastUnderline = 2;
    private const int MostLinesOfALink = 4;
    private const string Fence = "```";

    private static readonly FrozenSet<string> Silent = WordSet.Of("contents toctree raw include image meta index highlight sectnum class");

    private static readonly FrozenSet<string> Code = WordSet.Of(
        "code code-block sourcecode parsed-literal literalinclude math productionlist");

    /// <summary>
    /// Directives that every program knows; another one at the top, with a word beside it, is a key of the archive's own.
    /// </summary>
    private static readonly FrozenSet<string> Known = WordSet.Of("""
        attention caution danger error hint important note tip warning admonition topic sidebar epigraph highlights pull-quote compound
        container rubric table csv-table list-table figure header footer title role default-role unicode date replace seealso
        versionadded versionchanged versionremoved deprecated centered hlist glossary only tabs tab todo graphviz mermaid module
        currentmodule automodule autoclass autofunction function class method attribute data exception envvar program option
        """);

    private readonly string[] _lines;
    private readonly List<string> _levels = [];
    private readonly List<SourceEntry> _fields = [];
    private readonly List<string> _markdown = [];
    private readonly int _depth;
    private int _at;
    private int _titles;
    private bool _hasText;

    private ReStructuredText(string[] lines, int depth = 0) => (_lines, _depth, _hasText) = (lines, depth, depth > 0);

    /// <summary>Whether what stands here may still be about the whole document: below its title at most, and above its text.</summary>
    private bool IsAtTop => !_hasText && _titles <= 1;

    public static MarkupDocument Read(string[] lines)
    {
        var document = new ReStructuredText(lines);
        document._at = Array.FindIndex(lines, static line => line.Length > 0) is var first and > 0 ? first : 0;
        document._fields.AddRange(HeaderFields.Read(lines, document._at, out document._at));
        while (document._at < lines.Length)
        {
            document.Take();
        }

        return new MarkupDocument(document._fields, string.Join('\n', document._markdown));
    }

    private void Take()
    {
        var line = _lines[_at];
        if ((_depth == 0 && TryTitle()) || (IsAtTop && TryTableOfFields()) || TryDirective() || (!_hasText && TryField()))
        {
            return;
        }

        _at++;
        if (Border().IsMatch(line))
        {
            return;
        }

        var indent = IndentOf(line);
        for (var more = 0; more < MostLinesOfALink && RstInline.IsOpen(line) && IsMore(_at, indent); more++)
        {
            line = $"{line} {_lines[_at++].Trim()}";
        }

        _hasText |= line.Length > 0 && !line.StartsWith('#');
        var hasBlock = line.EndsWith("::", StringComparison.Ordinal);
        _markdown.Add(RstInline.Read(hasBlock ? WithoutMark(line) : line));
        if (hasBlock)
        {
            AddBlock(isCode: true, indent);
        }
    }

    /// <summary>Two colons at the end announce a block; they are read as one, or, behind a blank or alone, as none.</summary>
    private static string WithoutMark(string line) => line is [.., not ' ', ':', ':'] ? line[..^1] : line[..^2].TrimEnd();

    private static int IndentOf(string line) => line.Length - line.AsSpan().TrimStart().Length;

    /// <summary>Whether a line goes on with the paragraph above, so that a link may go on in it.</summary>
    private bool IsMore(int at, int indent)
        => at < _lines.Length && _lines[at].Length > 0 && IndentOf(_lines[at]) >= indent && !IsMarks(_lines[at])
            && _lines[at].TrimStart() is not (['-' or '*' or '+', ' ', ..] or ['.', '.', ' ', ..]);

    /// <summary>A title with a line below it, or with one above as well. The levels are those in which the marks come.</summary>
    private bool TryTitle()
    {
        var hasOver = IsMarks(_lines[_at]) && _at + 2 < _lines.Length && IsMarks(_lines[_at + 2]) && _lines[_at][0] == _lines[_at + 2][0];
        var title = hasOver ? _at + 1 : _at;
        if (title + 1 >= _lines.Length
            || _lines[title].Length == 0
            || !IsMarks(_lines[title + 1])
            || (!hasOver && (char.IsWhiteSpace(_lines[title][0]) || IsMarks(_lines[title]) || (_at > 0 && _lines[_at - 1].Length > 0)))
            || _lines[title + 1].Length < Math.Min(_lines[title].Trim().Length, 4))
        {
            return false;
        }

        var mark = (hasOver ? "over" : "") + _lines[title + 1][0];
        if (!_levels.Contains(mark))
        {
            _levels.Add(mark);
        }

        // Below a field for the title, no heading is the title, though it may be the only one of its level.
        var above = _fields.Exists(static field => field.Key.Equals("title", StringComparison.OrdinalIgnoreCase)) ? 2 : 1;
        var level = Math.Min(6, _levels.IndexOf(mark) + above);
        _markdown.AddRange(["", $"{new string('#', level)} {RstInline.Read(_lines[title].Trim())}", ""]);
        _titles++;
        _at = title + 2;
        return true;
    }

    private static bool IsMarks(string line)
        => line.Length >= LeastUnderline && Marks.Contains(line[0], StringComparison.Ordinal) && line.AsSpan().Trim(line[0]).IsEmpty;

    /// <summary>A field above the text, with the lines below it that are indented.</summary>
    private bool TryField()
    {
        if (Field().Match(_lines[_at]) is not { Success: true } match)
        {
            return false;
        }

        var line = _at++;
        var value = new List<string> { match.Groups["value"].Value.Trim() };
        while (_at < _lines.Length && _lines[_at].Length > 0 && char.IsWhiteSpace(_lines[_at][0]))
        {
            value.Add(_lines[_at++].Trim());
        }

        AddField(match.Groups["key"].Value, string.Join(' ', value), line);
        return true;
    }

    private void AddField(string key, string value, int line)
        => _fields.Add(new SourceEntry(RstInline.Read(key).Trim('`', '*', ' '), LinkedText.Of(RstInline.Read(value.Trim())), line + 1));

    /// <summary>A table of two columns above the text, of which one has keys.</summary>
    private bool TryTableOfFields()
    {
        if (RstTable.ReadPairs(_lines, _at) is not { } table)
        {
            return false;
        }

        foreach (var (key, value, line) in table.Rows.Where(static row => row.Value.Length > 0))
        {
            AddField(key, value, line);
        }

        _at = table.End;
        return true;
    }

    private bool TryDirective()
    {
        if (!_lines[_at].TrimStart().StartsWith("..", StringComparison.Ordinal)
            || Directive().Match(_lines[_at]) is not { Success: true } match)
        {
            return false;
        }

        var (name, rest) = (match.Groups["name"].Value, match.Groups["rest"].Value.Trim());
        var indent = IndentOf(_lines[_at++]);
        if (match.Groups["note"].Success)
        {
            _markdown.Add($"[{match.Groups["note"].Value}] {RstInline.Read(rest)}");
            AddBlock(isCode: false, indent);
        }
        else if (name.Length == 0 || match.Groups["replaced"].Success || Silent.Contains(name))
        {
            _at = EndOfBlock(indent);
            _markdown.Add("");
        }
        else if (rest.Length > 0 && IsKey(name, indent))
        {
            AddField(name, rest, _at - 1);
        }
        else
        {
            AddDirective(name, rest, indent);
        }

        return true;
    }

    private void AddDirective(string name, string rest, int indent)
    {
        var isCode = Code.Contains(name);
        _markdown.AddRange(rest.Length > 0 && !isCode && name != "figure" ? ["", RstInline.Read(rest)] : [""]);
        AddBlock(isCode, indent);
    }

    /// <summary>Whether a directive is a key of the archive's own: at the top, without a block, and unknown elsewhere.</summary>
    private bool IsKey(string name, int indent)
        => IsAtTop && !Known.Contains(name) && !Code.Contains(name)
            && Array.TrueForAll(_lines[_at..EndOfBlock(indent)], static line => line.Length == 0);

    /// <summary>The line behind a block: behind empty lines and those that are indented deeper than what announces them.</summary>
    private int EndOfBlock(int indent)
    {
        var end = _at;
        while (end < _lines.Length && (_lines[end].Length == 0 || IndentOf(_lines[end]) > indent))
        {
            end++;
        }

        return end;
    }

    /// <summary>The lines that are indented deeper: of a directive without its options; code in fences.</summary>
    private void AddBlock(bool isCode, int above)
    {
        var end = EndOfBlock(above);
        var block = _lines[_at..end].SkipWhile(static line => line.TrimStart() is [':', not ':', ..] or []).ToList();
        _at = end;
        var indent = block.Where(static line => line.Length > 0).Select(IndentOf).DefaultIfEmpty(0).Min();
        var text = block.ConvertAll(line => line.Length > indent ? line[indent..] : "");
        _markdown.Add("");
        _markdown.AddRange(text.Count == 0 ? [] : isCode ? [Fence, .. text, Fence, ""] : [.. Within(text), ""]);
        _hasText |= text.Count > 0;
    }

    /// <summary>The text of a block, which may hold directives of its own, but no titles. Those that are too deep are text.</summary>
    private List<string> Within(List<string> lines)
    {
        if (_depth == SourceLimits.DeepestNesting)
        {
            return lines;
        }

        var block = new ReStructuredText([.. lines], _depth + 1);
        while (block._at < lines.Count)
        {
            block.Take();
        }

        return block._markdown;
    }

    [GeneratedRegex(@"^:(?<key>\p{L}[^:`]{0,60}):(?: +(?<value>.*))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Field();

    [GeneratedRegex(
        @"^\s*\.\.(?:$| +(?:\[(?<note>[#*\p{L}\p{N}]+)\] +(?<rest>.*)|(?<replaced>\|[^|]+\| )?(?<name>[\w-]+(?=::))::(?<rest>.*)|.*))$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Directive();

    /// <summary>The lines of tables.</summary>
    [GeneratedRegex(@"^\s*(?:\+[-=+]{3,}|={2,}(?: +={2,})+|-{2,}(?: +-{2,})+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Border();
}
