using ProposalSearch.Engine.Documents;
using ProposalSearch.Engine.Segments;
using ProposalSearch.Engine.Storage;
using ProposalSearch.Retrieval.Documents;

namespace ProposalSearch.Engine.Indexing;

/// <summary>Deletes documents of one segment and writes which are left. Not thread-safe.</summary>
internal sealed class Deletions : IDisposable
{
    private readonly IndexDirectory _directory;
    private readonly Segment _segment;
    private readonly LiveDocumentsWriter _live;

    /// <summary>Begins with what earlier commits deleted.</summary>
    public Deletions(IndexDirectory directory, SegmentInfo info)
    {
        _directory = directory;
        _segment = new Segment(directory, info, 0);
        try
        {
            _live = _segment.Live is { } live ? new LiveDocumentsWriter(live) : new LiveDocumentsWriter(info.Documents);
        }
        catch
        {
            _segment.Dispose();
            throw;
        }
    }

    /// <summary>The codec of its text.</summary>
    public TextCodec Codec => _segment.Documents.Codec;

    /// <summary>What the segment was made with.</summary>
    public IndexSettings Settings => _segment.Settings;

    /// <summary>Whether the segment has a document that is not deleted.</summary>
    public bool Contains(string id) => _segment.Ids.TryFind(id, out int document) && _live.IsLive(document);

    /// <summary>Deletes a document; false where the segment does not have it, or not any more.</summary>
    public bool Delete(string id) => _segment.Ids.TryFind(id, out int document) && _live.Delete(document);

    /// <summary>Writes a new file where something was deleted, and tells what the segment is now.</summary>
    public SegmentInfo Complete(long generation)
    {
        var info = _segment.Info;
        if (_live.Deleted == info.Deleted)
        {
            return info;
        }

        using var file = _directory.CreateFile(SegmentFiles.Live(info.Name, generation), FileKind.LiveDocuments);
        _live.Write(file);
        var files = info.Files.Where(one => !SegmentFiles.IsLive(one.Name)).Append(file.Complete());
        return info with { Deleted = _live.Deleted, Files = [.. files] };
    }

    /// <summary>Closes the segment.</summary>
    public void Dispose() => _segment.Dispose();
}
