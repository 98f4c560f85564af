using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ProposalSearch.Proposals.Sources.Yaml;

/// <summary>
/// The events of YamlDotNet's parser to values: keys keep their order, doubled keys both stay, and every scalar stays the text that the
/// file has, so that a quoted '2015' and a date are what somebody typed. An alias is the value of its anchor, and counts in
/// full against <see cref="SourceLimits"/>, so that a few lines cannot grow to gigabytes.
/// </summary>
internal sealed class YamlTree
{
    private readonly Parser _parser;
    private readonly int _firstLine;
    private readonly SourceReading _reading;
    private readonly LineSeparators? _separators;
    private readonly Dictionary<AnchorName, Anchored> _anchors = [];
    private int _values;
    private long _characters;
    private long _aliasCharacters;
    private int _depth;

    /// <summary>Reads this text, of which the first line is <paramref name="firstLine"/> of the file.</summary>
    /// <param name="yaml">The text.</param>
    /// <param name="firstLine">From 1.</param>
    /// <param name="reading">Takes the warnings.</param>
    /// <param name="separators">Puts back into scalars what something else stands for in the text, if anything does.</param>
    public YamlTree(string yaml, int firstLine, SourceReading reading, LineSeparators? separators = null)
    {
        _parser = new Parser(new StringReader(yaml));
        _firstLine = firstLine;
        _reading = reading;
        _separators = separators;
    }

    /// <summary>The line of the text that was read last, from 1.</summary>
    public int Line => (int)Math.Max(1, _parser.Current?.Start.Line ?? 1);

    /// <summary>All documents of the text.</summary>
    /// <exception cref="YamlException">The text is no YAML, or more than is read.</exception>
    public List<SourceValue> ReadDocuments()
    {
        var documents = new List<SourceValue>(1);
        while (_parser.MoveNext())
        {
            if (_parser.Current is DocumentStart)
            {
                _anchors.Clear();
                _parser.MoveNext();
                documents.Add(ReadValue());
            }
        }

        return documents;
    }

    /// <summary>The value that begins at the current event; leaves the parser on its last event.</summary>
    private SourceValue ReadValue()
    {
        var before = (_values, _characters);
        Count(1);
        switch (_parser.Current)
        {
            case AnchorAlias alias:
                return Resolve(alias);
            case Scalar scalar:
                _characters += scalar.Value.Length;
                return Named(scalar.Anchor, TextOf(scalar), before);
            case SequenceStart sequence:
                return Named(sequence.Anchor, ReadList(), before);
            case MappingStart mapping:
                return Named(mapping.Anchor, ReadMap(), before);
            default:
                throw new YamlException(_parser.Current!.Start, _parser.Current.End, "A value was expected here.");
        }
    }

    private SourceText TextOf(Scalar scalar) => scalar is { Style: ScalarStyle.Plain, Value: "" or "~" or "null" or "Null" or "NULL" }
        ? SourceValue.Nothing
        : new SourceText(_separators?.Restore(scalar.Value) ?? scalar.Value);

    private SourceValue Named(AnchorName anchor, SourceValue value, (int Values, long Characters) before)
    {
        if (!anchor.IsEmpty)
        {
            _anchors[anchor] = new Anchored(value, _values - before.Values, _characters - before.Characters);
        }

        return value;
    }

    private SourceValue Resolve(AnchorAlias alias)
    {
        if (!_anchors.TryGetValue(alias.Value, out var named))
        {
            throw new AnchorNotFoundException(alias.Start, alias.End, $"There is no anchor '&{alias.Value}' for '*{alias.Value}'.");
        }

        Count(named.Values - 1);
        CountAlias(named.Characters);
        return named.Value;
    }

    private void Count(int values)
    {
        _values += values;
        if (_values > SourceLimits.MostValues)
        {
            throw new YamlLimitException(
                _parser.Current!.Start,
                $"The YAML holds more than {SourceLimits.MostValues} values, those of aliases counted wherever they are used.",
                "Write the values out instead of nesting aliases, or split the file.");
        }
    }

    private void CountAlias(long characters)
    {
        _characters += characters;
        _aliasCharacters += characters;
        if (_aliasCharacters > SourceLimits.MostAliasCharacters)
        {
            throw new YamlLimitException(
                _parser.Current!.Start,
                $"The values of aliases come to more than {SourceLimits.MostAliasCharacters} characters, counted wherever they are used.",
                "Write the values out where they are needed, or use the aliases less often.");
        }
    }

    private void Deepen()
    {
        if (++_depth > SourceLimits.DeepestNesting)
        {
            throw new YamlLimitException(
                _parser.Current!.Start,
                $"Lists and mappings are nested deeper than {SourceLimits.DeepestNesting} levels.",
                "Flatten the file: a form needs two or three levels.");
        }
    }

    private SourceList ReadList()
    {
        Deepen();
        var items = new List<SourceValue>();
        while (_parser.MoveNext() && _parser.Current is not SequenceEnd)
        {
            items.Add(ReadValue());
        }

        _depth--;
        return new SourceList(items);
    }

    private SourceMap ReadMap()
    {
        Deepen();
        var map = new SourceMapBuilder(_reading);
        while (_parser.MoveNext() && _parser.Current is not MappingEnd)
        {
            var line = (int)_parser.Current!.Start.Line + _firstLine - 1;
            var isMerge = _parser.Current is Scalar { Value: "<<", Style: ScalarStyle.Plain };
            var key = ReadValue();
            _parser.MoveNext();
            var value = ReadValue();
            if (isMerge && SourceMapBuilder.CanMerge(value))
            {
                map.Merge(value);
            }
            else
            {
                map.Add(KeyText(key), value, line);
            }
        }

        _depth--;
        return map.Build();
    }

    /// <summary>A key as text; of one that is itself a list or a mapping all that it holds.</summary>
    private static string KeyText(SourceValue key) => key switch
    {
        SourceText text => text.Text,
        SourceList list => string.Join(", ", list.Items.Select(KeyText)),
        SourceMap map => string.Join(", ", map.Entries.Select(static entry => $"{entry.Key}: {KeyText(entry.Value)}")),
        _ => "",
    };

    /// <summary>A value with a name, and how much it comes to.</summary>
    private sealed record Anchored(SourceValue Value, int Values, long Characters);
}
