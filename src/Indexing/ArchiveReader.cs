using ProposalSearch.Proposals.Inference;
using ProposalSearch.Proposals.Mapping;
using ProposalSearch.Proposals.Sources;

namespace ProposalSearch.Indexing;

/// <summary>
/// The first pass over an archive: reads every file that is not known, surveys its keys, and lists the records by their ids. What files
/// hold is kept while it is little; of a large archive only the beginning is kept, and the rest is read again when it is its turn.
/// </summary>
internal sealed class ArchiveReader(
    SchemaKeys keys, SourceMemory? memory, ProgressCount progress, long mostRetainedBytes, CancellationToken cancellation)
{
    private const int FilesAtOnce = 4096;

    /// <summary>An index remembers looks of up to about this many bytes: they are read whenever the index is opened.</summary>
    private const long MostLooks = 8_000_000;
    private const int BytesOfAValue = 4;

    private readonly Dictionary<string, SourceFile> _released = new(StringComparer.Ordinal);
    private KnownFile[] _notes = [];
    private readonly List<IdentifiedRecord> _all = [];
    private List<IdentifiedRecord> _records = [];
    private List<SourceFault> _repeats = [];
    private long _retained;
    private readonly HashSet<string> _texts = new(StringComparer.Ordinal);
    private long _looks;
    private readonly OtherRecords _others = new();

    /// <summary>The records in the ordinal order of their ids; of several with one id the first file's.</summary>
    public IReadOnlyList<IdentifiedRecord> Records => _records;

    public KeySurvey Survey { get; } = new(keys);

    /// <summary>Whether all records have their looks.</summary>
    public bool HasLooks => _looks <= MostLooks;

    public int FilesRead { get; private set; }

    /// <summary>What is to be remembered of each file, in their order.</summary>
    public IReadOnlyList<KnownFile> Notes => _notes;

    /// <summary>What could not be read.</summary>
    public IEnumerable<SourceFault> Failed => _notes.SelectMany(static file => file.Failed).Concat(_repeats);

    /// <summary>What lost nothing.</summary>
    public IEnumerable<SourceFault> Warnings => _notes.SelectMany(static file => file.Warnings).Concat(OtherRecords.Warnings(_notes));

    /// <summary>Reads the files, but for those that are as they are remembered.</summary>
    /// <param name="looks">The files.</param>
    /// <param name="isNamed">Whether somebody named the files, so that all of them hold proposals.</param>
    public void Read(FileLooks looks, bool isNamed = false)
    {
        _notes = new KnownFile[looks.Files.Count];
        ReadFiles(looks, KeepKnown(looks));
        Settle();
        var leftOut = Records.Where(static record => record.Before == RecordFate.LeftOut);
        var again = leftOut.Select(static record => record.File).Distinct().Order().ToList();
        if (again.Count > 0)
        {
            // These had lost their ids to records that are gone, so that no index holds them.
            _all.RemoveAll(record => again.Contains(record.File));
            ReadFiles(looks, again);
            Settle();
        }

        foreach (var known in _all.Where(static record => record is { Before: not null, Notes.Look: not null }))
        {
            Count(known.Notes, known.Notes.Look!);
        }

        foreach (var unseen in _all.Where(static record => record is { WasNone: true, Notes.Look: null }))
        {
            unseen.Notes.Fate = unseen.Before!.Value;
        }

        _others.Settle(Survey, isNamed);
        RequireSameProposals();
        _records = _records.FindAll(static record => !record.Notes.IsNone);
    }

    /// <summary>A record that was none, and was not read now, may have become a proposal by what others are.</summary>
    private void RequireSameProposals()
    {
        if (_all.Exists(static record => record is { WasNone: true, Notes: { Look: not null, IsNone: false } }))
        {
            throw new PreviousIndexException("What is a proposal has changed.");
        }
    }

    /// <summary>The keys that what becomes of records that were not read depends on.</summary>
    public IEnumerable<string> KnownKeys()
        => _all.Where(static record => record.Before is not null)
            .SelectMany(static record => record.Notes.Look?.Keys ?? [])
            .Distinct(StringComparer.Ordinal);

    /// <summary>The digest of what was read and what is known.</summary>
    public string Fingerprint() => SourceFingerprint.Of(keys.Schema, _notes.Select(static file => (file.Path, file.Hash)));

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

        const string Cause = "The file changed while the archive was read, and holds no single proposal any more.";
        failed.Add(new SourceFault(record.Record.Path, null, Cause, "Run the indexer again."));
        return null;
    }

    /// <summary>Takes over what is known of files whose bytes are the same, and tells the places of the others.</summary>
    private List<int> KeepKnown(FileLooks looks)
    {
        var known = (memory?.Files ?? []).ToDictionary(static file => file.Path, StringComparer.Ordinal);
        var others = new List<int>();
        for (var at = 0; at < looks.Files.Count; at++)
        {
            if (known.TryGetValue(looks.Files[at].RelativePath, out var file)
                && file.Hash == looks.Hashes[at]
                && SharedStems.AreAsBefore(looks.Files[at], file.Records.Select(static record => record.Id)))
            {
                Keep(at, looks.Files[at], file);
            }
            else
            {
                others.Add(at);
            }
        }

        return others;
    }

    private void Keep(int at, SourceFile source, KnownFile file)
    {
        var notes = new KnownRecord[file.Records.Count];
        for (var place = 0; place < notes.Length; place++)
        {
            var before = file.Records[place];
            notes[place] = new KnownRecord(before.Id, before.Number, before.Line)
            {
                Warnings = before.Warnings,
                Says = before.Says,
                Look = before.Look,
                Written = before.Written,
            };
            var record = new SourceRecord
            {
                Path = file.Path,
                Stem = source.Stem,
                Number = before.Number,
                Line = before.Line,
                Hash = file.Hash,
                Fields = SourceMap.Empty,
                IsReleased = true,
            };
            _all.Add(new IdentifiedRecord(before.Id, at, place, record, notes[place], before.Fate));
        }

        _notes[at] = file with { Records = notes };
        progress.Pass();
    }

    private void ReadFiles(FileLooks looks, List<int> places)
    {
        FilesRead += places.Count;
        foreach (var window in places.Chunk(FilesAtOnce))
        {
            var readings = SourcePass.Read([.. window.Select(at => looks.Files[at])], keys, () => progress.Pass(), cancellation);
            ReadAgain(looks, window, readings);
            for (var at = 0; at < readings.Length; at++)
            {
                Take(window[at], readings[at]);
            }
        }
    }

    /// <summary>Reads what was cut to nothing since it was looked at: somebody is rewriting it.</summary>
    private void ReadAgain(FileLooks looks, int[] window, SourceReading[] readings)
    {
        var cut = Enumerable.Range(0, window.Length)
            .Where(at => readings[at] is { Bytes: 0, Failed.Count: 0 } && looks.Stamps[window[at]] is { Length: > 0 })
            .ToList();
        EmptyFiles.Await([.. cut.Select(at => readings[at].File)], looks.Clock, cancellation);
        foreach (var at in cut)
        {
            // How it looked then says nothing of what was read now.
            looks.Stamps[window[at]] = null;
            readings[at] = SourcePass.Read(readings[at].File, keys);
        }
    }

    private void Take(int file, SourceReading reading)
    {
        var ids = ProposalIds.Of(reading.Records, keys.Schema);
        var isKept = reading.Records.Count != 1 || _retained + reading.Bytes <= mostRetainedBytes;
        _retained += isKept ? reading.Bytes : 0;
        var notes = new KnownRecord[ids.Length];
        for (var at = 0; at < ids.Length; at++)
        {
            var record = reading.Records[at];
            notes[at] = new KnownRecord(ids[at], record.Number, record.Line) { Written = record.Written };
            Count(notes[at], Survey.Look(record));
            _all.Add(new IdentifiedRecord(ids[at], file, at, isKept ? record : record.Release(), notes[at]));
        }

        _notes[file] = new KnownFile(reading.File.RelativePath, reading.Hash, reading.Failed, reading.Warnings, notes);
        if (!isKept)
        {
            _released[reading.File.RelativePath] = reading.File;
        }
    }

    private void Count(KnownRecord notes, RecordLook look)
    {
        if (!_others.TryPostpone(notes, look))
        {
            Survey.Add(look);
        }

        if (HasLooks)
        {
            _looks += BytesOfAValue * look.Values + look.Texts.Where(_texts.Add).Sum(static text => (long)text.Length);
        }

        notes.Look = HasLooks ? look : null;
    }

    /// <summary>Orders the records, and of several with one id keeps the first.</summary>
    private void Settle()
    {
        _all.Sort();
        (_records, _repeats) = (new List<IdentifiedRecord>(_all.Count), []);
        foreach (var entry in _all)
        {
            if (_records.Count > 0 && _records[^1].Id == entry.Id)
            {
                _repeats.Add(new SourceFault(
                    entry.Record.Path,
                    entry.Record.Line,
                    $"The id '{entry.Id}' is taken by {_records[^1].Record.Path}; this proposal was left out.",
                    "Rename one of the files, or give each proposal an id of its own."));
            }
            else
            {
                _records.Add(entry);
            }
        }
    }
}
