using System.Security.Cryptography;
using System.Text.Json;
using ProposalSearch.Backends.OpenSearch.Cluster;
using ProposalSearch.Backends.OpenSearch.Documents;
using ProposalSearch.Foundation.Timing;
using ProposalSearch.Retrieval;

namespace ProposalSearch.Backends.OpenSearch.Indexes;

/// <summary>An index of a cluster: what it says of itself, and what it keeps beside its documents. Thread-safe.</summary>
/// <param name="cluster">The cluster.</param>
/// <param name="name">Its name.</param>
/// <param name="mark">What it says of itself.</param>
internal sealed class IndexHandle(ClusterClient cluster, string name, IndexMark mark)
{
    /// <summary>The blob of all terms.</summary>
    public const string VocabularyBlob = "_terms";

    /// <summary>The blob of values that are too long for the server.</summary>
    public const string LongTextsBlob = "_long";

    /// <summary>Bytes of a blob in one document.</summary>
    public const int PartBytes = 4 << 20;

    private readonly SharedForms _forms = new(mark.Settings.Analysis);
    private IReadOnlyDictionary<string, string>? _longTexts;

    /// <summary>The cluster.</summary>
    public ClusterClient Cluster => cluster;

    /// <summary>Its name.</summary>
    public string Name => name;

    /// <summary>What it says of itself.</summary>
    public IndexMark Mark => mark;

    /// <summary>The id of a part of a blob.</summary>
    public static string PartId(string blob, int part) => FormattableString.Invariant($"b.{blob}.{part}");

    /// <summary>The bytes of a blob; <see langword="null"/> where there is none of this name.</summary>
    /// <exception cref="IndexUnavailableException">It cannot be read, or is not what was written.</exception>
    public async ValueTask<byte[]?> ReadBlobAsync(string blob, CancellationToken cancellation)
    {
        if (mark.Blobs.FirstOrDefault(kept => kept.Name == blob) is not { } known)
        {
            return null;
        }

        var bytes = new MemoryStream((int)known.Bytes);
        for (int part = 0; part < known.Parts; part++)
        {
            var answer = await cluster.FindAsync($"/{name}/_doc/{PartId(blob, part)}?realtime=false", cancellation).ConfigureAwait(false);
            bytes.Write(answer?.GetProperty("_source").GetProperty(Fields.Record).GetBytesFromBase64() ?? []);
        }

        byte[] whole = bytes.ToArray();
        return Convert.ToHexStringLower(SHA256.HashData(whole)) == known.Digest ? whole : throw new IndexUnavailableException(
            IndexUnavailableReason.Damaged,
            $"The index {name} is damaged: what it keeps as \"{blob}\" has {whole.Length} bytes, and {known.Bytes} with another digest "
                + "were written. Build it again.");
    }

    /// <summary>Values that are too long for the server, by what stands for them.</summary>
    public async ValueTask<IReadOnlyDictionary<string, string>> LongTextsAsync(CancellationToken cancellation) =>
        _longTexts ??= LongTexts.Read(await ReadBlobAsync(LongTextsBlob, cancellation).ConfigureAwait(false) ?? []);

    /// <summary>Some documents by their numbers, in the order of these.</summary>
    /// <exception cref="IndexUnavailableException">One of them is not there.</exception>
    public async ValueTask<StoredDocument[]> ReadAsync(IReadOnlyList<int> numbers, TimeLimit limit)
    {
        var body = JsonBody.Object(writer => writer.Member("ids", numbers.Select(number => FormattableString.Invariant($"{number}"))));
        var answer = await cluster.ReadAsync(name, body, limit).ConfigureAwait(false);
        return [.. answer.GetProperty("docs").EnumerateArray().Select(Read)];
    }

    /// <summary>A document of an answer.</summary>
    public StoredDocument Read(JsonElement hit) => hit.TryGetProperty("_source", out var source)
        ? new StoredDocument(RecordFormat.Read(source.GetProperty(Fields.Record).GetBytesFromBase64()), mark.Settings, _forms)
        : throw new IndexUnavailableException(
            IndexUnavailableReason.Damaged, $"The index {name} lacks a document that it found: {hit}. Build it again.");
}
