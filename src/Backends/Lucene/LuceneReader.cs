using System.Runtime.CompilerServices;
using System.Text;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;
using ProposalSearch.Analysis.Forms;
using ProposalSearch.Backends.Lucene.Searching;
using ProposalSearch.Backends.Lucene.Storing;
using ProposalSearch.Foundation.Timing;
using ProposalSearch.Retrieval;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Results;
using DocIdSetIterator = Lucene.Net.Search.DocIdSetIterator;

namespace ProposalSearch.Backends.Lucene;

/// <summary>
/// An opened index of Lucene.Net. All its files are open, or in memory: what is published later, and removes them, does not disturb
/// it.
/// </summary>
internal sealed class LuceneReader : IIndexReader
{
    private readonly string _folder;
    private readonly ReadingDirectory _directory;
    private readonly DirectoryReader _reader;
    private readonly CommitData _data;
    private readonly Dictionary<string, IndexInput> _blobs;
    private readonly Snapshot _snapshot;
    private readonly List<IndexFile> _files;
    private readonly List<(string Path, long Bytes, DateTime Written)> _look;

    private LuceneReader(
        string folder,
        ReadingDirectory directory,
        DirectoryReader reader,
        CommitData data,
        Dictionary<string, IndexInput> blobs,
        string engine)
    {
        (_folder, _directory, _reader, _data, _blobs) = (folder, directory, reader, data, blobs);
        _snapshot = new Snapshot(reader, data.Settings);
        var commit = reader.IndexCommit;
        _files = [.. commit.FileNames.Concat(data.Blobs.Values).Order(StringComparer.Ordinal)
            .Select(name => new IndexFile(name, directory.FileLength(name)))];
        _look =
        [
            .. _files.Select(file => (Path: Path.Combine(folder, file.Name), file.Bytes))
                .Select(file => (file.Path, file.Bytes, File.GetLastWriteTimeUtc(file.Path))),
        ];
        var contents = _files.Select(file => file.Name)
            .Where(name => name != commit.SegmentsFileName && !name.EndsWith(".si", StringComparison.Ordinal));
        string build = Verification.Digest(folder, contents.OrderBy(Path.GetExtension, StringComparer.Ordinal));
        Identity = new IndexIdentity(build, File.GetLastWriteTimeUtc(Path.Combine(folder, commit.SegmentsFileName)), reader.NumDocs,
            engine);
    }

    /// <inheritdoc/>
    public IndexIdentity Identity { get; }

    /// <inheritdoc/>
    public AnalysisOptions Analysis => _data.Settings.Analysis;

    /// <summary>Opens what was last published in a folder. Where that goes while it is opened, the next is opened.</summary>
    public static LuceneReader Open(string folder, string engine, long memory, bool copies = false)
    {
        for (int left = 3; ; left--)
        {
            var directory = new ReadingDirectory(folder, memory, copies);
            DirectoryReader? reader = null;
            Dictionary<string, IndexInput> blobs = [];
            try
            {
                reader = DirectoryReader.Open(directory);
                var data = CommitData.Read(reader.IndexCommit.UserData, folder);
                foreach (var (name, file) in data.Blobs)
                {
                    blobs.Add(name, directory.OpenInput(file, IOContext.DEFAULT));
                }

                return new LuceneReader(folder, directory, reader, data, blobs, engine);
            }
            catch (Exception fault)
            {
                Array.ForEach([.. blobs.Values], blob => blob.Dispose());
                reader?.Dispose();
                directory.Dispose();
                if (fault is not FileNotFoundException || left == 0)
                {
                    throw;
                }
            }
        }
    }

    /// <inheritdoc/>
    public ISearchRun Begin(TimeLimit limit) => new LuceneRun(_snapshot, _data.Settings, _folder, limit);

    /// <inheritdoc/>
    public ValueTask<byte[]?> ReadBlobAsync(string name, CancellationToken cancellation = default) =>
        Answer<byte[]?>(() => _blobs.TryGetValue(name, out var file) ? BlobFiles.Read(file) : null, cancellation);

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
            yield return _snapshot.Record(hit.Document);
        }

        await ValueTask.CompletedTask.ConfigureAwait(false);
    }

    /// <inheritdoc/>
    /// <remarks>A term counts once for each segment that has it.</remarks>
    public ValueTask<IndexStatistics> StatisticsAsync(CancellationToken cancellation = default) => Answer(() =>
    {
        long terms = _snapshot.Segments
            .Sum(segment => (segment.Terms(TermForm.Stemmed)?.Count ?? 0) + (segment.Terms(TermForm.Exact)?.Count ?? 0));
        long tokens = Enumerable.Range(0, _reader.MaxDoc).Select(_snapshot.Record)
            .Sum(record => Enumerable.Range(0, record.SectionCount).Sum(section => (long)record.TokenCount(section)));
        return new IndexStatistics(_reader.NumDocs, _snapshot.Segments.Count, terms, tokens, _files.Sum(file => file.Bytes), _files);
    }, cancellation);

    /// <inheritdoc/>
    public string? FindChange()
    {
        foreach (var (path, bytes, written) in _look)
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
        _directory.Dispose();
    }

    private Documents.StoredRecord? Find(string id)
    {
        var term = new BytesRef(Encoding.UTF8.GetBytes(id));
        foreach (var segment in _snapshot.Segments)
        {
            var ids = segment.Ids?.GetEnumerator();
            if (ids?.SeekExact(term) == true
                && ids.Docs(segment.Live, null, DocsFlags.NONE).NextDoc() is not DocIdSetIterator.NO_MORE_DOCS and var document)
            {
                return _snapshot.Record(segment.FirstDocument + document);
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
