using System.Runtime.CompilerServices;
using Lucene.Net.Index;
using Lucene.Net.Store;
using ProposalSearch.Analysis.Forms;
using ProposalSearch.Backends.Lucene.Searching;
using ProposalSearch.Backends.Lucene.Storing;
using ProposalSearch.Foundation.Timing;
using ProposalSearch.Retrieval;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Results;

namespace ProposalSearch.Backends.Lucene;

/// <summary>
/// An opened index of Lucene.Net. All its files are open, or in memory: what is published later, and removes them, does not disturb
/// it.
/// </summary>
internal sealed class LuceneReader : IIndexReader
{
    private readonly string _folder;
    private readonly ReadingDirectory _directory;
    private readonly bool _isChecked;
    private readonly DirectoryReader _reader;
    private readonly CommitData _data;
    private readonly Dictionary<string, SharedBlob> _blobs;
    private readonly Snapshot _snapshot;
    private readonly List<IndexFile> _files;
    private readonly List<(string Path, long Bytes, DateTime Written)> _look;

    private LuceneReader(
        ReadingDirectory directory,
        bool isChecked,
        DirectoryReader reader,
        Dictionary<string, SharedBlob> blobs,
        CommitData data,
        LuceneReader? before,
        string engine)
    {
        (_folder, _directory, _isChecked, _reader, _data, _blobs) = (directory.Folder, directory, isChecked, reader, data, blobs);
        _snapshot = new Snapshot(reader, data.Settings, before?._snapshot);
        var commit = reader.IndexCommit;
        _files = [.. commit.FileNames.Concat(data.Blobs.Values).Order(StringComparer.Ordinal)
            .Select(name => new IndexFile(name, directory.FileLength(name)))];
        _look =
        [
            .. _files.Select(file => (Path: Path.Combine(_folder, file.Name), file.Bytes))
                .Select(file => (file.Path, file.Bytes, File.GetLastWriteTimeUtc(file.Path))),
        ];
        Identity = new IndexIdentity(
            data.Build, File.GetLastWriteTimeUtc(Path.Combine(_folder, commit.SegmentsFileName)), reader.NumDocs, engine);
    }

    /// <inheritdoc/>
    public IndexIdentity Identity { get; }

    /// <inheritdoc/>
    public AnalysisOptions Analysis => _data.Settings.Analysis;

    /// <summary>Lucene's own reader.</summary>
    public DirectoryReader Index => _reader;

    /// <summary>Opens what was last published in a folder. Where that goes while it is opened, the next is opened.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="engine">The engine's name.</param>
    /// <param name="memory">Bytes held in memory at most.</param>
    /// <param name="isChecked">
    /// Whether every byte is compared with its checksum, and what is not held in memory is read from copies.
    /// </param>
    public static LuceneReader Open(string folder, string engine, long memory, bool isChecked = false)
    {
        var directory = new ReadingDirectory(folder, memory, isChecked);
        return Retry(() => Open(directory, isChecked, () => DirectoryReader.Open(directory), null, engine));
    }

    /// <inheritdoc/>
    public ValueTask<IIndexReader?> ReopenAsync(CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        return FindChange(_files.Select(file => file.Name).Where(name => File.Exists(Path.Combine(_folder, name)))
            .ToHashSet(StringComparer.Ordinal)) is not null
            ? new((IIndexReader?)null)
            : new(LuceneErrors.Translate<IIndexReader?>(_folder, () =>
                Retry(() => DirectoryReader.OpenIfChanged(_reader) is { } next
                    ? Open(_directory, _isChecked, () => next, this, Identity.Backend) : null)));
    }

    private static T Retry<T>(Func<T> open)
    {
        for (int left = 3; ; left--)
        {
            try
            {
                return open();
            }
            catch (FileNotFoundException) when (left > 0)
            {
                // What was published went while it was opened: something else is there by now.
            }
        }
    }

