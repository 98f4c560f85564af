using System.Globalization;

namespace ProposalSearch.Proposals.Sources.Yaml;

/// <content>Keys and one-value texts.</content>
internal sealed partial class FormYaml
{
    private const int LongestKey = 1000;

    /// <summary>A key with its colon; leaves off behind the colon.</summary>
    private bool TryReadKey(out string key)
    {
        key = "";
        if (_at >= _end)
        {
            return false;
        }

        if (_text[_at] is '\'' or '"')
        {
            var line = _line;
            return TryReadQuoted(out key) && _line == line && key.Length <= LongestKey && TryReadColon();
        }

        if (Indicators.Contains(_text[_at]))
        {
            return false;
        }

        var rest = _text.AsSpan(_at, Math.Min(EndOfLine(_at) - _at, LongestKey));
        var colon = rest.IndexOf(": ", StringComparison.Ordinal);
        if (colon < 0 && rest.Length < LongestKey && rest.EndsWith(":", StringComparison.Ordinal))
        {
            colon = rest.Length - 1;
        }

        if (colon <= 0 || rest[..colon].Contains(" #", StringComparison.Ordinal) || rest[..colon].Contains('\t') || rest[..colon] is "<<")
        {
            return false;
        }

        key = rest[..colon].TrimEnd(' ').ToString();
        _at += colon + 1;
        return true;
    }

    private bool TryReadColon()
    {
        SkipSpaces();
        if (_at >= _end || _text[_at] != ':' || (_at + 1 < _end && _text[_at + 1] is not (' ' or '\n')))
        {
            return false;
        }

        _at++;
        return true;
    }

    /// <summary>A plain scalar, with the lines that go on with it.</summary>
    private SourceText ReadPlain(int indent)
    {
        if (!TryReadPlainLine(isFirst: true, out var first))
        {
            return GiveUp();
        }

        _scalar.Clear();
        var breaks = 0;
        var goesOn = false;
        while (_at < _end)
        {
            var start = FirstOfLine();
            if (start == _end || _text[start] == '\n')
            {
                breaks++;
                _at = start;
                EndLine();
                continue;
            }

            if (start - _at <= indent)
            {
                break;
            }

            _at = start;
            if (!TryReadPlainLine(isFirst: false, out var next))
            {
                return GiveUp();
            }

            _scalar.Append(goesOn ? "" : first).Break(breaks).Append(next);
            goesOn = true;
            breaks = 0;
        }

        return goesOn ? new SourceText(_scalar.ToString(), isPlain: true) : PlainText(first);
    }

    private static SourceText PlainText(ReadOnlySpan<char> text)
        => text is "" or "~" or "null" or "Null" or "NULL" ? SourceValue.Nothing : new SourceText(text.ToString(), isPlain: true);

    /// <summary>One line of a plain scalar, without what YAML would not read as plain text.</summary>
    private bool TryReadPlainLine(bool isFirst, out ReadOnlySpan<char> line)
    {
        var end = EndOfLine(_at);
        line = _text.AsSpan(_at, end - _at).TrimEnd(' ');
        var mayStart = !Indicators.Contains(line[0]) || (isFirst && line.Length > 1 && line[0] == '-' && line[1] is not (' ' or '-'));
        if (!mayStart
            || line.Contains('\t')
            || line.Contains(": ", StringComparison.Ordinal)
            || line[^1] == ':'
            || line.Contains(" #", StringComparison.Ordinal))
        {
            return false;
        }

        _at = end;
        EndLine();
        return true;
    }

    /// <summary>A quoted text that is a whole value.</summary>
    private SourceText ReadQuotedValue()
    {
        if (!TryReadQuoted(out var text))
        {
            return GiveUp();
        }

        SkipSpaces();
        if (_at < _end && _text[_at] != '\n')
        {
            return GiveUp();
        }

        EndLine();
        return text.Length == 0 ? QuotedNothing : new SourceText(text, isPlain: false);
    }

    private static readonly SourceText QuotedNothing = new("", isPlain: false);

    private bool TryReadQuoted(out string text) => _text[_at] == '\'' ? TryReadSingle(out text) : TryReadDouble(out text);

    private bool TryReadSingle(out string text)
    {
        text = "";
        _scalar.Clear();
        for (var from = ++_at; _at < _end;)
        {
            var found = Rest(_at).IndexOfAny('\'', '\n');
            if (found < 0)
            {
                return false;
            }

            _at += found;
            if (_text[_at] == '\n')
            {
                _scalar.Append(_text.AsSpan(from, _at - from).TrimEnd([' ', '\t']));
                if (!TryFoldLines())
                {
                    return false;
                }

                from = _at;
            }
            else if (_at + 1 < _end && _text[_at + 1] == '\'')
            {
                _scalar.Append(_text.AsSpan(from, _at + 1 - from));
                _at += 2;
                from = _at;
            }
            else
            {
                text = _scalar.Finish(_text.AsSpan(from, _at - from));
                _at++;
                return true;
            }
        }

        return false;
    }

