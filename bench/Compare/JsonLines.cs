using System.Text.Encodings.Web;
using System.Text.Json;

namespace ProposalSearch.Compare;

/// <summary>Writes JSON objects to the standard output, one a line. Not thread-safe.</summary>
internal sealed class JsonLines : IDisposable
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly BufferedStream _output = new(Console.OpenStandardOutput(), 1 << 16);

    /// <summary>Writes a line; <paramref name="write"/> writes what is in the object.</summary>
    public void Write(Action<Utf8JsonWriter> write)
    {
        using (var json = new Utf8JsonWriter(_output, Options))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        _output.WriteByte((byte)'\n');
    }

    /// <summary>Hands on what was written so far.</summary>
    public void Flush() => _output.Flush();

    public void Dispose() => _output.Dispose();
}
