using ProposalSearch.Proposals.Inference;
using ProposalSearch.Proposals.Schema;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Search;

namespace ProposalSearch.Indexing;

/// <summary>
/// What an index remembers of its sources. It depends on nothing but the schema and the paths and bytes of the files: no time is in it,
/// so that the same sources give the same index.
/// </summary>
internal sealed record SourceMemory
{
    /// <summary>The name of the blob of an index that holds it.</summary>
    public const string BlobName = "sources";

    private const string ChangesName = "sources-changed";
    private const int FewChanges = 64;
    private const int ShareOfChanges = 8;

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

    /// <summary>The paths of files that changed since the blob of all files was written.</summary>
    public IReadOnlySet<string> Changed { get; init; } = new HashSet<string>();

    /// <summary>The paths of files that hold proposals.</summary>
    public HashSet<string> PathsWithContent()
        => Files.Where(static file => file.Records.Count > 0).Select(static file => file.Path).ToHashSet(StringComparer.Ordinal);

    /// <summary>The basis of today's program with a schema.</summary>
    public static string BasisOf(ProposalSchema schema) => SourceFingerprint.Of(schema, []);

    /// <summary>
    /// The blobs that an index keeps: all files, and those that changed since. So that a change writes little, the first stays as it is
    /// until
    /// an eighth of the files has changed.
    /// </summary>
    /// <param name="before">What the index remembers so far, where it is changed and not made anew.</param>
    public IReadOnlyList<IndexBlob> Blobs(SourceMemory? before)
    {
        if (before is not null)
        {
            var changes = ChangesSince(before);
            if (changes.Count <= Math.Max(FewChanges, Files.Count / ShareOfChanges))
            {
                return [new IndexBlob(ChangesName, (this with { Files = changes }).Write(), IsHistory: true)];
            }
        }

        return [new IndexBlob(BlobName, Write(), IsHistory: true),
            new IndexBlob(ChangesName, (this with { Files = [] }).Write(), IsHistory: true)];
    }

    /// <summary>Reads what <see cref="Blobs"/> gave; <see langword="null"/> where it is of another version, or nothing.</summary>
    public static async ValueTask<SourceMemory?> ReadAsync(ProposalIndex index, CancellationToken cancellation)
    {
        var all = Read(await index.ReadBlobAsync(BlobName, cancellation).ConfigureAwait(false));
        var changes = Read(await index.ReadBlobAsync(ChangesName, cancellation).ConfigureAwait(false));
        if (all is null || changes is null || changes.Files.Count == 0)
        {
            return changes is null ? null : all;
        }

        var files = all.Files.ToDictionary(static file => file.Path, StringComparer.Ordinal);
        foreach (var file in changes.Files)
        {
            files[file.Path] = file;
        }

        return changes with
        {
            Files = [.. files.Values.Where(static file => !IsGone(file))],
            Changed = changes.Files.Select(static file => file.Path).ToHashSet(StringComparer.Ordinal),
        };
    }

    /// <summary>The files that changed since the blob of all files was written, as they are now; those that are gone too.</summary>
    private List<KnownFile> ChangesSince(SourceMemory before)
    {
        var known = before.Files.ToDictionary(static file => file.Path, StringComparer.Ordinal);
        var changes = new List<KnownFile>();
        foreach (var file in Files)
        {
            if (!known.Remove(file.Path, out var then) || before.Changed.Contains(file.Path) || !IsSame(file, then))
            {
                changes.Add(file);
            }
        }

        var kept = Files.Select(static file => file.Path).ToHashSet(StringComparer.Ordinal);
        changes.AddRange(known.Keys.Concat(before.Changed).Distinct(StringComparer.Ordinal).Where(path => !kept.Contains(path))
            .Select(static path => new KnownFile(path, "", [], [], [])));
        return changes;
    }

    private static bool IsSame(KnownFile file, KnownFile then) =>
        file.Hash == then.Hash && file.Records.Select(static record => (record.Id, record.Fate))
            .SequenceEqual(then.Records.Select(static record => (record.Id, record.Fate)));

    /// <summary>A file that is there and was not read says why.</summary>
    private static bool IsGone(KnownFile file) => file is { Hash: "", Failed.Count: 0 };

    /// <summary>The bytes that an index keeps.</summary>
    public byte[] Write() => SourceMemoryFormat.Write(this);

    /// <summary>Reads what <see cref="Write"/> wrote; <see langword="null"/> where it is of another version, or nothing.</summary>
    public static SourceMemory? Read(byte[]? bytes) => bytes is null ? null : SourceMemoryFormat.Read(bytes);
}
