using ProposalSearch.Proposals.Inference;
using ProposalSearch.Proposals.Schema;
using ProposalSearch.Proposals.Sources;

namespace ProposalSearch.Proposals.Indexing;

/// <summary>
/// The first pass over an archive: reads every file, surveys its keys, and lists the records by their ids. What files hold is kept while it is
/// little; of a large archive only the beginning is kept, and the rest is read again when it is its turn.
/// </summary>
internal sealed class ArchiveReader(SchemaKeys keys, ProgressCount progress, long mostRetainedBytes, CancellationToken cancellation)
{
    private const int FilesAtOnce = 4096;

    private readonly List<(string Path, string Hash)> _hashes = [];
    private readonly Dictionary<string, SourceFile> _released = new(StringComparer.Ordinal);
    private List<IdentifiedRecord> _records = [];
    private long _retained;

    /// <summary>The records in the ordinal order of their ids; of several with one id the first file's.</summary>
    public IReadOnlyList<IdentifiedRecord> Records => _records;

    /// <summary>What the keys are.</summary>
    public KeySurvey Survey { get; } = new(keys);

    /// <summary>What could not be read.</summary>
    public List<SourceFault> Failed { get; } = [];

    /// <summary>What lost nothing.</summary>
    public List<SourceFault> Warnings { get; } = [];

    /// <summary>Reads the files.</summary>
    public void Read(IReadOnlyList<SourceFile> files)
    {
        for (var start = 0; start < files.Count; start += FilesAtOnce)
        {
            var window = files.Skip(start).Take(FilesAtOnce).ToArray();
            foreach (var reading in SourcePass.Read(window, keys, () => progress.Pass(), cancellation))
            {
                Take(reading);
            }
        }

        _records.Sort();
        _records = WithoutRepeats();
    }

    /// <summary>The digest of what was read.</summary>
    public string Fingerprint() => SourceFingerprint.Of(keys.Schema, _hashes);

    /// <summary>A record with what it holds: as it was read, or read again. Safe for use by several threads at once.</summary>
    /// <param name="record">One of <see cref="Records"/>.</param>
    /// <param name="failed">Takes the reason where there is nothing to return.</param>
    public SourceRecord? Load(IdentifiedRecord record, List<SourceFault> failed)
    {
        if (!record.Record.IsReleased)
        {
            return record.Record;
        }

        var reading = SourcePass.Read(_released[record.Record.Path], keys);
        failed.AddRange(reading.Failed);
        if (reading.Records is [var only])
        {
            return only;
        }

        failed.Add(new SourceFault(
            record.Record.Path, null, "The file changed while the archive was read, and holds no single proposal any more.", "Run the indexer again."));
        return null;
    }

    private void Take(SourceReading reading)
    {
        _hashes.Add((reading.File.RelativePath, reading.Hash));
        Failed.AddRange(reading.Failed);
        Warnings.AddRange(reading.Warnings);
        var ids = ProposalIds.Of(reading.Records, keys.Schema);
        var isKept = reading.Records.Count != 1 || _retained + reading.Bytes <= mostRetainedBytes;
        _retained += isKept ? reading.Bytes : 0;
        for (var at = 0; at < ids.Length; at++)
        {
            var record = reading.Records[at];
            Survey.Add(record);
            _records.Add(new IdentifiedRecord(ids[at], _records.Count, isKept ? record : record.Release()));
        }

        if (!isKept)
        {
            _released[reading.File.RelativePath] = reading.File;
        }
    }

    private List<IdentifiedRecord> WithoutRepeats()
    {
        var kept = new List<IdentifiedRecord>(_records.Count);
        foreach (var entry in _records)
        {
            if (kept.Count > 0 && kept[^1].Id == entry.Id)
            {
                Failed.Add(new SourceFault(
                    entry.Record.Path,
                    entry.Record.Line,
                    $"The id '{entry.Id}' is taken by {kept[^1].Record.Path}; this proposal was left out.",
                    "Rename one of the files, or give each proposal an id of its own."));
            }
            else
            {
                kept.Add(entry);
            }
        }

        return kept;
    }
}
