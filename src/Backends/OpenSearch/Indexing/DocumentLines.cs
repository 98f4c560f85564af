using System.Buffers;
using System.Globalization;
using System.Text.Json;
using ProposalSearch.Backends.OpenSearch.Cluster;
using ProposalSearch.Backends.OpenSearch.Documents;
using ProposalSearch.Backends.OpenSearch.Indexes;
using ProposalSearch.Retrieval.Documents;

namespace ProposalSearch.Backends.OpenSearch.Indexing;

/// <summary>The lines of a bulk request that put something into an index.</summary>
internal static class DocumentLines
{
    /// <summary>The lines of a document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="number">Its number: see <see cref="DocumentNumbers"/>.</param>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="mark">What the index says of itself.</param>
    public static BulkItem Of(IndexDocument document, int number, DocumentTokens tokens, IndexMark mark) =>
        Of(document, number, tokens, mark, ContentOf(document, mark));

    /// <summary>The lines of a document whose content is known.</summary>
    public static BulkItem Of(IndexDocument document, int number, DocumentTokens tokens, IndexMark mark, DocumentContent content)
    {
        int NumberOf(string column, ColumnKind kind) => DocumentLines.NumberOf(document, mark, column, kind);
        return new BulkItem($"the document \"{document.Id}\"", Of(FormattableString.Invariant($"{number}"), writer =>
        {
            writer.WriteNumber(Fields.Number, number);
            writer.WriteString(Fields.Id, LongTexts.Token(document.Id));
            writer.WriteString(Fields.Digest, content.Digest);
            writer.WriteBase64String(Fields.Record, content.Record);
            tokens.Write(writer);
            foreach (var values in document.Values.Distinct().GroupBy(value => value.Column, StringComparer.Ordinal))
            {
                writer.Member(
                    Fields.Column(NumberOf(values.Key, ColumnKind.Text)), values.Select(value => LongTexts.Token(value.Value)));
            }

            foreach (var (column, value) in document.Numbers)
            {
                writer.WriteNumber(Fields.Column(NumberOf(column, ColumnKind.Number)), value);
            }
        }));
    }

    /// <summary>What is kept of a document, of which all else that is written of it follows.</summary>
    public static DocumentContent ContentOf(IndexDocument document, IndexMark mark) => new(
        DigestOf(ContentDigest.Of(document)),
        RecordFormat.Write(document, column => NumberOf(document, mark, column, ColumnKind.Text)));

    /// <summary>The line that removes a document.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="number">Its number.</param>
    public static BulkItem Removal(string id, int number) =>
        new($"the document \"{id}\"", Removal(FormattableString.Invariant($"{number}")), IsRemoval: true);

    /// <summary>The line that removes what is of no use any more.</summary>
    /// <param name="id">Its id on the cluster.</param>
    public static BulkItem Rest(string id) => new($"what was left as \"{id}\"", Removal(id), IsRemoval: true);

    /// <summary>The lines that remove parts of a blob that it has no more.</summary>
    /// <param name="blob">Its name.</param>
    /// <param name="now">Its parts.</param>
    /// <param name="before">The parts that it had.</param>
    public static IEnumerable<BulkItem> Removals(string blob, int now, int before) =>
        Enumerable.Range(now, Math.Max(0, before - now)).Select(part => new BulkItem(
            FormattableString.Invariant($"part {part} of \"{blob}\""), Removal(IndexHandle.PartId(blob, part)), IsRemoval: true));

    /// <summary>A digest as it is kept.</summary>
    public static string DigestOf(UInt128 digest) => digest.ToString("x32", CultureInfo.InvariantCulture);

    /// <summary>The lines of each part of a blob.</summary>
    public static IEnumerable<BulkItem> Of(IndexBlob blob)
    {
        int parts = PartsOf(blob.Bytes.Length);
        for (int part = 0; part < parts; part++)
        {
            int from = part * IndexHandle.PartBytes;
            var bytes = blob.Bytes.Slice(from, Math.Min(IndexHandle.PartBytes, blob.Bytes.Length - from));
            yield return new BulkItem(
                FormattableString.Invariant($"part {part} of \"{blob.Name}\""),
                Of(IndexHandle.PartId(blob.Name, part), writer => writer.WriteBase64String(Fields.Record, bytes.Span)));
        }
    }

    /// <summary>In how many parts bytes are kept.</summary>
    public static int PartsOf(int bytes) => (bytes + IndexHandle.PartBytes - 1) / IndexHandle.PartBytes;

    private static int NumberOf(IndexDocument document, IndexMark mark, string column, ColumnKind kind) => mark.NumberOf(column, kind)
        ?? throw new InvalidOperationException($"The column \"{column}\" was not declared before the document \"{document.Id}\".");

    private static byte[] Removal(string id) =>
        [.. JsonBody.Object(body => body.Member("delete", removed => removed.WriteString("_id", id))).Span, (byte)'\n'];

    private static byte[] Of(string id, Action<Utf8JsonWriter> write)
    {
        var lines = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(lines, JsonBody.Options);
        writer.WriteStartObject();
        writer.Member("index", index => index.WriteString("_id", id));
        writer.WriteEndObject();
        writer.Flush();
        lines.Write("\n"u8);
        writer.Reset(lines);
        writer.WriteStartObject();
        write(writer);
        writer.WriteEndObject();
        writer.Flush();
        lines.Write("\n"u8);
        return lines.WrittenSpan.ToArray();
    }
}

/// <summary>What is kept of a document.</summary>
/// <param name="Digest">What it was made of: <see cref="ContentDigest"/>, in hexadecimal digits.</param>
/// <param name="Record">Its texts, with the labels of its sections, its values, and what is given back: <see cref="RecordFormat"/>.</param>
internal sealed record DocumentContent(string Digest, byte[] Record);
