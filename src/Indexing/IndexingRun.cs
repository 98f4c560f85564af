using ProposalSearch.Proposals;
using ProposalSearch.Proposals.Applicants;
using ProposalSearch.Proposals.Inference;
using ProposalSearch.Proposals.Mapping;
using ProposalSearch.Proposals.Sources;
using ProposalSearch.Retrieval;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Search;
using ProposalSearch.Search.Building;

namespace ProposalSearch.Indexing;

/// <summary>One run: read what changed, decide about unknown keys, map, add, commit.</summary>
/// <param name="options">What to index.</param>
/// <param name="keys">The schema.</param>
/// <param name="folder">The files.</param>
/// <param name="looks">How they look; with hashes where there is a previous index.</param>
/// <param name="backend">Knows languages.</param>
/// <param name="previous">The index to go on from, or <see langword="null"/> to read everything.</param>
/// <param name="progress">Counts.</param>
/// <param name="cancellation">Ends the run.</param>
internal sealed partial class IndexingRun(
    IndexingOptions options,
    SchemaKeys keys,
    SourceFolder folder,
    FileLooks looks,
    SearchBackend backend,
    PreviousIndex? previous,
    ProgressCount progress,
    CancellationToken cancellation)
{
    private const int ChunkSize = 128;

    private readonly List<SourceFault> _failed = [.. folder.Faults];
    private readonly List<SourceFault> _warnings = [];
    private ArchiveTally _tally = new(keys);
    private readonly ApplicantMemory _memory = new();
    private readonly PublicationTally _publication = new();
    private int _indexed;

    /// <summary>Brings the index up to date with the sources, and tells what was done.</summary>
    public async Task<IndexingReport> ExecuteAsync(ProposalIndexBuilder builder)
    {
        var isUnchanged = previous is not null && previous.Fingerprint == SourceFingerprint.Of(keys.Schema, looks.Hashed());
        var archive = new ArchiveReader(keys, Usable(isUnchanged), progress, options.MostRetainedBytes, cancellation);
        archive.Read(looks, options.Include.Count > 0);
        _failed.AddRange(archive.Failed);
        _warnings.AddRange(archive.Warnings);
        if (isUnchanged && archive.FilesRead == 0)
        {
            return Unchanged(archive);
        }

        if (archive.Records.Count == 0)
        {
            throw NothingToIndex();
        }

        var inferred = KeyInference.Decide(keys, archive.Survey);
        RequireSameDecisions(archive, inferred);
        var facets = Facets(inferred);
        await builder.DeclareAsync(facets, Language(archive).Language, cancellation).ConfigureAwait(false);
        await AddAllAsync(builder, new ProposalMapper(keys, inferred.Plans, inferred.Headings), archive).ConfigureAwait(false);
        cancellation.ThrowIfCancellationRequested();
        var wordings = _tally.Wordings();
        var metadata = Metadata(archive, inferred, facets, wordings);
        var relations = Relations();
        metadata = metadata with { Organizations = _memory.Names() };
        await builder.PublishAsync(metadata, [.. Blobs(archive, inferred, null), relations], cancellation).ConfigureAwait(false);
        return Report(archive, inferred.Roles, wordings) with { Levels = inferred.Levels, AlreadyThere = builder.AlreadyThere };
    }

    private ArchiveLanguage Language(ArchiveReader archive) => ArchiveLanguage.Named(options, keys.Schema, backend)
        ?? ArchiveLanguage.Told(archive.Notes.SelectMany(static file => file.Records).Select(static record => record.Written), backend);

    /// <summary>Proposals that are taken over were mapped by what was decided about their keys then.</summary>
    private void RequireSameDecisions(ArchiveReader archive, KeyInference inferred)
    {
        if (previous is null || archive.FilesRead == folder.Files.Count)
        {
            return;
        }

        var (then, now) = (previous.Memory.Decisions, inferred.Digests);
        if (!previous.Memory.HasLooks || archive.KnownKeys().Any(key => then.GetValueOrDefault(key) != now.GetValueOrDefault(key)))
        {
            throw new PreviousIndexException("What becomes of a key has changed.");
        }
    }

    /// <summary>The memory to go on from; <see langword="null"/> where it does not hold enough to judge keys by.</summary>
    private SourceMemory? Usable(bool isUnchanged) => isUnchanged || previous is { Memory.HasLooks: true } ? previous?.Memory : null;

    private IndexingReport Unchanged(ArchiveReader archive)
    {
        foreach (var record in archive.Records)
        {
            _indexed += record.Before == RecordFate.Indexed ? 1 : 0;
            _publication.Add(record.Before, record.Notes.Says);
            _warnings.AddRange(record.Notes.Warnings);
        }

        return Report(archive, previous!.Memory.Roles, previous.Wordings) with { IsUnchanged = true };
    }

    private IndexingReport Report(ArchiveReader archive, IReadOnlyList<InferredRole> roles, IReadOnlyList<QuestionWording> wordings)
    {
        var language = Language(archive);
        _warnings.AddRange(BestBetCheck.Warnings(options, keys.Schema, archive));
        var files = archive.Notes.Select((file, at) => (file.Path, looks.Stamps[at], file.Hash));
        FileTimes.Write(backend.HasFolders ? options.Index : null, looks.Times, files, looks.LookedAt);
        return new IndexingReport
        {
            Read = archive.FilesRead,
            Known = folder.Files.Count - archive.FilesRead,
            Indexed = _indexed,
            Unpublished = _publication.Unpublished,
            UnpublishedBy = _publication.UnpublishedBy,
            PerhapsUnpublished = _publication.PerhapsUnpublished,
            Failed = Ordered(_failed),
            Warnings = Ordered(_warnings),
            PassedOver = [.. folder.PassedOver
                .OrderByDescending(static pair => pair.Value)
                .ThenBy(static pair => pair.Key, StringComparer.Ordinal)
                .Select(static pair => (pair.Key, pair.Value))],
            InferredRoles = roles,
            Wordings = wordings,
            Language = language.Language.Name,
            LanguageReason = language.Reason,
            Elapsed = TimeSpan.Zero,
        };
    }

    private static List<SourceFault> Ordered(List<SourceFault> faults)
        => [.. faults.OrderBy(static fault => fault.Path, StringComparer.Ordinal).ThenBy(static fault => fault.Line ?? 0)];

    /// <summary>While one chunk is added, the next is mapped.</summary>
    private async Task AddAllAsync(ProposalIndexBuilder builder, ProposalMapper mapper, ArchiveReader archive)
    {
        var next = MapAsync(mapper, archive, 0);
        for (var start = 0; start < archive.Records.Count; start += ChunkSize)
        {
            var chunk = await next.ConfigureAwait(false);
            next = MapAsync(mapper, archive, start + ChunkSize);
            _warnings.AddRange(chunk.SelectMany(static mapped => mapped.Warnings));
            _failed.AddRange(chunk.SelectMany(static mapped => mapped.Failed));
            for (var at = 0; at < chunk.Length; at++)
            {
                cancellation.ThrowIfCancellationRequested();
                await AddAsync(builder, chunk[at]).ConfigureAwait(false);
                var notes = archive.Records[start + at].Notes;
                (notes.Fate, notes.Says, notes.Warnings) = (chunk[at].Fate, chunk[at].Says, chunk[at].Warnings);
            }

            progress.Pass(chunk.Length);
        }
    }

    private Task<MappedRecord[]> MapAsync(ProposalMapper mapper, ArchiveReader archive, int start) => Task.Run(
        async () =>
        {
            var records = archive.Records.Skip(start).Take(ChunkSize).ToArray();
            var known = records.Where(static record => record.Before == RecordFate.Indexed).Select(static record => record.Id).ToList();
            var taken = known.Count == 0 ? [] : await previous!.FindAsync(known, cancellation).ConfigureAwait(false);
            var chunk = new MappedRecord[records.Length];
            Parallel.For(0, chunk.Length, SourcePass.Options(cancellation), at => chunk[at] = Map(mapper, archive, records[at], taken));
            return chunk;
        },
        cancellation);

    private static MappedRecord Map(
        ProposalMapper mapper, ArchiveReader archive, IdentifiedRecord record, IReadOnlyDictionary<string, Proposal> taken)
    {
        var mapped = new MappedRecord();
        if (record.Before is { } fate)
        {
            (mapped.Fate, mapped.Says) = (fate, record.Notes.Says);
            mapped.Warnings.AddRange(record.Notes.Warnings);
            mapped.Proposal = fate == RecordFate.Indexed ? taken[record.Id] : null;
        }
        else if (archive.Load(record, mapped.Failed) is { } loaded)
        {
            mapped.Proposal = mapper.Map(loaded, record.Id, mapped.Warnings);
            mapped.Fate = mapped.Proposal.Published ? RecordFate.Indexed : RecordFate.Unpublished;
            mapped.Says = mapped.Proposal.PublicationStatement;
        }

        mapped.Traces = mapped is { Fate: RecordFate.Indexed, Proposal: { } proposal } ? ApplicantTraces.Of(proposal) : null;
        return mapped;
    }

    private sealed class MappedRecord
    {
        public Proposal? Proposal { get; set; }

        public RecordFate Fate { get; set; }

        public PublicationStatement? Says { get; set; }

        public ApplicantTraces? Traces { get; set; }

        public List<SourceFault> Warnings { get; } = [];

        public List<SourceFault> Failed { get; } = [];
    }

    private async ValueTask AddAsync(ProposalIndexBuilder builder, MappedRecord mapped)
    {
        _publication.Add(mapped.Fate, mapped.Says);
        if (mapped is not { Proposal: { } proposal, Traces: { } traces }
            || !await TryAsync(mapped, proposal, () => builder.AddAsync(proposal, cancellation)).ConfigureAwait(false))
        {
            return;
        }

        _memory.Add(proposal, traces);
        _indexed++;
        _tally.Add(proposal);
    }

    /// <summary>Where the backend refuses a proposal it is reported, in later runs that do not read its file again too.</summary>
    private async ValueTask<bool> TryAsync(MappedRecord mapped, Proposal proposal, Func<ValueTask> add)
    {
        try
        {
            await add().ConfigureAwait(false);
            return true;
        }
        catch (DocumentRefusedException refusal)
        {
            var fault = new SourceFault(proposal.SourcePath, null, refusal.Message, "Leave it out with --exclude, or make it smaller.")
            {
                LeavesOut = true,
            };
            mapped.Fate = RecordFate.LeftOut;
            mapped.Warnings.Add(fault);
            _failed.Add(fault);
            return false;
        }
    }

    /// <summary>The facets that proposals may have, in the order to show them.</summary>
    private List<FacetDefinition> Facets(KeyInference inferred)
    {
        var found = inferred.Facets.SelectMany(static rule => rule.Definitions).ToList();
        var stated = keys.Schema.Facets.SelectMany(static rule => rule.Definitions).Select(facet => FacetLabels.Of(facet, inferred.Plans));
        var facets = stated.Where(facet => !found.Exists(own => own.Field == facet.Field)).Concat(found).ToList();
        var year = facets.Find(static facet => facet.Field == ProposalMapper.YearField)
            ?? new FacetDefinition(ProposalMapper.YearField, "Year", FacetType.Number);
        return [.. facets.Where(static facet => facet.Field != ProposalMapper.YearField).Prepend(year).Select(inferred.WithSeparator)];
    }

    private IndexMetadata Metadata(
        ArchiveReader archive, KeyInference inferred, List<FacetDefinition> facets, IReadOnlyList<QuestionWording> wordings)
    {
        var questions = keys.Schema.Questions.Select(static rule => rule.Definition).Where(question => _tally.HasQuestion(question.Id));
        return new IndexMetadata
        {
            Fingerprint = archive.Fingerprint(),
            Facets = [.. facets.Where(facet => _tally.HasFacet(facet.Field)), .. Answered()],
            Wordings = [.. wordings.Take(WordingTally.MostKept)],
            FacetWordings = [.. inferred.FacetWordings.Take(WordingTally.MostKept)],
            Questions = [.. questions.DistinctBy(static question => question.Id)],
            HasDays = _tally.HasDays,
            BestBets = [.. keys.Schema.BestBets.Select(static rule => rule.Bet)],
            Synonyms = keys.Schema.Synonyms.Of(Language(archive).Language.Code),
        };
    }

    private IReadOnlyList<IndexBlob> Blobs(ArchiveReader archive, KeyInference inferred, SourceMemory? before)
    {
        var memory = new SourceMemory
        {
            Basis = SourceMemory.BasisOf(keys.Schema),
            HasLooks = archive.HasLooks,
            Roles = inferred.Roles,
            Decisions = inferred.Digests,
            Files = archive.Notes,
        };
        return [.. memory.Blobs(before), new IndexBlob(ArchiveTally.BlobName, _tally.Write(), IsHistory: true)];
    }

    private IndexBlob Relations() => new(ProposalIndex.ApplicantsBlob, ApplicantRelationsFormat.Write(_memory.Relate()));

    private IEnumerable<FacetDefinition> Answered() => _tally.HasQuestions ? [AnsweredFacet.Definition] : [];

    private SourceUnavailableException NothingToIndex()
    {
        var orIncluded = options.Include.Count + options.Exclude.Count > 0 ? "is included, or " : "";
        var what = folder.Files.Count == 0
            ? $"There is no proposal in '{options.Source}': none of its files {orIncluded}ends in {SourceFormats.Names}."
            : $"None of the {folder.Files.Count} files in '{options.Source}' holds a proposal that can be read.";
        var first = _failed.Concat(_warnings).Take(3);
        var faults = first.Select(static fault => $" {fault.Path}:{fault.Line ?? 1}: {fault.Cause} {fault.Remedy}");
        return new SourceUnavailableException(what + string.Concat(faults));
    }
}
