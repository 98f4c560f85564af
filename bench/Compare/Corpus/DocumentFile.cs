using System.Text;
using System.Text.Json;

namespace ProposalSearch.Compare.Corpus;

/// <summary>docs.jsonl: <c>{"id","title","year","category","areas":[…],"body"}</c> or <c>{"id","title","text"}</c>, one a line.</summary>
internal static class DocumentFile
{
    /// <summary>The fields that count; others are passed over.</summary>
    private static readonly (byte[] Name, Action<CorpusDocument, string> Set)[] Fields =
    [
        ("body"u8.ToArray(), (document, value) => document.Body = value),
        ("id"u8.ToArray(), (document, value) => document.Id = value),
        ("title"u8.ToArray(), (document, value) => document.Title = value),
        ("text"u8.ToArray(), (document, value) => document.Text = value),
        ("year"u8.ToArray(), (document, value) => document.Year = value),
        ("category"u8.ToArray(), (document, value) => document.Category = value),
        ("areas"u8.ToArray(), (document, value) => document.Areas = value),
    ];

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
        foreach (var (name, set) in Fields)
        {
            if (json.ValueTextEquals(name))
            {
                set(document, Value(ref json));
                return;
            }
        }

        json.Skip();
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
