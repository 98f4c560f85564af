namespace ProposalSearch.Engine.Storage;

/// <summary>
/// What an index consists of at one moment: the only file that is ever replaced. <see cref="ManifestFormat"/> has its bytes.
/// </summary>
public sealed record Manifest
{
    /// <summary>The name of its file.</summary>
    public const string FileName = "manifest";

    /// <summary>
    /// Documents of all segments together, at most: their numbers have 31 bits, and a search looks a little beyond the last.
    /// </summary>
    public const int MaximumDocuments = 2_000_000_000;

    /// <summary>The name under which the next one is written before it takes the place of the last.</summary>
    internal const string NextFileName = "manifest.new";

    /// <summary>Counts commits: each published manifest has a greater one than the last. The first is 1.</summary>
    public required long Generation { get; init; }

    /// <summary>A number that no segment was named by yet, kept here so that names are never used twice.</summary>
    public long NextSegment { get; init; } = 1;

    /// <summary>The segments, in the order of their documents.</summary>
    public required IReadOnlyList<SegmentInfo> Segments { get; init; }

    /// <summary>Files that belong to the index and to no segment.</summary>
    public IReadOnlyList<SegmentFile> Files { get; init; } = [];

    /// <summary>The size and time of its file when it was read; <see langword="null"/> of one that is yet to be written.</summary>
    internal FileStamp? Stamp { get; init; }

    /// <summary>Documents of all segments.</summary>
    internal long AllDocuments => Segments.Sum(segment => (long)segment.Documents);

    /// <summary>Every file listed: those of the segments in order, then the others.</summary>
    public IEnumerable<SegmentFile> AllFiles => Segments.SelectMany(segment => segment.Files).Concat(Files);
}
