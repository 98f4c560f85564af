using System.Text;
using System.Text.Json;

namespace ProposalSearch.Compare.Corpus;

/// <summary>docs.jsonl: <c>{"id","title","year","category","areas":[…],"body"}</c> or <c>{"id","title","text"}</c>, one a line.</summary>
internal static class DocumentFile
{
    /// <summary>Its documents in order, read as they are asked for.</summary>
    /// <exception cref="CorpusException">A line is no such document.</exception>
    public static IEnumerable<CorpusDocument> Read(string path)
    {
        using var lines = new LineReader(path);
        while (Next(lines, path) is { } document)
        {
            yield return document;
        }
    }

    private static CorpusDocument? Next(LineReader lines, string path)
    {
        while (lines.TryRead(out var line))
        {
            if (line.ContainsAnyExcept(" \t\r"u8))
            {
                return Parse(line, path, lines.Number);
            }
        }

        return null;
    }

    private static CorpusDocument Parse(ReadOnlySpan<byte> line, string path, int number)
    {
        var document = new CorpusDocument();
        try
        {
            var json = new Utf8JsonReader(line);
            json.Read();
            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                ReadField(ref json, document);
            }
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            throw new CorpusException($"{path}:{number}: not a JSON object with an id: {problem.Message}");
        }

        return document.Id.Length > 0 ? document : throw new CorpusException($"{path}:{number}: the document has no id");
    }

    private static void ReadField(ref Utf8JsonReader json, CorpusDocument document)
    {
        if (json.ValueTextEquals("body"u8))
        {
            document.Body = Value(ref json);
        }
        else if (json.ValueTextEquals("id"u8))
        {
            document.Id = Value(ref json);
        }
        else if (json.ValueTextEquals("title"u8))
        {
            document.Title = Value(ref json);
        }
        else if (json.ValueTextEquals("text"u8))
        {
            document.Text = Value(ref json);
        }
        else
        {
            ReadFacet(ref json, document);
        }
    }

    private static void ReadFacet(ref Utf8JsonReader json, CorpusDocument document)
    {
        if (json.ValueTextEquals("year"u8))
        {
            document.Year = Value(ref json);
        }
        else if (json.ValueTextEquals("category"u8))
        {
            document.Category = Value(ref json);
        }
        else if (json.ValueTextEquals("areas"u8))
        {
            document.Areas = Value(ref json);
        }
        else
        {
            json.Skip();
        }
    }

    /// <summary>A value as text: of a list each item and a newline.</summary>
    private static string Value(ref Utf8JsonReader json)
    {
        json.Read();
        if (json.TokenType != JsonTokenType.StartArray)
        {
            return Single(ref json);
        }

        var items = new StringBuilder();
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            items.Append(Single(ref json)).Append('\n');
        }

        return items.ToString();
    }

    private static string Single(ref Utf8JsonReader json) => json.TokenType switch
    {
        JsonTokenType.String => json.GetString()!,
        JsonTokenType.Null => "",
        JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False => Encoding.UTF8.GetString(json.ValueSpan),
        _ => throw new JsonException("a text, a number or a list of them is expected"),
    };
}
