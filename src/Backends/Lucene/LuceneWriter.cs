using Lucene.Net.Index;
using ProposalSearch.Analysis.Forms;
using ProposalSearch.Backends.Lucene.Indexing;
using ProposalSearch.Backends.Lucene.Storing;
using ProposalSearch.Retrieval;
using ProposalSearch.Retrieval.Documents;

namespace ProposalSearch.Backends.Lucene;

/// <summary>Writes a new index with Lucene.</summary>
internal sealed class LuceneWriter : IIndexWriter
{
    private readonly string _folder;
    private readonly WritingFolder _writing;
    private IndexSettings _settings;
    private DocumentMaker _maker;
    private UInt128 _content;
    private long _place;

    /// <summary>Begins an index. Merges keep the order of documents: only neighbours become one.</summary>
    public LuceneWriter(string folder, IndexSettings settings, double megabytes)
    {
        settings.Check();
        _folder = folder;
        _settings = settings;
        _maker = new DocumentMaker(settings);
        _writing = new WritingFolder(folder, OpenMode.CREATE, new LogByteSizeMergePolicy { NoCFSRatio = 0 }, megabytes);
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
        var digest = ContentDigest.Of(document);
        LuceneErrors.Do(_folder, () => _writing.Writer.AddDocument(_maker.Make(document, _place += PlaceList.Distance, digest)));
        _content = unchecked(_content + digest);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask PublishAsync(IReadOnlyList<IndexBlob> blobs, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        var empty = new Dictionary<string, string>(StringComparer.Ordinal);
        LuceneErrors.Do(_folder, () => _writing.Commit(new CommitData(_settings, _content, empty, empty), _content, blobs));
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _writing.Dispose();
        _maker.Dispose();
        return ValueTask.CompletedTask;
    }
}
