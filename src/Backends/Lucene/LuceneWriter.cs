using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;
using ProposalSearch.Analysis.Forms;
using ProposalSearch.Backends.Lucene.Indexing;
using ProposalSearch.Backends.Lucene.Storing;
using ProposalSearch.Retrieval;
using ProposalSearch.Retrieval.Documents;

namespace ProposalSearch.Backends.Lucene;

/// <summary>
/// Writes an index with Lucene. What is published before stays until Lucene's commit, which is one file that names all others; what a
/// process that was
/// killed left behind is removed by the next writer.
/// </summary>
internal sealed class LuceneWriter : IIndexWriter
{
    private readonly string _folder;
    private readonly FSDirectory _directory;
    private readonly IndexWriter _writer;
    private IndexSettings _settings;
    private DocumentMaker _maker;

    /// <summary>Begins an index.</summary>
    public LuceneWriter(string folder, IndexSettings settings, double megabytes)
    {
        settings.Check();
        _folder = folder;
        _settings = settings;
        _maker = new DocumentMaker(settings);
        _directory = new SimpleFSDirectory(folder, new NativeFSLockFactory());
        try
        {
            _writer = Open(megabytes);
            BlobFiles.KeepOnly(_directory, Committed());
        }
        catch
        {
            _writer?.Rollback();
            _directory.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    /// <remarks>Lucene takes columns as they come.</remarks>
    public ValueTask DeclareAsync(
        IReadOnlyList<IndexColumn> columns, ILanguage? language = null, CancellationToken cancellation = default)
    {
        if (language is not null && language != _settings.Analysis.Language)
        {
            _maker.Dispose();
            _settings = _settings with { Analysis = AnalysisOptions.Of(language) };
            _maker = new DocumentMaker(_settings);
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask AddAsync(IndexDocument document, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        DocumentCheck.Check(document);
        return Do(() => _writer.AddDocument(_maker.Make(document)));
    }

    /// <inheritdoc/>
    public ValueTask PublishAsync(IReadOnlyList<IndexBlob> blobs, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        return Do(() =>
        {
            var files = BlobFiles.Write(_directory, blobs);
            _writer.SetCommitData(new CommitData(_settings, files).Write());
            _writer.Commit();
            BlobFiles.KeepOnly(_directory, files.Values);
        });
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _writer.Rollback();
        BlobFiles.KeepOnly(_directory, Committed());
        _directory.Dispose();
        _maker.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>
    /// Merges keep the order of documents: only neighbours become one. One thread does all, so that the same documents give the same
    /// files.
    /// </summary>
    private IndexWriter Open(double megabytes)
    {
        var configuration = new IndexWriterConfig(LuceneVersion.LUCENE_48, analyzer: null)
        {
            OpenMode = OpenMode.CREATE,
            Codec = new SteadyCodec(),
            Similarity = new LengthSimilarity(),
            RAMBufferSizeMB = megabytes,
            MergePolicy = new LogByteSizeMergePolicy { NoCFSRatio = 0 },
            MergeScheduler = new SerialMergeScheduler(),
            UseCompoundFile = false,
            WriteLockTimeout = 0,
        };
        return new IndexWriter(_directory, configuration);
    }

    /// <summary>The files of blobs that the last commit names.</summary>
    private IEnumerable<string> Committed() =>
        DirectoryReader.IndexExists(_directory) ? CommitData.FilesOfBlobs(SegmentInfosOf(_directory).UserData).Values : [];

    private static SegmentInfos SegmentInfosOf(FSDirectory directory)
    {
        var infos = new SegmentInfos();
        infos.Read(directory);
        return infos;
    }

    private ValueTask Do(Action action)
    {
        LuceneErrors.Translate(_folder, () =>
        {
            action();
            return true;
        });
        return ValueTask.CompletedTask;
    }
}