    /// <summary>At a line break in a quoted text: one becomes a space, more become one fewer line break; spaces around them are gone.</summary>
    private bool TryFoldLines()
    {
        var breaks = -1;
        while (_at < _end && _text[_at] == '\n')
        {
            EndLine();
            breaks++;
            var found = Rest(_at).IndexOfAnyExcept(' ', '\t');
            _at = found < 0 ? _end : _at + found;
        }

        _scalar.Break(breaks);
        return _at < _end && !IsMarker();
    }

    /// <summary>Whether a line that begins here would end the document.</summary>
    private bool IsMarker()
        => (_at == 0 || _text[_at - 1] == '\n') && Rest(_at) is ['-', '-', '-', ..] or ['.', '.', '.', ..];

    private bool TryReadDouble(out string text)
    {
        text = "";
        _scalar.Clear();
        for (var from = ++_at; _at < _end;)
        {
            var found = Rest(_at).IndexOfAny('"', '\n', '\\');
            if (found < 0)
            {
                return false;
            }

            _at += found;
            switch (_text[_at])
            {
                case '"':
                    text = _scalar.Finish(_text.AsSpan(from, _at - from));
                    _at++;
                    return true;
                case '\n':
                    _scalar.AppendTrimmed(_text.AsSpan(from, _at - from));
                    if (!TryFoldLines())
                    {
                        return false;
                    }

                    break;
                default:
                    _scalar.Append(_text.AsSpan(from, _at - from));
                    if (!TryReadEscape())
                    {
                        return false;
                    }

                    break;
            }

            from = _at;
        }

        return false;
    }

    private bool TryReadEscape()
    {
        var escape = _at + 1 < _end ? _text[_at + 1] : '\0';
        _at += 2;
        switch (escape)
        {
            case 'x':
                return TryReadCode(2);
            case 'u':
                return TryReadCode(4);
            case 'U':
                return TryReadCode(8);
            case '\n':
                return TryJoinLines();
        }

        if (EscapeOf(escape) is not { } character)
        {
            return false;
        }

        _scalar.AppendEscaped(character);
        return true;
    }

    private static char? EscapeOf(char escape) => escape switch
    {
        '"' or '\\' or '/' or ' ' => escape,
        'n' => '\n',
        't' or '\t' => '\t',
        'r' => '\r',
        '0' => '\0',
        'a' => '\a',
        'b' => '\b',
        'v' => '\v',
        'f' => '\f',
        'e' => '\u001B',
        'N' => '\u0085',
        '_' => '\u00A0',
        'L' => '\u2028',
        'P' => '\u2029',
        _ => null,
    };

    private bool TryReadCode(int digits)
    {
        if (_at + digits > _end
            || !int.TryParse(_text.AsSpan(_at, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            || code is < 0 or > 0x10FFFF or (>= 0xD800 and <= 0xDFFF))
        {
            return false;
        }

        _at += digits;
        _scalar.AppendEscaped(char.ConvertFromUtf32(code));
        return true;
    }

    /// <summary>A backslash at the end of a line: the next line goes on without a space, its own first spaces left out.</summary>
    private bool TryJoinLines()
    {
        _line++;
        _scalar.Join();
        var found = Rest(_at).IndexOfAnyExcept(' ', '\t');
        _at = found < 0 ? _end : _at + found;
        return _at < _end && _text[_at] != '\n' && !IsMarker();
    }

    /// <summary>A list on one line, of plain words and quoted texts.</summary>
    private SourceValue ReadBrackets()
    {
        var items = new List<SourceValue>();
        var line = _line;
        for (_at++; _at < _end; _at++)
        {
            SkipSpaces();
            if (_at < _end && _text[_at] == ']' && items.Count == 0)
            {
                break;
            }

            if (!TryReadBracketItem(items) || _line != line)
            {
                return GiveUp();
            }

            SkipSpaces();
            if (_at == _end || _text[_at] != ',')
            {
                break;
            }
        }

        if (_at >= _end || _text[_at] != ']')
        {
            return GiveUp();
        }

        _at++;
        SkipSpaces();
        if (_at < _end && _text[_at] != '\n')
        {
            return GiveUp();
        }

        EndLine();
        return new SourceList(items);
    }

    private bool TryReadBracketItem(List<SourceValue> items)
    {
        if (_at < _end && _text[_at] is '\'' or '"')
        {
            var isText = TryReadQuoted(out var text);
            items.Add(new SourceText(text, isPlain: false));
            return isText;
        }

        var rest = _text.AsSpan(_at, EndOfLine(_at) - _at);
        var end = rest.IndexOfAny(BracketStops);
        if (end <= 0 || rest[end] is not (',' or ']') || Indicators.Contains(rest[0]))
        {
            return false;
        }

        items.Add(PlainText(rest[..end].TrimEnd(' ')));
        _at += end;
        return true;
    }
}
