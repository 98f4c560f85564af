using Lucene.Net.Index;
using Lucene.Net.Util;
using ProposalSearch.Backends.Lucene.Indexing;
using ProposalSearch.Backends.Lucene.Searching;
using ProposalSearch.Backends.Lucene.Storing;
using ProposalSearch.Retrieval;
using ProposalSearch.Retrieval.Documents;

namespace ProposalSearch.Backends.Lucene;

/// <summary>
/// Changes an index. New documents become segments of their own, replaced and removed ones are marked in the segments that have them, and
/// small segments are merged now and then, so that there are few at any time.
/// </summary>
internal sealed class LuceneUpdate : IIndexUpdate
{
    /// <summary>
    /// Per cent of a segment that may be marked as removed before it is written anew: whoever opens the index reads each of them once, to
    /// leave them out of what scores depend on.
    /// </summary>
    private const int MostRemoved = 2;

    private const int SegmentsOfASize = 4;

    private readonly string _folder;
    private readonly WritingFolder _writing;
    private readonly LuceneReader _before;
    private CommitData _data;
    private readonly DocumentMaker _maker;
    private readonly PlaceList _places;
    private readonly Dictionary<string, Known?> _changed = new(StringComparer.Ordinal);
    private UInt128 _content;

    private LuceneUpdate(string folder, WritingFolder writing, LuceneReader before, CommitData data)
    {
        (_folder, _writing, _before, _data, _content) = (folder, writing, before, data, data.Content);
        _maker = new DocumentMaker(data.Settings);
        _places = new PlaceList(before.Index);
    }

    /// <summary>Begins; <see langword="null"/> where an index has to be made anew.</summary>
    public static LuceneUpdate? Begin(string folder, string engine, IndexSettings settings, double megabytes)
    {
        WritingFolder? writing = null;
        try
        {
            writing = new WritingFolder(folder, OpenMode.APPEND, Merges(), megabytes);
            if (writing.Read() is { } data && data.IsMadeWith(settings) && Verification.IsAsWritten(folder))
            {
                var update = new LuceneUpdate(folder, writing, LuceneReader.Open(folder, engine, memory: 0), data);
                writing = null;
                return update;
            }

            return null;
        }
        catch (Exception fault) when (
            fault is IndexNotFoundException or DirectoryNotFoundException || LuceneErrors.IsUnreadable(folder, fault))
        {
            return null;
        }
        finally
        {
            writing?.Dispose();
        }
    }

    /// <inheritdoc/>
    public IIndexReader Before => _before;

    /// <inheritdoc/>
    public ValueTask PutAsync(IndexDocument document, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        DocumentCheck.Check(document);
        LuceneErrors.Do(_folder, () =>
        {
            var before = Find(document.Id);
            long place = before?.Place ?? _places.Add(document.Id);
            var digest = ContentDigest.Of(document);
            _writing.Writer.UpdateDocument(new Term(Fields.Id, document.Id), _maker.Make(document, place, digest));
            _content = unchecked(_content + digest - (before?.Digest ?? 0));
            _changed[document.Id] = new Known(place, digest);
        });
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask DeleteAsync(string id, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        LuceneErrors.Do(_folder, () =>
        {
            if (Find(id) is { } before)
            {
                _writing.Writer.DeleteDocuments(new Term(Fields.Id, id));
                _content = unchecked(_content - before.Digest);
                _changed[id] = null;
            }
        });
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask PublishAsync(IReadOnlyList<IndexBlob> blobs, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        LuceneErrors.Do(_folder, () =>
        {
            _writing.Writer.ForceMergeDeletes();
            _writing.Writer.MaybeMerge();
            _data = _writing.Commit(_data, _content, blobs);
        });
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _before.Dispose();
        _writing.Dispose();
        _maker.Dispose();
        return ValueTask.CompletedTask;
    }

    private static TieredMergePolicy Merges() => new()
    {
        NoCFSRatio = 0,
        ForceMergeDeletesPctAllowed = MostRemoved,
        SegmentsPerTier = SegmentsOfASize,
        MaxMergeAtOnce = SegmentsOfASize,
    };

    private Known? Find(string id)
    {
        if (_changed.TryGetValue(id, out var changed))
        {
            return changed;
        }

        var lookup = new IdLookup(id);
        foreach (var segment in _before.Index.Leaves.Select(leaf => leaf.AtomicReader))
        {
            if (lookup.In(segment) is { } document)
            {
                var digest = new BytesRef();
                segment.GetBinaryDocValues(Fields.Digest).Get(document, digest);
                return new Known(
                    segment.GetNumericDocValues(Fields.Place).Get(document),
                    ContentDigest.Read(digest.Bytes.AsSpan(digest.Offset, digest.Length)));
            }
        }

        return null;
    }

    private sealed record Known(long Place, UInt128 Digest);
}
