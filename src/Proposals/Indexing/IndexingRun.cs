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
    private int _indexed;
    private int _unpublished;

    /// <summary>Does it.</summary>
    public IndexingReport Execute(IProposalIndexBuilder builder)
    {
        var readings = SourcePass.Read(folder.Files, keys, () => progress.Pass(), cancellation);
        var entries = Collect(readings);
        var inferred = KeyInference.Decide(keys, entries.ConvertAll(static entry => entry.Record));
        AddAll(builder, new ProposalMapper(keys, inferred.Plans), entries);
        cancellation.ThrowIfCancellationRequested();
        var fingerprint = SourceFingerprint.Of(keys.Schema, readings.Select(static reading => (reading.File.RelativePath, reading.Hash)));
        builder.Commit(Metadata(fingerprint, inferred));
        return new IndexingReport
        {
            Read = folder.Files.Count,
            Indexed = _indexed,
            Unpublished = _unpublished,
            Failed = Ordered(_failed),
            Warnings = Ordered(_warnings),
            InferredRoles = inferred.Roles,
            Elapsed = TimeSpan.Zero,
        };
    }

    private static List<SourceFault> Ordered(List<SourceFault> faults)
        => [.. faults.OrderBy(static fault => fault.Path, StringComparer.Ordinal).ThenBy(static fault => fault.Line ?? 0)];

    /// <summary>All records with their ids in ordinal order; of several with one id the first file's.</summary>
    private List<IdentifiedRecord> Collect(SourceReading[] readings)
    {
        var entries = new List<IdentifiedRecord>(readings.Length);
        foreach (var reading in readings)
        {
            _failed.AddRange(reading.Failed);
            _warnings.AddRange(reading.Warnings);
            var ids = ProposalIds.Of(reading.Records, keys.Schema);
            for (var at = 0; at < ids.Length; at++)
            {
                entries.Add(new IdentifiedRecord(ids[at], entries.Count, reading.Records[at]));
            }
        }

        if (entries.Count == 0)
        {
            throw NothingToIndex();
        }

        entries.Sort();
        return WithoutRepeats(entries);
    }

    private List<IdentifiedRecord> WithoutRepeats(List<IdentifiedRecord> entries)
    {
        var kept = new List<IdentifiedRecord>(entries.Count);
        foreach (var entry in entries)
        {
            if (kept.Count > 0 && kept[^1].Id == entry.Id)
            {
                _failed.Add(new SourceFault(
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

    /// <summary>While one chunk is added, the next is mapped.</summary>
    private void AddAll(IProposalIndexBuilder builder, ProposalMapper mapper, List<IdentifiedRecord> entries)
    {
        var next = MapAsync(mapper, entries, 0);
        for (var start = 0; start < entries.Count; start += ChunkSize)
        {
            var (proposals, warnings) = next.GetAwaiter().GetResult();
            next = MapAsync(mapper, entries, start + ChunkSize);
            _warnings.AddRange(warnings);
            foreach (var proposal in proposals)
            {
                cancellation.ThrowIfCancellationRequested();
                Add(builder, proposal);
            }

            progress.Pass(Math.Min(proposals.Length, folder.Files.Count));
        }
    }

    private Task<(Proposal[] Proposals, List<SourceFault> Warnings)> MapAsync(
        ProposalMapper mapper, List<IdentifiedRecord> entries, int start) => Task.Run(
        () =>
        {
            var count = Math.Clamp(entries.Count - start, 0, ChunkSize);
            var proposals = new Proposal[count];
            var warnings = new List<SourceFault>[count];
            Parallel.For(0, count, SourcePass.Options(cancellation), at =>
            {
                var entry = entries[start + at];
                proposals[at] = mapper.Map(entry.Record, entry.Id, warnings[at] = []);
            });
            return (proposals, warnings.SelectMany(static list => list).ToList());
        },
        cancellation);

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
        foreach (var answer in proposal.Answers)
        {
            if (answer.QuestionId is not null)
            {
                _questions.Add(answer.QuestionId);
            }
        }
    }

    private IndexMetadata Metadata(string fingerprint, KeyInference inferred)
    {
        var facets = keys.Schema.Facets.Concat(inferred.Facets).Select(static rule => rule.Definition).ToList();
        var year = facets.Find(static facet => facet.Field == ProposalMapper.YearField)
            ?? new FacetDefinition(ProposalMapper.YearField, "Year", FacetType.Number);
        return new IndexMetadata
        {
            Fingerprint = fingerprint,
            Facets = [.. facets.Where(facet => facet.Field != ProposalMapper.YearField).Prepend(year).Where(facet => _facets.Contains(facet.Field))],
            Questions = [.. keys.Schema.Questions.Select(static rule => rule.Definition).Where(question => _questions.Contains(question.Id)).DistinctBy(static question => question.Id)],
        };
    }

    private SourceUnavailableException NothingToIndex()
    {
        var what = folder.Files.Count == 0
            ? $"There is no proposal in '{options.Source}': none of its files ends in {SourceFormats.Names}."
            : $"None of the {folder.Files.Count} files in '{options.Source}' holds a proposal that can be read.";
        var faults = _failed.Concat(_warnings).Take(3).Select(static fault => $" {fault.Path}:{fault.Line ?? 1}: {fault.Cause} {fault.Remedy}");
        return new SourceUnavailableException(what + string.Concat(faults));
    }
}
