using System.Text.RegularExpressions;
using ProposalSearch.Proposals.Indexing;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Indexing;

/// <summary>What is known of the shared archives by counting in their files.</summary>
public sealed class SharedArchives
{
    [SharedFact("corpora", "la2050-archive")]
    public void La2050Archive_Read_HasEveryPublishedProposalOfEachYear()
    {
        var (report, proposals) = Read("la2050-archive");

        Assert.Equal(1288, report.Read);
        Assert.Equal(1287, report.Indexed);
        Assert.Equal(1, report.Unpublished);
        Assert.Empty(report.Failed);
        Assert.Empty(report.InferredRoles);
        Assert.Equal(
            [(2013, 276), (2015, 299), (2016, 288), (2018, 140), (2020, 284)],
            ByYear(proposals));
    }

    [SharedFact("corpora", "la2050-archive")]
    public void La2050Archive_Poverty_IsInAsManyProposalsAsInTheFiles()
    {
        var (_, proposals) = Read("la2050-archive");
        var hits = proposals.Where(static proposal => Regex.IsMatch(TextOf(proposal), @"\bpoverty\b", RegexOptions.IgnoreCase)).ToList();

        Assert.Equal(208, hits.Count);
        Assert.Equal([(2013, 64), (2015, 24), (2016, 31), (2018, 24), (2020, 65)], ByYear(hits));
    }

    [SharedFact("corpora", "la2050-archive")]
    public void La2050Archive_College_IsInAsManyPublishedProposalsAsInTheFiles()
    {
        var (_, proposals) = Read("la2050-archive");

        Assert.Equal(386, proposals.Count(static proposal => Regex.IsMatch(TextOf(proposal), @"\bcollege\b", RegexOptions.IgnoreCase)));
    }

    private static (IndexingReport Report, List<Proposal> Proposals) Read(string corpus)
    {
        var backend = new RecordingBackend();
        var source = SharedCorpus.Path("corpora", corpus)!;
        var report = IndexingPipeline.Run(new IndexingOptions(source, "unused", null), backend, TimeProvider.System);
        return (report, backend.Added);
    }

    private static IEnumerable<(int, int)> ByYear(IEnumerable<Proposal> proposals)
        => proposals.GroupBy(static proposal => proposal.Year ?? 0).Select(static year => (year.Key, year.Count())).Order();

    private static string TextOf(Proposal proposal)
        => string.Join('\n', [proposal.Title, proposal.Summary, proposal.Organization, .. proposal.Answers.Select(static answer => answer.Text)]);
}
