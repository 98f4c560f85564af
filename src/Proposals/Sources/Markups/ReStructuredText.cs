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
    private const string Fence = "```";

    private static readonly FrozenSet<string> Silent = WordSet.Of("contents toctree raw include image meta index highlight sectnum class");

    private static readonly FrozenSet<string> Code = WordSet.Of(
        "code code-block sourcecode parsed-literal literalinclude math productionlist");

    private readonly string[] _lines;
    private readonly List<string> _levels = [];
    private readonly List<SourceEntry> _fields = [];
    private readonly List<string> _markdown = [];
    private int _at;
    private bool _hasText;

    private ReStructuredText(string[] lines) => _lines = lines;

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
        if (TryTitle() || TryDirective() || (!_hasText && TryField()))
        {
            return;
        }

        _at++;
        if (Border().IsMatch(line))
        {
            return;
        }

        _hasText |= line.Length > 0 && !line.StartsWith('#');
        _markdown.Add(Inline(line.EndsWith("::", StringComparison.Ordinal) ? line[..^1] : line));
        if (line.EndsWith("::", StringComparison.Ordinal))
        {
            AddBlock(isCode: true);
        }
    }

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
        _markdown.AddRange(["", $"{new string('#', level)} {Inline(_lines[title].Trim())}", ""]);
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

        var text = Inline(string.Join(' ', value).Trim());
        _fields.Add(new SourceEntry(match.Groups["key"].Value.Trim(), new SourceText(text), line + 1));
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
        _at++;
        if (match.Groups["note"].Success)
        {
            _markdown.Add($"[{match.Groups["note"].Value}] {Inline(rest)}");
            AddBlock(isCode: false);
        }
        else if (name.Length == 0 || match.Groups["replaced"].Success || Silent.Contains(name))
        {
            SkipBlock();
        }
        else
        {
            var isCode = Code.Contains(name);
            _markdown.AddRange(rest.Length > 0 && !isCode && name != "figure" ? ["", Inline(rest)] : [""]);
            AddBlock(isCode);
        }

        return true;
    }

    private void SkipBlock()
    {
        while (_at < _lines.Length && (_lines[_at].Length == 0 || char.IsWhiteSpace(_lines[_at][0])))
        {
            _at++;
        }

        _markdown.Add("");
    }

    /// <summary>The lines that are indented: of a directive without its options; code in fences.</summary>
    private void AddBlock(bool isCode)
    {
        var start = _at;
        while (_at < _lines.Length && (_lines[_at].Length == 0 || char.IsWhiteSpace(_lines[_at][0])))
        {
            _at++;
        }

        var block = _lines[start.._at].SkipWhile(static line => line.TrimStart() is [':', not ':', ..] or []).ToList();
        var indents = block.Where(static line => line.Length > 0).Select(static line => line.Length - line.TrimStart().Length);
        var indent = indents.DefaultIfEmpty(0).Min();
        var text = block.ConvertAll(line => line.Length > indent ? line[indent..] : "");
        _markdown.Add("");
        _markdown.AddRange(text.Count == 0 ? [] : isCode ? [Fence, .. text, Fence, ""] : [.. text.Select(Inline), ""]);
        _hasText |= text.Count > 0;
    }

    /// <summary>Links, roles and numbered items as Markdown has them.</summary>
    private static string Inline(string line)
    {
        line = Link().Replace(line, "[${text}](${url})");
        line = Role().Replace(line, static match => Target().Replace(match.Groups["text"].Value, ""));
        return Numbered().Replace(Reference().Replace(line, "${text}"), "${lead}1. ");
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

    [GeneratedRegex(@"`(?<text>[^`<>]{1,500}?)\s*<(?<url>https?://[^>\s]{1,2000})>`_{1,2}", RegexOptions.CultureInvariant)]
    private static partial Regex Link();

    [GeneratedRegex(@"(?<![\w`]):[\w:+.-]{1,40}:`(?<text>[^`]{1,500})`", RegexOptions.CultureInvariant)]
    private static partial Regex Role();

    [GeneratedRegex(@"\s*<[^>]*>$", RegexOptions.CultureInvariant)]
    private static partial Regex Target();

    [GeneratedRegex(@"(?<!`)`(?<text>[^`]{1,500})`_{1,2}", RegexOptions.CultureInvariant)]
    private static partial Regex Reference();

    [GeneratedRegex(@"^(?<lead>\s*)#\. ", RegexOptions.CultureInvariant)]
    private static partial Regex Numbered();
}
