using ProposalSearch.Proposals;
using ProposalSearch.Proposals.Applicants;
using ProposalSearch.Proposals.Inference;
using ProposalSearch.Proposals.Mapping;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Search;
using ProposalSearch.Search.Building;

namespace ProposalSearch.Indexing;

/// <summary>A run that changes the index that is there, instead of making one anew.</summary>
internal sealed partial class IndexingRun
{
    /// <summary>Where more files changed than these and <see cref="ShareOfChanges"/> of all, an index is made anew in less time.</summary>
    private const int FewChanges = 100;
    private const int ShareOfChanges = 4;

    private readonly Dictionary<string, Proposal> _put = new(StringComparer.Ordinal);
    private int _replaced;
    private int _added;
    private int _removed;

    /// <summary>Changes the index; <see langword="null"/> where it has to be made anew, or that is quicker.</summary>
    public async Task<IndexingReport?> ChangeAsync(ProposalIndexUpdate update)
    {
        var isUnchanged = previous!.Fingerprint == SourceFingerprint.Of(keys.Schema, looks.Hashed());
        if (ArchiveTally.Read(keys, await update.Before.ReadBlobAsync(ArchiveTally.BlobName, cancellation)
            .ConfigureAwait(false)) is not { } tally
            || (!isUnchanged && (!previous.Memory.HasLooks || HasManyChanges())))
        {
            return null;
        }

        _tally = tally;
        var archive = new ArchiveReader(keys, previous.Memory, progress, options.MostRetainedBytes, cancellation);
        archive.Read(looks, options.Include.Count > 0);
        if (archive.Records.Count == 0)
        {
            return null;
        }

        if (Language(archive).Language != update.Before.Language)
        {
            return null;
        }

        _failed.AddRange(archive.Failed);
        _warnings.AddRange(archive.Warnings);
        return isUnchanged && archive.FilesRead == 0
            ? await CompleteAsync(update, Unchanged(archive), archive).ConfigureAwait(false)
            : await ChangeAsync(update, archive).ConfigureAwait(false);
    }

    private async Task<IndexingReport?> ChangeAsync(ProposalIndexUpdate update, ArchiveReader archive)
    {
        var inferred = KeyInference.Decide(keys, archive.Survey);
        RequireSameDecisions(archive, inferred);
        var files = FilesOfIndex();
        var isStale = update.Before.Metadata.AreListsStale;
        isStale |= await PutAllAsync(update, new ProposalMapper(keys, inferred.Plans, inferred.Headings), archive).ConfigureAwait(false);
        isStale |= await DeleteAllAsync(update, archive).ConfigureAwait(false);
        cancellation.ThrowIfCancellationRequested();
        if (_indexed == 0)
        {
            return null;
        }

        var wordings = _tally.Wordings();
        var metadata = Metadata(archive, inferred, Facets(inferred), wordings) with
        {
            AreListsStale = isStale,
            Organizations = update.Before.Metadata.Organizations,
        };
        metadata = await PublishAsync(update, metadata, Blobs(archive, inferred, previous!.Memory), archive).ConfigureAwait(false);
        var report = Report(archive, inferred.Roles, wordings) with
        {
            Levels = inferred.Levels,
            Changes = new IndexChanges(_replaced, _added, _removed, WrittenSince(files), metadata.AreListsStale),
        };
        return options.DeferLists ? report : await CompleteAsync(update, metadata, report, archive).ConfigureAwait(false);
    }

    private async Task<IndexMetadata> PublishAsync(
        ProposalIndexUpdate update, IndexMetadata metadata, IReadOnlyList<IndexBlob> blobs, ArchiveReader archive)
    {
        if (metadata.AreListsStale && IsPublishedOnce)
        {
            (metadata, var relations) = await ListAllAsync(update, update.Before, metadata, archive).ConfigureAwait(false);
            blobs = [.. blobs, relations];
        }

        await update.PublishAsync(metadata, blobs, cancellation).ConfigureAwait(false);
        return metadata;
    }

    /// <summary>
    /// Whether changes and the lists that depend on all proposals are published together. On a cluster each publication takes seconds,
    /// however little is in it; elsewhere changes can be searched before the lists follow.
    /// </summary>
    private bool IsPublishedOnce => !backend.HasFolders && !options.DeferLists;

