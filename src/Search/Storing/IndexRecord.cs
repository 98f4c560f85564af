using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using ProposalSearch.Retrieval;
using ProposalSearch.Retrieval.Documents;

namespace ProposalSearch.Search.Storing;

/// <summary>What an index keeps beside its documents, as a blob: UTF-8 JSON of this record.</summary>
/// <param name="Version">The version of this record and of <see cref="ProposalRecord"/>.</param>
/// <param name="Metadata">What the schema said.</param>
/// <param name="Labels">What the labels of sections stand for, by label.</param>
internal sealed record IndexRecord(int Version, IndexMetadata Metadata, IReadOnlyList<SectionLabel> Labels)
{
    /// <summary>What this program writes, and all it reads.</summary>
    public const int CurrentVersion = 7;

    /// <summary>The name of the blob.</summary>
    public const string BlobName = "proposals";

    private const string DigestName = "metadata-digest";

    /// <summary>
    /// The blob, and one with a digest of all in it but the labels, which are numbered as they come and so differ between an index that was
    /// made anew and one that was changed.
    /// </summary>
    public static IReadOnlyList<IndexBlob> Blobs(IndexMetadata metadata, SectionLabels labels) =>
    [
        new(BlobName, new IndexRecord(CurrentVersion, metadata, labels.All).Write(), IsHistory: true),
        new(DigestName, SHA256.HashData(new IndexRecord(CurrentVersion, metadata, []).Write())),
    ];

    /// <summary>The bytes of the blob.</summary>
    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, IndexRecordJson.Default.IndexRecord);

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="IndexUnavailableException">It is not there, or of another version.</exception>
    /// <exception cref="UnreadableBytesException">It is damaged.</exception>
    public static IndexRecord Read(byte[]? bytes, string location)
    {
        try
        {
            return bytes is null ? throw OtherVersion(location, "says nothing of proposals")
                : JsonSerializer.Deserialize(
                    bytes,
                    IndexRecordJson.Default.IndexRecord) is not { } record ? throw OtherVersion(location, "says nothing of proposals")
                : record.Version != CurrentVersion ? throw OtherVersion(
                    location, $"has version {record.Version}, and this program reads version {CurrentVersion}")
                : record;
        }
        catch (JsonException fault)
        {
            throw new UnreadableBytesException(
                $"What the index at {location} says of its proposals cannot be read; perhaps another program wrote it. Build it anew.",
                fault);
        }
    }

    private static IndexUnavailableException OtherVersion(string location, string what) =>
        new(IndexUnavailableReason.OtherVersion, $"The index at {location} {what}. Build it anew with this program.");
}

/// <summary>What a section of a document is.</summary>
/// <param name="Question">The question to show, or <c>Title</c>, <c>Summary</c>, <c>Organization</c>.</param>
/// <param name="QuestionId">The canonical question, or <see langword="null"/>.</param>
/// <param name="IsSummary">Whether it is an answer that the proposal repeats as its summary, and that stands for both.</param>
internal sealed record SectionLabel(string Question, string? QuestionId, bool IsSummary = false);

/// <summary>Generated code for the JSON.</summary>
[JsonSerializable(typeof(IndexRecord))]
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
internal sealed partial class IndexRecordJson : JsonSerializerContext;
