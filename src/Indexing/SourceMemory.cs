using ProposalSearch.Proposals.Inference;
using ProposalSearch.Proposals.Schema;

namespace ProposalSearch.Indexing;

/// <summary>
/// What an index remembers of its sources. It depends on nothing but the schema and the paths and bytes of the files: no time is in it,
/// so that the same sources give the same index.
/// </summary>
internal sealed record SourceMemory
{
    /// <summary>The name of the blob of an index that holds it.</summary>
    public const string BlobName = "sources";

    /// <summary>A digest of the schema and of how this program maps.</summary>
    public required string Basis { get; init; }

    /// <summary>
    /// Whether each record has its <see cref="KnownRecord.Look"/>. Of an archive with very many values under keys that the schema does not
    /// know they are not kept; and then nobody can tell what becomes of such keys without reading everything.
    /// </summary>
    public required bool HasLooks { get; init; }

    /// <summary>What was decided about keys that the schema does not know.</summary>
    public required IReadOnlyList<InferredRole> Roles { get; init; }

    /// <summary>The digests of these decisions, by key: <see cref="KeyInference.Digests"/>.</summary>
    public required IReadOnlyDictionary<string, string> Decisions { get; init; }

    /// <summary>The files, in the order of <see cref="Proposals.Sources.SourceFolder"/>.</summary>
    public required IReadOnlyList<KnownFile> Files { get; init; }

    /// <summary>The paths of files that hold proposals.</summary>
    public HashSet<string> PathsWithContent()
        => Files.Where(static file => file.Records.Count > 0).Select(static file => file.Path).ToHashSet(StringComparer.Ordinal);

    /// <summary>The basis of today's program with a schema.</summary>
    public static string BasisOf(ProposalSchema schema) => SourceFingerprint.Of(schema, []);

    /// <summary>The bytes that an index keeps.</summary>
    public byte[] Write() => SourceMemoryFormat.Write(this);

    /// <summary>Reads what <see cref="Write"/> wrote; <see langword="null"/> where it is of another version, or nothing.</summary>
    public static SourceMemory? Read(byte[]? bytes) => bytes is null ? null : SourceMemoryFormat.Read(bytes);
}