    private bool HasManyChanges()
    {
        var known = previous!.Memory.Files.ToDictionary(static file => file.Path, static file => file.Hash, StringComparer.Ordinal);
        var same = looks.Hashed().Count(file => known.GetValueOrDefault(file.Path) == file.Hash);
        var changed = Math.Max(known.Count, looks.Files.Count) - same;
        return changed > FewChanges + (looks.Files.Count / ShareOfChanges);
    }

    /// <summary>Puts what was read; of what was not read, only notes what became of it. Whether lists that depend on all proposals do
    /// change.</summary>
    private async Task<bool> PutAllAsync(ProposalIndexUpdate update, ProposalMapper mapper, ArchiveReader archive)
    {
        var isStale = false;
        foreach (var chunk in TakeOver(archive).Chunk(ChunkSize))
        {
            var mapped = new MappedRecord[chunk.Length];
            Parallel.For(0, chunk.Length, SourcePass.Options(cancellation), at =>
                mapped[at] = Map(mapper, archive, chunk[at], NothingTaken));
            var before = await update.Before.FindAsync([.. chunk.Select(static record => record.Id)], cancellation).ConfigureAwait(false);
            for (var at = 0; at < chunk.Length; at++)
            {
                isStale |= await PutAsync(update, mapped[at], before[at]).ConfigureAwait(false);
                _warnings.AddRange(mapped[at].Warnings);
                _failed.AddRange(mapped[at].Failed);
                var notes = chunk[at].Notes;
                (notes.Fate, notes.Says, notes.Warnings) = (mapped[at].Fate, mapped[at].Says, mapped[at].Warnings);
            }
        }

        return isStale;
    }

    /// <summary>Notes what became of records that were not read, and returns the others.</summary>
    private List<IdentifiedRecord> TakeOver(ArchiveReader archive)
    {
        var read = new List<IdentifiedRecord>();
        foreach (var record in archive.Records)
        {
            if (record.Before is not { } fate)
            {
                read.Add(record);
                continue;
            }

            record.Notes.Fate = fate;
            _publication.Add(fate, record.Notes.Says);
            _warnings.AddRange(record.Notes.Warnings);
            _indexed += fate == RecordFate.Indexed ? 1 : 0;
        }

        return read;
    }

    private async ValueTask<bool> PutAsync(ProposalIndexUpdate update, MappedRecord mapped, Proposal? before)
    {
        _publication.Add(mapped.Fate, mapped.Says);
        var now = mapped.Fate == RecordFate.Indexed ? mapped.Proposal : null;
        if (now is not null && !await TryAsync(mapped, now, () => update.PutAsync(now, cancellation)).ConfigureAwait(false))
        {
            now = null;
        }

        if (now is null)
        {
            return before is not null && await DeleteAsync(update, before).ConfigureAwait(false);
        }

        if (before is not null)
        {
            _tally.Remove(before);
        }

        _tally.Add(now);
        _indexed++;
        if (IsPublishedOnce)
        {
            _put[now.Id] = now;
        }

        (_replaced, _added) = before is null ? (_replaced, _added + 1) : (_replaced + 1, _added);
        return before is null || !IsListedAlike(now, before);
    }

    /// <summary>Removes proposals whose files are gone, or hold them no more.</summary>
    private async Task<bool> DeleteAllAsync(ProposalIndexUpdate update, ArchiveReader archive)
    {
        var here = archive.Records.Select(static record => record.Id).ToHashSet(StringComparer.Ordinal);
        var gone = previous!.Memory.Files.SelectMany(static file => file.Records)
            .Where(record => record.Fate == RecordFate.Indexed && !here.Contains(record.Id)).Select(static record => record.Id).ToList();
        foreach (var chunk in gone.Chunk(ChunkSize))
        {
            foreach (var proposal in await update.Before.FindAsync(chunk, cancellation).ConfigureAwait(false))
            {
                await DeleteAsync(update, proposal ?? throw new PreviousIndexException("The index does not hold what it remembers."))
                    .ConfigureAwait(false);
            }
        }

        return gone.Count > 0;
    }

