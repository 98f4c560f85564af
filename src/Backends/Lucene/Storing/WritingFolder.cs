using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;
using ProposalSearch.Backends.Lucene.Indexing;
using ProposalSearch.Retrieval.Documents;

namespace ProposalSearch.Backends.Lucene.Storing;

/// <summary>
/// A folder with a writer of Lucene's and the blobs beside it. What is published before stays until Lucene's commit, which is one file that
/// names all others; what a process that was killed left behind is removed by the next writer.
/// </summary>
internal sealed class WritingFolder : IDisposable
{
    private readonly FSDirectory _directory;
    private readonly string _folder;

    /// <summary>Begins to write.</summary>
    /// <exception cref="LockObtainFailedException">Somebody writes there.</exception>
    public WritingFolder(string folder, OpenMode mode, MergePolicy merges, double megabytes)
    {
        _folder = folder;
        _directory = new SimpleFSDirectory(folder, new NativeFSLockFactory());
        try
        {
            Writer = new IndexWriter(_directory, Configuration(mode, merges, megabytes));
            BlobFiles.KeepOnly(_directory, FilesOf(Committed()));
        }
        catch
        {
            Writer?.Rollback();
            _directory.Dispose();
            throw;
        }
    }

    /// <summary>Lucene's writer.</summary>
    public IndexWriter Writer { get; }

    /// <summary>What the last commit says; <see langword="null"/> where there is none.</summary>
    public CommitData? Read() => Committed() is { } data ? CommitData.Read(data, _folder) : null;

    /// <summary>Writes blobs beside those that stay, and commits.</summary>
    /// <param name="before">What stays: settings, and blobs under other names.</param>
    /// <param name="content">See <see cref="CommitData.Content"/>.</param>
    /// <param name="blobs">The blobs.</param>
    /// <returns>What it says.</returns>
    public CommitData Commit(CommitData before, UInt128 content, IReadOnlyList<IndexBlob> blobs)
    {
        var (files, digests) = (new Dictionary<string, string>(before.Blobs), new Dictionary<string, string>(before.BlobDigests));
        foreach (var (name, file) in BlobFiles.Write(_directory, blobs))
        {
            files[name] = file;
        }

        foreach (var blob in blobs.Where(blob => !blob.IsHistory))
        {
            digests[blob.Name] = CommitData.DigestOf(blob);
        }

        var data = new CommitData(before.Settings, content, files, digests);
        Writer.SetCommitData(data.Write());
        Writer.Commit();
        BlobFiles.KeepOnly(_directory, files.Values);
        return data;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Writer.Rollback();
        BlobFiles.KeepOnly(_directory, FilesOf(Committed()));
        _directory.Dispose();
    }

    /// <summary>One thread does all, so that the same documents give the same files.</summary>
    private static IndexWriterConfig Configuration(OpenMode mode, MergePolicy merges, double megabytes) =>
        new(LuceneVersion.LUCENE_48, analyzer: null)
        {
            OpenMode = mode,
            Codec = new SteadyCodec(),
            Similarity = new LengthSimilarity(),
            RAMBufferSizeMB = megabytes,
            MergePolicy = merges,
            MergeScheduler = new SerialMergeScheduler(),
            UseCompoundFile = false,
            WriteLockTimeout = 0,
        };

    private static IEnumerable<string> FilesOf(IDictionary<string, string>? data) =>
        data is null ? [] : CommitData.FilesOfBlobs(data).Values;

    private IDictionary<string, string>? Committed()
    {
        if (!DirectoryReader.IndexExists(_directory))
        {
            return null;
        }

        var infos = new SegmentInfos();
        infos.Read(_directory);
        return infos.UserData;
    }
}
