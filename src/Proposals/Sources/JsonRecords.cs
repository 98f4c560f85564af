using System.Buffers;
using System.Text;
using System.Text.Json;

namespace ProposalSearch.Proposals.Sources;

/// <summary>
/// JSON to records: one object, an array of them, or one on each line. Comments and trailing commas are forgiven. Lines end in
/// <c>\n</c> only: U+2028 and U+0085 are characters of a text.
/// </summary>
internal static class JsonRecords
{
    private static readonly JsonReaderOptions Options = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = SourceLimits.DeepestNesting,
    };

    /// <summary>Reads a file of one object, or of an array of them.</summary>
    public static void Read(string text, SourceReading reading)
    {
        if (IsLines(text))
        {
            ReadLines(text, reading);
            return;
        }

        if (TryReadValue(text, firstLine: 1, isWhole: true, reading, out _) is { } value)
        {
            RecordLists.AddRoot(value, reading);
        }
    }

    /// <summary>Reads the one object that a text begins with; false where it is none, with the reason among the faults.</summary>
    /// <param name="text">The text, of which the first line is <paramref name="firstLine"/> of the file.</param>
    /// <param name="firstLine">From 1.</param>
    /// <param name="reading">Takes the faults.</param>
    /// <param name="map">The object.</param>
    /// <param name="length">How many characters of the text it has.</param>
    public static bool TryReadMap(string text, int firstLine, SourceReading reading, out SourceMap map, out int length)
    {
        map = TryReadValue(text, firstLine, isWhole: false, reading, out length) as SourceMap ?? SourceMap.Empty;
        return length > 0;
    }

    /// <summary>The same for a text that holds nothing but the object.</summary>
    public static bool TryReadWholeMap(string text, int firstLine, SourceReading reading, out SourceMap map)
    {
        map = TryReadValue(text, firstLine, isWhole: true, reading, out var length) as SourceMap ?? SourceMap.Empty;
        return length > 0;
    }

    /// <summary>
    /// What a field of a table holds as JSON: a mapping, or a list of mappings or texts; <see langword="null"/> for any other text.
    /// </summary>
    public static SourceValue? TryReadField(string text, int line, SourceReading reading)
    {
        var bare = text.AsSpan().Trim();
        var mayBe = bare is ['{', .., '}'] or ['[', .., ']']
            && bare[1..].TrimStart() is [var first, ..] && (first == '"' || (first == '{' && bare[0] == '['));
        var found = mayBe ? TryReadValue(text, line, isWhole: true, new SourceReading(reading.File), out _) : null;
        return found is SourceText ? null : found;
    }

    /// <summary>The value that a text begins with; <see langword="null"/> where it is none, with the reason among the faults.</summary>
    private static SourceValue? TryReadValue(string text, int firstLine, bool isWhole, SourceReading reading, out int length)
    {
        length = 0;
        var bytes = Encoding.UTF8.GetBytes(text);
        try
        {
            var reader = new Utf8JsonReader(bytes, Options);
            reader.Read();
            var value = new JsonTree(bytes, firstLine, reading).ReadValue(ref reader);
            var consumed = (int)reader.BytesConsumed;
            if (isWhole)
            {
                RefuseRest(ref reader);
            }

            length = Encoding.UTF8.GetCharCount(bytes.AsSpan(0, consumed));
            return value;
        }
        catch (JsonException failure)
        {
            Fail(failure, firstLine, reading);
            return null;
        }
    }

    /// <summary>Whether a JSON file has an object on each line, as databases export them: its first two lines are whole objects.</summary>
    private static bool IsLines(string text)
    {
        var lines = 0;
        foreach (var range in text.AsSpan().Split('\n'))
        {
            var content = text.AsSpan(range).Trim();
            if (content.IsEmpty)
            {
                continue;
            }

            if (content[0] != '{' || content[^1] != '}')
            {
                return false;
            }

            if (++lines == 2)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Reads a file that has an object on each line. A line that cannot be read costs nothing but itself.</summary>
    public static void ReadLines(string text, SourceReading reading)
    {
        var (line, number, values) = (0, 0, 0);
        foreach (var range in text.AsSpan().Split('\n'))
        {
            var content = text.AsSpan(range);
            line++;
            if (!content.IsWhiteSpace())
            {
                ReadLine(content, line, ++number, ref values, reading);
                if (values > SourceLimits.MostValues)
                {
                    return;
                }
            }
        }
    }

    private static void ReadLine(ReadOnlySpan<char> content, int line, int number, ref int values, SourceReading reading)
    {
        var bytes = new byte[Encoding.UTF8.GetByteCount(content)];
        Encoding.UTF8.GetBytes(content, bytes);
        var tree = new JsonTree(bytes, line, reading, values);
        try
        {
            var reader = new Utf8JsonReader(bytes, Options);
            reader.Read();
            if (tree.ReadValue(ref reader) is SourceMap map)
            {
                RefuseRest(ref reader);
                reading.Add(map, null, line, number);
            }
            else
            {
                reading.Fail(line, "The line is no JSON object.", "Write one object, { ... }, on each line.");
            }
        }
        catch (JsonException failure)
        {
            Fail(failure, line, reading);
        }
        finally
        {
            values = tree.Values;
        }
    }

    private static void RefuseRest(ref Utf8JsonReader reader)
    {
        while (reader.Read())
        {
        }
    }

    private static void Fail(JsonException failure, int firstLine, SourceReading reading)
    {
        var line = firstLine + (int)(failure.LineNumber ?? 0);
        if (failure is JsonRefusal refusal)
        {
            reading.Fail(line, refusal.Message, refusal.Remedy);
            return;
        }

        var message = failure.Message;
        var end = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        reading.Fail(
            line,
            $"The JSON cannot be read: {(end < 0 ? message : message[..end])}",
            "Look at this line and the one before it: "
                + "a missing comma, quotes that are not closed, or text after the end are the usual causes.");
    }

    /// <summary>JSON that is well-formed, and is not read nevertheless.</summary>
    private sealed class JsonRefusal(string cause, string remedy, int line) : JsonException(cause, null, line, 0)
    {
        public override string Message { get; } = cause;

        public string Remedy { get; } = remedy;
    }

    /// <summary>Tokens to values; keys know their lines.</summary>
    private sealed class JsonTree(byte[] bytes, int firstLine, SourceReading reading, int values = 0)
    {
        private readonly int _firstLine = firstLine;
        private int _line = firstLine;
        private int _counted;

        /// <summary>How many values were read, in this file so far.</summary>
        public int Values { get; private set; } = values;

        public SourceValue ReadValue(ref Utf8JsonReader reader)
        {
            if (++Values > SourceLimits.MostValues)
            {
                throw new JsonRefusal(SourceLimits.TooManyValues, SourceLimits.SplitIt, LineAt(reader.TokenStartIndex) - _firstLine);
            }

            return reader.TokenType switch
            {
                JsonTokenType.StartObject => ReadMap(ref reader),
                JsonTokenType.StartArray => ReadList(ref reader),
                JsonTokenType.String => new SourceText(TextOf(ref reader)),
                JsonTokenType.Null => SourceValue.Nothing,
                _ => new SourceText(Encoding.UTF8.GetString(reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan)),
            };
        }

        private SourceList ReadList(ref Utf8JsonReader reader)
        {
            var items = new List<SourceValue>();
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                items.Add(ReadValue(ref reader));
            }

            return new SourceList(items);
        }

        private SourceMap ReadMap(ref Utf8JsonReader reader)
        {
            var map = new SourceMapBuilder(reading);
            while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
            {
                var key = TextOf(ref reader);
                var line = LineAt(reader.TokenStartIndex);
                reader.Read();
                map.Add(key, ReadValue(ref reader), line);
            }

            return map.Build();
        }

        /// <summary>The text of a token. Of an escape that is half a character, such as <c>\ud800</c>, the reader makes no text.</summary>
        private string TextOf(ref Utf8JsonReader reader)
        {
            try
            {
                return reader.GetString() ?? "";
            }
            catch (InvalidOperationException)
            {
                reading.Warn(
                    LineAt(reader.TokenStartIndex),
                    "A \\u escape is half a character; \uFFFD was put in its place.",
                    "Write both halves of the surrogate pair, or the character itself.");
                var (whole, _) = LoneSurrogates.Replace(Encoding.UTF8.GetString(reader.ValueSpan));
                var again = new Utf8JsonReader(Encoding.UTF8.GetBytes($"\"{whole}\""));
                again.Read();
                return again.GetString() ?? "";
            }
        }

        private int LineAt(long position)
        {
            _line += bytes.AsSpan(_counted, (int)position - _counted).Count((byte)'\n');
            _counted = (int)position;
            return _line;
        }
    }
}
