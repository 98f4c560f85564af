using Lucene.Net.Index;
using ProposalSearch.Analysis.Forms;
using ProposalSearch.Backends.Lucene.Storing;
using ProposalSearch.Languages;
using ProposalSearch.Retrieval;
using ProposalSearch.Retrieval.Documents;

namespace ProposalSearch.Backends.Lucene;

/// <summary>
/// Indexes of Lucene.Net: a folder each, in Lucene's own format, which its tools open. What it is asked is done when the call
/// returns. Thread-safe.
/// </summary>
public sealed class LuceneStore : IIndexStore, IIndexFolders
{
    static LuceneStore() => KnownFormats.Register();

    /// <inheritdoc/>
    public string Name => "lucene";

    /// <inheritdoc/>
    public IReadOnlyList<ILanguage> Languages => KnownLanguages.All;

    /// <summary>Megabytes that documents take while an index is written, before they become a segment.</summary>
    internal double WriterMegabytes { get; init; } = 256;

    /// <summary>Bytes of files that an opened index holds in memory at most.</summary>
    internal long ReaderBytes { get; init; } = ReadingDirectory.DefaultMemory;

    /// <inheritdoc/>
    /// <remarks>A damaged index is removed first: it holds nothing that its sources do not.</remarks>
    public ValueTask<IIndexWriter> CreateAsync(string location, IndexSettings settings, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        cancellation.ThrowIfCancellationRequested();
        return new(LuceneErrors.Translate(location, () => Create(location, settings)));
    }

    /// <inheritdoc/>
    /// <remarks>A file that changed after it was published is compared with its checksum first.</remarks>
    public ValueTask<IIndexUpdate?> UpdateAsync(string location, IndexSettings settings, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        cancellation.ThrowIfCancellationRequested();
        return new(LuceneErrors.Translate<IIndexUpdate?>(location, () => LuceneUpdate.Begin(location, Name, settings, WriterMegabytes)));
    }

    /// <inheritdoc/>
    public ValueTask<IIndexReader> OpenAsync(string location, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        return new(LuceneErrors.Translate(location, () => LuceneReader.Open(location, Name, ReaderBytes)));
    }

    /// <inheritdoc/>
    /// <remarks>Files are never mapped: a mapping that is asked for is a copy.</remarks>
    public ValueTask<IIndexReader> OpenToServeAsync(string location, IndexHeldIn heldIn, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        long memory = heldIn switch
        {
            IndexHeldIn.Memory => long.MaxValue,
            IndexHeldIn.Automatic => GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 8,
            _ => 0,
        };
        return new(LuceneErrors.Translate(location, () => LuceneReader.Open(location, Name, memory, isChecked: true)));
    }

    /// <inheritdoc/>
    public ValueTask<IndexVerification> VerifyAsync(string location, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        return new(Verification.Of(location));
    }

    /// <inheritdoc/>
    public bool HasIndex(string folder) =>
        Directory.Exists(folder) && Directory.EnumerateFiles(folder, IndexFileNames.SEGMENTS + "_*").Any();

    /// <inheritdoc/>
    public void RemoveIndex(string folder) => LuceneErrors.Translate(folder, () =>
    {
        DamagedIndex.Discard(folder);
        return folder;
    });

    private LuceneWriter Create(string folder, IndexSettings settings)
    {
        try
        {
            return new LuceneWriter(folder, settings, WriterMegabytes);
        }
        catch (Exception fault) when (LuceneErrors.IsUnreadable(folder, fault))
        {
            DamagedIndex.Discard(folder);
            return new LuceneWriter(folder, settings, WriterMegabytes);
        }
    }
}
