using System.Buffers;
using System.Text.Json;

namespace ProposalSearch.Backends.OpenSearch.Cluster;

/// <summary>Writes the JSON of requests.</summary>
internal static class JsonBody
{
    /// <summary>Signs are written as they are: nobody puts these bytes into a page.</summary>
    public static JsonWriterOptions Options { get; } = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
        MaxDepth = 10_000,
    };

    /// <summary>The bytes that a function writes.</summary>
    public static ReadOnlyMemory<byte> Of(Action<Utf8JsonWriter> write)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(bytes, Options);
        write(writer);
        writer.Flush();
        return bytes.WrittenMemory;
    }

    /// <summary>An object whose members a function writes.</summary>
    public static ReadOnlyMemory<byte> Object(Action<Utf8JsonWriter> write) => Of(writer =>
    {
        writer.WriteStartObject();
        write(writer);
        writer.WriteEndObject();
    });

    /// <summary>A member that is an object.</summary>
    public static void Member(this Utf8JsonWriter writer, string name, Action<Utf8JsonWriter> write)
    {
        writer.WriteStartObject(name);
        write(writer);
        writer.WriteEndObject();
    }

    /// <summary>A member that is an array of texts.</summary>
    public static void Member(this Utf8JsonWriter writer, string name, IEnumerable<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (string text in texts)
        {
            writer.WriteStringValue(text);
        }

        writer.WriteEndArray();
    }
}