    private async ValueTask<bool> DeleteAsync(ProposalIndexUpdate update, Proposal proposal)
    {
        await update.DeleteAsync(proposal.Id, cancellation).ConfigureAwait(false);
        _tally.Remove(proposal);
        _removed++;
        return true;
    }

    /// <summary>Whether completions, organizations and answers given before come out alike.</summary>
    private static bool IsListedAlike(Proposal now, Proposal before) =>
        (now.Title, now.Summary, now.Organization, now.OrganizationId) == (
            before.Title, before.Summary, before.Organization, before.OrganizationId)
        && now.Answers.SequenceEqual(before.Answers)
        && now.Links.SequenceEqual(before.Links);

    /// <summary>Where nothing changed: makes the lists that a run before left for later.</summary>
    private async Task<IndexingReport> CompleteAsync(ProposalIndexUpdate update, IndexingReport report, ArchiveReader archive) =>
        update.Before.Metadata.AreListsStale
            ? await CompleteAsync(update, update.Before.Metadata, report with { IsUnchanged = false }, archive).ConfigureAwait(false)
            : report;

    /// <summary>Makes the lists that depend on all proposals, once what changed can be searched.</summary>
    private async Task<IndexingReport> CompleteAsync(
        ProposalIndexUpdate update, IndexMetadata metadata, IndexingReport report, ArchiveReader archive)
    {
        if (!metadata.AreListsStale)
        {
            return report;
        }

        var files = FilesOfIndex();
        var reopened = await update.Before.ReopenAsync(cancellation).ConfigureAwait(false);
        (metadata, var relations) = await ListAllAsync(update, reopened ?? update.Before, metadata, archive).ConfigureAwait(false);
        reopened?.Dispose();
        await update.PublishAsync(metadata, [relations], cancellation).ConfigureAwait(false);
        var changes = report.Changes ?? new IndexChanges(0, 0, 0, 0, true);
        return report with { Changes = changes with { BytesWritten = changes.BytesWritten + WrittenSince(files), AreListsStale = false } };
    }

    /// <summary>Takes all proposals into the lists that depend on them, those that were put as they are now.</summary>
    private async Task<(IndexMetadata Metadata, IndexBlob Relations)> ListAllAsync(
        ProposalIndexUpdate update, ProposalIndex index, IndexMetadata metadata, ArchiveReader archive)
    {
        var ids = archive.Records.Where(static record => (record.Before ?? record.Notes.Fate) == RecordFate.Indexed)
            .Select(static record => record.Id).ToList();
        foreach (var chunk in ids.Chunk(ChunkSize))
        {
            cancellation.ThrowIfCancellationRequested();
            var found = await index.FindAsync(chunk, cancellation).ConfigureAwait(false);
            await ListAsync(update, [.. chunk.Zip(found, (id, there) => _put.GetValueOrDefault(id) ?? there)]).ConfigureAwait(false);
        }

        var relations = Relations();
        return (metadata with { AreListsStale = false, Organizations = _memory.Names() }, relations);
    }

    private async Task ListAsync(ProposalIndexUpdate update, IReadOnlyList<Proposal?> proposals)
    {
        var traces = new ApplicantTraces[proposals.Count];
        await Task.Run(() => Parallel.For(0, traces.Length, SourcePass.Options(cancellation), at =>
            traces[at] = ApplicantTraces.Of(proposals[at]!)), cancellation)
            .ConfigureAwait(false);
        for (var at = 0; at < traces.Length; at++)
        {
            update.List(proposals[at]!);
            _memory.Add(proposals[at]!, traces[at]);
        }
    }

    private Dictionary<string, (long Bytes, DateTime Written)> FilesOfIndex() =>
        !backend.HasFolders || !Directory.Exists(options.Index) ? []
        : new DirectoryInfo(options.Index).EnumerateFiles()
            .ToDictionary(static file => file.Name, static file => (file.Length, file.LastWriteTimeUtc));

    private long WrittenSince(Dictionary<string, (long Bytes, DateTime Written)> before) =>
        FilesOfIndex().Where(file => before.GetValueOrDefault(file.Key) != file.Value).Sum(static file => file.Value.Bytes);

    private static IReadOnlyDictionary<string, Proposal> NothingTaken { get; } = new Dictionary<string, Proposal>();
}
