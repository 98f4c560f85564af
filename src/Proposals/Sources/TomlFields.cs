using System.Globalization;
using Tomlyn;
using Tomlyn.Parsing;

namespace ProposalSearch.Proposals.Sources;

/// <summary>
/// TOML to keys and values, by Tomlyn: keys keep their order, and numbers and dates stay the text that the file has, apart from what only
/// TOML writes in numbers: <c>1_000</c> is 1000, <c>0x1F</c> is 31.
/// </summary>
internal sealed class TomlFields
{
    private readonly string _toml;
    private readonly TomlParser _parser;
    private readonly int _firstLine;
    private readonly SourceReading _reading;
    private int _values;
    private int _depth;

    private TomlFields(string toml, int firstLine, SourceReading reading)
    {
        // Tomlyn passes over the mark of the byte order, and counts without it.
        _toml = toml.TrimStart('\uFEFF');
        _parser = TomlParser.Create(_toml, new TomlParserOptions { DecodeScalars = true });
        _firstLine = firstLine;
        _reading = reading;
    }

    /// <summary>Reads a text; false where it is no TOML, with the reason among the faults.</summary>
    /// <param name="toml">The text, of which the first line is <paramref name="firstLine"/> of the file.</param>
    /// <param name="firstLine">From 1.</param>
    /// <param name="reading">Takes the faults.</param>
    /// <param name="map">Keys and values.</param>
    public static bool TryRead(string toml, int firstLine, SourceReading reading, out SourceMap map)
    {
        var fields = new TomlFields(toml, firstLine, reading);
        map = SourceMap.Empty;
        try
        {
            map = fields.ReadRoot();
            return true;
        }
        catch (TomlException failure) when (failure.Message.Contains("maximum depth", StringComparison.Ordinal))
        {
            reading.Fail(fields.LineOf(failure), TooDeep, SourceLimits.SplitIt);
        }
        catch (TomlException failure)
        {
            reading.Fail(
                fields.LineOf(failure),
                $"The TOML cannot be read: {Sentence(failure.Message)}",
                "Look at this line and the one before it: "
                    + "text without quotes, or quotes and brackets that are not closed, are the usual causes.");
        }
        catch (Exception failure)
            when (failure is InvalidOperationException or ArgumentException or IndexOutOfRangeException
                or NullReferenceException or FormatException or OverflowException)
        {
            const string Cause = "The TOML cannot be read: its structure breaks off here, or on a line after it.";
            reading.Fail(fields.Line, Cause, "Look at this line and the ones beside it.");
        }
        catch (LimitException failure)
        {
            reading.Fail(fields.Line, failure.Message, SourceLimits.SplitIt);
        }

        return false;
    }

    private static string TooDeep => $"Lists and tables are nested deeper than {SourceLimits.DeepestNesting} levels.";

    private int Line => Math.Max(1, _parser.Current.Line) + _firstLine - 1;

    private int LineOf(TomlException failure) => Math.Max(1, failure.Line ?? 1) + _firstLine - 1;

    private SourceMap ReadRoot()
    {
        while (_parser.MoveNext() && _parser.Current.Kind != TomlParseEventKind.StartTable)
        {
        }

        return ReadTable();
    }

    private SourceMap ReadTable()
    {
        Deepen();
        var map = new SourceMapBuilder(_reading);
        while (_parser.MoveNext() && _parser.Current.Kind != TomlParseEventKind.EndTable)
        {
            var key = _parser.GetPropertyName();
            var line = Line;
            _parser.MoveNext();
            var value = ReadValue();
            if (value is SourceMap table)
            {
                map.AddTable(key, table, line);
            }
            else
            {
                map.Add(key, value, line);
            }
        }

        _depth--;
        return map.Build();
    }

    private SourceValue ReadValue()
    {
        if (++_values > SourceLimits.MostValues)
        {
            throw new LimitException(SourceLimits.TooManyValues);
        }

        return _parser.Current.Kind switch
        {
            TomlParseEventKind.StartTable => ReadTable(),
            TomlParseEventKind.StartArray => ReadList(),
            TomlParseEventKind.String => new SourceText(_parser.GetString()),
            TomlParseEventKind.Integer => new SourceText(Integer(Verbatim())),
            TomlParseEventKind.Float => new SourceText(Verbatim().Replace("_", "", StringComparison.Ordinal)),
            _ => new SourceText(Verbatim()),
        };
    }

    private SourceList ReadList()
    {
        Deepen();
        var items = new List<SourceValue>();
        while (_parser.MoveNext() && _parser.Current.Kind != TomlParseEventKind.EndArray)
        {
            items.Add(ReadValue());
        }

        _depth--;
        return new SourceList(items);
    }

    /// <summary>An integer as everybody writes it; Tomlyn has refused those that 64 bits do not hold.</summary>
    private static string Integer(string typed)
    {
        var digits = typed.Replace("_", "", StringComparison.Ordinal);
        var radix = digits is ['0', var letter, ..] ? letter switch { 'x' => 16, 'o' => 8, 'b' => 2, _ => 10 } : 10;
        return radix == 10 ? digits : Convert.ToUInt64(digits[2..], radix).ToString(CultureInfo.InvariantCulture);
    }

    private string Verbatim() => _parser.Current.Span is { } span ? _toml.Substring(span.Offset, span.Length) : "";

    private void Deepen()
    {
        if (++_depth > SourceLimits.DeepestNesting)
        {
            throw new LimitException(TooDeep);
        }
    }

    private static string Sentence(string message)
    {
        var start = message.IndexOf("error : ", StringComparison.Ordinal);
        var text = (start < 0 ? message : message[(start + 8)..]).Trim().Replace('\n', ' ');
        return text.EndsWith('.') ? text : text + ".";
    }

    private sealed class LimitException(string message) : Exception(message);
}
