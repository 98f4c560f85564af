using System.Diagnostics;
using System.Globalization;
using ProposalSearch.Indexing;
using ProposalSearch.Proposals.Applicants;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Search;
using ProposalSearch.Search.Related;
using ProposalSearch.Testing;
using Xunit;
using Xunit.Abstractions;

namespace ProposalSearch.Proposals.Tests.Applicants;

/// <summary>Who is who in the shared archives; prints the table for a person to look over.</summary>
public sealed class ArchiveApplicantsTests(ITestOutputHelper output)
{
    [SharedFact("corpora", "la2050-archive")]
    public Task La2050Archive_Organizations_AreRecognizedAcrossYears()
        => CheckAsync("la2050-archive", organizations: (150, 300), answers: (30, 300));

    [SharedFact("corpora", "la2050-activation")]
    public Task La2050Activation_Organizations_AreRecognizedAcrossYears()
        => CheckAsync("la2050-activation", organizations: (4, 20), answers: (2, 100));

    [SharedFact("corpora", "ogrants")]
    public Task Ogrants_People_AreRecognizedAcrossYears() => CheckAsync("ogrants", organizations: (5, 100), answers: (0, 100));

    private async Task CheckAsync(string archive, (int Least, int Most) organizations, (int Least, int Most) answers)
    {
        var backend = new RecordingBackend();
        BlockingCalls.RunPipeline(
            new IndexingOptions(SharedCorpus.Path("corpora", archive)!, "unused", null), backend.Backend, TimeProvider.System);
        var relations = ApplicantRelationsFormat.Read(backend.Blob(ProposalIndex.ApplicantsBlob).ToArray()).ById;
        var byId = backend.Added.ToDictionary(static proposal => proposal.Id, StringComparer.Ordinal);
        var groups = relations.Values.Select(static relation => relation.Organization)
            .Where(static group => group.Count > 0)
            .DistinctBy(static group => group[0])
            .ToList();
        WriteTable(groups, byId, relations);
        await WriteAnswersAsync(backend);

        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{archive}: {groups.Count} organizations with several proposals, {groups.Sum(static group => group.Count)} "
                    + $"proposals; {relations.Values.Sum(static relation => relation.Answers.Count)} pairs of answers; "
                    + $"{backend.Blob(ProposalIndex.ApplicantsBlob).Length} bytes"));
        Assert.InRange(groups.Count, organizations.Least, organizations.Most);
        Assert.InRange(relations.Values.Sum(static relation => relation.Answers.Count), answers.Least, answers.Most);
    }

    private void WriteTable(
        List<IReadOnlyList<string>> groups, Dictionary<string, Proposal> byId, IReadOnlyDictionary<string, ApplicantRelation> relations)
    {
        foreach (var group in groups)
        {
            var names = group.GroupBy(id => byId[id].Organization ?? "(none)")
                .Select(static name => string.Create(CultureInfo.InvariantCulture, $"{name.Key} ×{name.Count()}"))
                .ToList();
            if (names.Count > 1)
            {
                var shared = group.SelectMany(id => relations[id].Evidence)
                    .GroupBy(static one => one)
                    .Where(static one => one.Skip(1).Any())
                    .Select(static one => $"{one.Key.Kind} {one.Key.Value}");
                output.WriteLine($"{string.Join(" | ", names)}  <=  {string.Join(", ", shared.Take(4))}");
            }
        }
    }

    private async Task WriteAnswersAsync(RecordingBackend backend)
    {
        using var written = new TemporaryIndex(
            backend.Added, backend.Committed!, new IndexBlob(ProposalIndex.ApplicantsBlob, backend.Blob(ProposalIndex.ApplicantsBlob)));
        var index = written.Index;
        var shared = new List<SharedAnswer>();
        var elsewhere = 0;
        var watch = Stopwatch.StartNew();
        foreach (var proposal in backend.Added)
        {
            var related = await RelatedFinder.FindAsync(index, proposal);
            shared.AddRange(related.AlsoProposedIn);
            elsewhere += related.AlsoProposedIn.Count(one => !related.OrganizationProposals.Any(other => other.Id == one.Id));
        }

        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"answers also proposed: {shared.Count}, of which {elsewhere} by another organization; "
                    + $"{shared.Count(static one => one.Share == 1)} word for word; {watch.ElapsedMilliseconds} ms for all"));
        Assert.All(shared, static one => Assert.InRange(one.Share, RelatedFinder.LeastShare, 1));
    }
}
