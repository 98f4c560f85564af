using ProposalSearch.Proposals.Inference;
using ProposalSearch.Proposals.Mapping;
using ProposalSearch.Proposals.Schema;
using ProposalSearch.Proposals.Search;
using ProposalSearch.Proposals.Sources;

namespace ProposalSearch.Proposals.Indexing;

/// <summary>One run: read, decide about unknown keys, map, add, commit.</summary>
internal sealed class IndexingRun(
    IndexingOptions options, SchemaKeys keys, SourceFolder folder, ProgressCount progress, CancellationToken cancellation)
{
    private const int ChunkSize = 128;

    private readonly List<SourceFault> _failed = [.. folder.Faults];
    private readonly List<SourceFault> _warnings = [];
    private readonly HashSet<string> _facets = new(StringComparer.Ordinal);
    private readonly HashSet<string> _questions = new(StringComparer.Ordinal);
    private readonly WordingTally _wordings = new(keys);
    private int _indexed;
    private int _unpublished;

    /// <summary>Does it.</summary>
    public IndexingReport Execute(IProposalIndexBuilder builder)
    {
        var archive = new ArchiveReader(keys, progress, options.MostRetainedBytes, cancellation);
        archive.Read(folder.Files);
        _failed.AddRange(archive.Failed);
        _warnings.AddRange(archive.Warnings);
        if (archive.Records.Count == 0)
        {
            throw NothingToIndex();
        }

        var inferred = KeyInference.Decide(keys, archive.Survey);
        AddAll(builder, new ProposalMapper(keys, inferred.Plans), archive);
        cancellation.ThrowIfCancellationRequested();
        var wordings = _wordings.All();
        builder.Commit(Metadata(archive.Fingerprint(), inferred, wordings));
        return new IndexingReport
        {
            Read = folder.Files.Count,
            Indexed = _indexed,
            Unpublished = _unpublished,
            Failed = Ordered(_failed),
            Warnings = Ordered(_warnings),
            InferredRoles = inferred.Roles,
            Wordings = wordings,
            Elapsed = TimeSpan.Zero,
        };
    }

    private static List<SourceFault> Ordered(List<SourceFault> faults)
        => [.. faults.OrderBy(static fault => fault.Path, StringComparer.Ordinal).ThenBy(static fault => fault.Line ?? 0)];

    /// <summary>While one chunk is added, the next is mapped.</summary>
    private void AddAll(IProposalIndexBuilder builder, ProposalMapper mapper, ArchiveReader archive)
    {
        var next = MapAsync(mapper, archive, 0);
        for (var start = 0; start < archive.Records.Count; start += ChunkSize)
        {
            var chunk = next.GetAwaiter().GetResult();
            next = MapAsync(mapper, archive, start + ChunkSize);
            _warnings.AddRange(chunk.SelectMany(static mapped => mapped.Warnings));
            _failed.AddRange(chunk.SelectMany(static mapped => mapped.Failed));
            foreach (var mapped in chunk)
            {
                cancellation.ThrowIfCancellationRequested();
                if (mapped.Proposal is not null)
                {
                    Add(builder, mapped.Proposal);
                }
            }

            progress.Pass(chunk.Length);
        }
    }

    private Task<MappedRecord[]> MapAsync(ProposalMapper mapper, ArchiveReader archive, int start) => Task.Run(
        () =>
        {
            var chunk = new MappedRecord[Math.Clamp(archive.Records.Count - start, 0, ChunkSize)];
            Parallel.For(0, chunk.Length, SourcePass.Options(cancellation), at => chunk[at] = Map(mapper, archive, archive.Records[start + at]));
            return chunk;
        },
        cancellation);

    private static MappedRecord Map(ProposalMapper mapper, ArchiveReader archive, IdentifiedRecord record)
    {
        var mapped = new MappedRecord();
        if (archive.Load(record, mapped.Failed) is { } loaded)
        {
            mapped.Proposal = mapper.Map(loaded, record.Id, mapped.Warnings);
        }

        return mapped;
    }

    /// <summary>What came of a record.</summary>
    private sealed class MappedRecord
    {
        public Proposal? Proposal { get; set; }

        public List<SourceFault> Warnings { get; } = [];

        public List<SourceFault> Failed { get; } = [];
    }

    private void Add(IProposalIndexBuilder builder, Proposal proposal)
    {
        if (!proposal.Published)
        {
            _unpublished++;
            return;
        }

        builder.Add(proposal);
        _indexed++;
        _facets.UnionWith(proposal.Facets.Keys);
        _questions.UnionWith(AnsweredFacet.ValuesOf(proposal));
        _wordings.Add(proposal);
    }

    private IndexMetadata Metadata(string fingerprint, KeyInference inferred, IReadOnlyList<QuestionWording> wordings)
    {
        var facets = keys.Schema.Facets.Concat(inferred.Facets).SelectMany(static rule => rule.Definitions).ToList();
        var year = facets.Find(static facet => facet.Field == ProposalMapper.YearField)
            ?? new FacetDefinition(ProposalMapper.YearField, "Year", FacetType.Number);
        return new IndexMetadata
        {
            Fingerprint = fingerprint,
            Facets = [.. facets.Where(facet => facet.Field != ProposalMapper.YearField).Prepend(year).Where(facet => _facets.Contains(facet.Field)), .. Answered()],
            Wordings = [.. wordings.Take(WordingTally.MostKept)],
            FacetWordings = [.. inferred.FacetWordings.Take(WordingTally.MostKept)],
            Questions = [.. keys.Schema.Questions.Select(static rule => rule.Definition).Where(question => _questions.Contains(question.Id)).DistinctBy(static question => question.Id)],
        };
    }

    private IEnumerable<FacetDefinition> Answered() => _questions.Count > 0 ? [AnsweredFacet.Definition] : [];

    private SourceUnavailableException NothingToIndex()
    {
        var what = folder.Files.Count == 0
            ? $"There is no proposal in '{options.Source}': none of its files {(options.Include.Count + options.Exclude.Count > 0 ? "is included, or " : "")}ends in {SourceFormats.Names}."
            : $"None of the {folder.Files.Count} files in '{options.Source}' holds a proposal that can be read.";
        var faults = _failed.Concat(_warnings).Take(3).Select(static fault => $" {fault.Path}:{fault.Line ?? 1}: {fault.Cause} {fault.Remedy}");
        return new SourceUnavailableException(what + string.Concat(faults));
    }
}