    private static LuceneReader Open(
        ReadingDirectory directory, bool isChecked, Func<DirectoryReader> open, LuceneReader? before, string engine)
    {
        DirectoryReader? reader = null;
        Dictionary<string, SharedBlob> blobs = [];
        try
        {
            reader = open();
            var data = CommitData.Read(reader.IndexCommit.UserData, directory.Folder);
            foreach (var (name, file) in data.Blobs)
            {
                bool isKnown = before?._data.Blobs.GetValueOrDefault(name) == file;
                blobs.Add(name, isKnown ? before!._blobs[name].Share() : new SharedBlob(directory.OpenInput(file, IOContext.DEFAULT)));
            }

            var opened = new LuceneReader(directory, isChecked, reader, blobs, data, before, engine);
            var unread = opened._files.Select(file => file.Name)
                .Except(before?._files.Select(file => file.Name) ?? [], StringComparer.Ordinal);
            return isChecked && Verification.FirstFault(directory.Folder, unread) is { } damage
                ? throw new IndexUnavailableException(IndexUnavailableReason.Damaged, damage) : opened;
        }
        catch
        {
            Array.ForEach([.. blobs.Values], blob => blob.Dispose());
            reader?.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public ISearchRun Begin(TimeLimit limit) => new LuceneRun(_snapshot, _data.Settings, _folder, limit);

    /// <inheritdoc/>
    public ValueTask<byte[]?> ReadBlobAsync(string name, CancellationToken cancellation = default) =>
        Answer<byte[]?>(() => _blobs.TryGetValue(name, out var blob) ? blob.Read() : null, cancellation);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<IStoredDocument?>> FindAsync(IReadOnlyList<string> ids, CancellationToken cancellation = default) =>
        Answer<IReadOnlyList<IStoredDocument?>>(() => [.. ids.Select(Find)], cancellation);

    /// <inheritdoc/>
    public async IAsyncEnumerable<IStoredDocument> ReadAsync(SearchResult found,
        [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        foreach (var hit in found.Hits)
        {
            cancellation.ThrowIfCancellationRequested();
            yield return _snapshot.Record(_snapshot.Order.DocumentAt(hit.Document));
        }

        await ValueTask.CompletedTask.ConfigureAwait(false);
    }

    /// <inheritdoc/>
    /// <remarks>A term counts once for each segment that has it.</remarks>
    public ValueTask<IndexStatistics> StatisticsAsync(CancellationToken cancellation = default) => Answer(() =>
    {
        long terms = _snapshot.Segments
            .Sum(segment => (segment.Terms(TermForm.Stemmed)?.Count ?? 0) + (segment.Terms(TermForm.Exact)?.Count ?? 0));
        long tokens = Enumerable.Range(0, _reader.NumDocs).Select(rank => _snapshot.Record(_snapshot.Order.DocumentAt(rank)))
            .Sum(record => Enumerable.Range(0, record.SectionCount).Sum(section => (long)record.TokenCount(section)));
        return new IndexStatistics(_reader.NumDocs, _snapshot.Segments.Count, terms, tokens, _files.Sum(file => file.Bytes), _files);
    }, cancellation);

    /// <inheritdoc/>
    public string? FindChange() => FindChange(null);

    /// <summary>As the other method, for some of the files.</summary>
    private string? FindChange(HashSet<string>? among)
    {
        foreach (var (path, bytes, written) in _look.Where(file => among?.Contains(Path.GetFileName(file.Path)) != false))
        {
            var now = new FileInfo(path);
            if (!now.Exists || now.Length != bytes || now.LastWriteTimeUtc != written)
            {
                return $"The file {path} was {(now.Exists ? "changed" : "removed")} since it was opened.";
            }
        }

        return null;
    }

    /// <inheritdoc/>
    public string? FindDamage() => Verification.FirstFault(_folder);

    /// <inheritdoc/>
    public void Dispose()
    {
        Array.ForEach([.. _blobs.Values], blob => blob.Dispose());
        _reader.Dispose();
    }

    private Documents.StoredRecord? Find(string id)
    {
        var lookup = new IdLookup(id);
        foreach (var leaf in _reader.Leaves)
        {
            if (lookup.In(leaf.AtomicReader) is { } document)
            {
                return _snapshot.Record(leaf.DocBase + document);
            }
        }

        return null;
    }

    private ValueTask<T> Answer<T>(Func<T> answer, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return new(LuceneErrors.Read(_folder, answer));
    }
}
