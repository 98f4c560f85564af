using System.Buffers;

namespace ProposalSearch.Proposals.Sources.Yaml;

/// <summary>
/// The YAML that forms are saved in, read about ten times as fast as YamlDotNet reads it: block mappings and lists, plain, quoted, literal
/// and folded scalars, and short lists in brackets. Anything else (anchors, tags, complex keys, comments at ends of lines, and whatever looks
/// like a fault) is left to YamlDotNet, by which what comes out here is tested, value by value. It is more lenient in one thing: a quoted text may go on at
/// the beginning of a line, as libyaml has it.
/// </summary>
/// <remarks>One instance reads one text. Every method that meets something it does not know sets <see cref="_gaveUp"/>, and all loops end.</remarks>
internal sealed partial class FormYaml
{
    private const int DeepestNesting = 32;

    /// <summary>Line breaks of YAML 1.1, control characters and marks in the middle: YamlDotNet knows what to do.</summary>
    private static readonly SearchValues<char> Foreign = SearchValues.Create(ForeignCharacters());

    /// <summary>What may not begin a plain scalar here.</summary>
    private static readonly SearchValues<char> Indicators = SearchValues.Create("-?:,[]{}#&*!|>'\"%@`=<\t");

    /// <summary>What ends a word in brackets, or makes it more than a word.</summary>
    private static readonly SearchValues<char> BracketStops = SearchValues.Create(",[]{}:#&*!|>'\"%@`?\t");

    private readonly string _text;
    private readonly int _end;
    private readonly SourceReading _reading;
    private readonly FormScalar _scalar = new();
    private int _at;
    private int _line;
    private bool _gaveUp;

    private FormYaml(string text, int start, int end, int firstLine, SourceReading reading)
    {
        _text = text;
        _at = start;
        _end = end;
        _line = firstLine;
        _reading = reading;
    }

    /// <summary>Reads a mapping; false where YamlDotNet has to, which then also finds the fault, if there is one.</summary>
    /// <param name="text">The YAML, of which the first line is <paramref name="firstLine"/> of the file.</param>
    /// <param name="firstLine">From 1.</param>
    /// <param name="reading">Takes warnings.</param>
    /// <param name="map">The mapping.</param>
    public static bool TryRead(string text, int firstLine, SourceReading reading, out SourceMap map) => TryRead(text, 0, text.Length, firstLine, reading, out map);

    /// <summary>The same for YAML from one place of a text to another, which begins and ends where lines do.</summary>
    public static bool TryRead(string text, int start, int end, int firstLine, SourceReading reading, out SourceMap map)
    {
        map = SourceMap.Empty;
        var part = text.AsSpan(start, end - start);
        if (part.Contains('\r'))
        {
            text = part.ToString().Replace("\r\n", "\n", StringComparison.Ordinal);
            (start, end) = (0, text.Length);
            part = text;
        }

        if (part.ContainsAny(Foreign))
        {
            return false;
        }

        var warnings = reading.Warnings.Count;
        var yaml = new FormYaml(text, start, end, firstLine, reading);
        map = yaml.ReadMap(0, 0);
        if (yaml._gaveUp || yaml._at < end)
        {
            reading.Warnings.RemoveRange(warnings, reading.Warnings.Count - warnings);
            return false;
        }

        return true;
    }

    /// <summary>The keys at one indentation. Leaves off at the first line that is indented less.</summary>
    private SourceMap ReadMap(int indent, int depth)
    {
        var map = new SourceMapBuilder(_reading);
        while (NextContent() && Indent() == indent && !_gaveUp)
        {
            _at += indent;
            var line = _line;
            if (!TryReadKey(out var key))
            {
                GiveUp();
                break;
            }

            var value = ReadValue(indent, depth, isItem: false);
            if (!_gaveUp)
            {
                map.Add(key, value, line);
            }
        }

        return map.Build();
    }

    /// <summary>The items at one indentation.</summary>
    private SourceList ReadList(int indent, int depth)
    {
        var items = new List<SourceValue>();
        while (NextContent() && Indent() == indent && !_gaveUp && IsItem(_at + indent))
        {
            _at += indent + 1;
            items.Add(ReadValue(indent, depth, isItem: true));
        }

        return new SourceList(items);
    }

    /// <summary>The value after a colon or a dash; leaves off at the beginning of a line.</summary>
    private SourceValue ReadValue(int indent, int depth, bool isItem)
    {
        SkipSpaces();
        if (_at == _end || _text[_at] == '\n')
        {
            EndLine();
            return ReadBelow(indent, depth, isItem);
        }

        switch (_text[_at])
        {
            case '|' or '>':
                return ReadBlock(indent);
            case '\'' or '"':
                return ReadQuotedValue();
            case '[':
                return ReadBrackets();
            default:
                return ReadPlain(indent);
        }
    }

    /// <summary>A value that begins on a line after its key: a list, a mapping, or nothing.</summary>
    private SourceValue ReadBelow(int indent, int depth, bool isItem)
    {
        if (depth >= DeepestNesting || isItem)
        {
            return isItem && !(NextContent() && Indent() > indent) ? SourceValue.Nothing : GiveUp();
        }

        if (!NextContent())
        {
            return SourceValue.Nothing;
        }

        var below = Indent();
        if (below >= indent && IsItem(_at + below))
        {
            return ReadList(below, depth + 1);
        }

        if (below <= indent)
        {
            return SourceValue.Nothing;
        }

        return HasKey(_at + below) ? ReadMap(below, depth + 1) : GiveUp();
    }

    /// <summary>Whether the line from here on begins with a key, so that what stands here is a mapping.</summary>
    private bool HasKey(int from)
    {
        var (at, line) = (_at, _line);
        _at = from;
        var isKey = TryReadKey(out _);
        (_at, _line) = (at, line);
        return isKey;
    }

    private bool IsItem(int at) => at < _end && _text[at] == '-' && (at + 1 == _end || _text[at + 1] is ' ' or '\n');

    /// <summary>Moves to the beginning of the next line that is neither empty nor a comment; false at the end.</summary>
    private bool NextContent()
    {
        while (_at < _end)
        {
            var first = FirstOfLine();
            if (first < _end && _text[first] is not ('\n' or '#'))
            {
                return true;
            }

            _at = first;
            SkipLine();
        }

        return false;
    }

    /// <summary>The place of the first character of a line that is no space.</summary>
    private int FirstOfLine()
    {
        var found = Rest(_at).IndexOfAnyExcept(' ');
        return found < 0 ? _end : _at + found;
    }

    private ReadOnlySpan<char> Rest(int from) => _text.AsSpan(from, _end - from);

    private int Indent() => FirstOfLine() - _at;

    private void SkipSpaces() => _at = FirstOfLine();

    private void SkipLine()
    {
        var end = EndOfLine(_at);
        _at = end;
        EndLine();
    }

    private int EndOfLine(int from)
    {
        var found = Rest(from).IndexOf('\n');
        return found < 0 ? _end : from + found;
    }

    /// <summary>Steps over the line break, if there is one.</summary>
    private void EndLine()
    {
        if (_at < _end)
        {
            _at++;
            _line++;
        }
    }

    private SourceText GiveUp()
    {
        _gaveUp = true;
        _at = _end;
        return SourceValue.Nothing;
    }

    private static char[] ForeignCharacters()
        => [.. Enumerable.Range(0, 0x20).Where(static code => code is not ('\n' or '\t')).Concat(Enumerable.Range(0x7F, 0x21)).Select(static code => (char)code),
            '\u2028', '\u2029', '\uFEFF'];
}
