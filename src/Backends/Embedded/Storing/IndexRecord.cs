using System.Text.Json;
using System.Text.Json.Serialization;
using ProposalSearch.Engine.Storage;
using ProposalSearch.Proposals.Search;

namespace ProposalSearch.Backends.Embedded.Storing;

/// <summary>What an index keeps beside its documents, in its manifest: UTF-8 JSON of this record.</summary>
/// <param name="Version">The version of this record and of <see cref="ProposalRecord"/>.</param>
/// <param name="Metadata">What the schema said.</param>
/// <param name="Labels">What the labels of sections stand for, by label.</param>
internal sealed record IndexRecord(int Version, IndexMetadata Metadata, IReadOnlyList<SectionLabel> Labels)
{
    /// <summary>What this program writes, and all it reads.</summary>
    public const int CurrentVersion = 2;

    /// <summary>The bytes for the manifest.</summary>
    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, IndexRecordJson.Default.IndexRecord);

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="IndexException">It is of another version, or damaged.</exception>
    public static IndexRecord Read(ReadOnlyMemory<byte> bytes, string folder)
    {
        var path = Path.Combine(folder, Manifest.FileName);
        IndexRecord? record;
        try
        {
            record = JsonSerializer.Deserialize(bytes.Span, IndexRecordJson.Default.IndexRecord);
        }
        catch (JsonException fault)
        {
            throw new IndexDamagedException(path, "what it says of the proposals cannot be read; perhaps another program wrote it.", fault);
        }

        return record switch
        {
            null => throw new IndexDamagedException(path, "it says nothing of the proposals; perhaps another program wrote it."),
            { Version: CurrentVersion } => record,
            _ => throw new IndexVersionException(path, CurrentVersion, record.Version),
        };
    }
}

/// <summary>What a section of a document is.</summary>
/// <param name="Question">The question to show, or <c>Title</c>, <c>Summary</c>, <c>Organization</c>.</param>
/// <param name="QuestionId">The canonical question, or <see langword="null"/>.</param>
/// <param name="IsSummary">Whether it is an answer that the proposal repeats as its summary, and that stands for both.</param>
internal sealed record SectionLabel(string Question, string? QuestionId, bool IsSummary = false);

/// <summary>Generated code for the manifest's JSON.</summary>
[JsonSerializable(typeof(IndexRecord))]
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
internal sealed partial class IndexRecordJson : JsonSerializerContext;
