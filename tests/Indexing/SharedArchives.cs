using System.Text.RegularExpressions;
using ProposalSearch.Proposals;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Indexing.Tests;

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

    [SharedFact("corpora", "la2050-activation")]
    public void La2050Activation_Read_HasEveryProposalWithItsRoles()
    {
        var (report, proposals) = Read("la2050-activation");

        Assert.Equal((264, 264, 0), (report.Read, report.Indexed, report.Failed.Count));
        Assert.Empty(report.InferredRoles);
        Assert.Equal([(2016, 194), (2018, 70)], ByYear(proposals));
        Assert.Equal(
            15, proposals.Count(static proposal => proposal.Facets.TryGetValue("award", out var award) && award.Contains("Finalist")));
        Assert.All(proposals, static proposal => Assert.Contains(proposal.Answers, static answer => answer.QuestionId == "evaluation"));
    }

    [SharedFact("corpora", "ogrants")]
    public void Ogrants_Read_HasTheRolesThatAPersonWouldGive()
    {
        var (report, proposals) = Read("ogrants");

        Assert.Equal((303, 303, 0), (report.Read, report.Indexed, report.Failed.Count));
        Assert.Equal(
            ["author", "link", "funder", "status", "program", "ORCID", "discipline", "link_name", "institution", "twitter"],
            report.InferredRoles.Select(static role => role.Key));
        Assert.All(proposals, static proposal => Assert.NotNull(proposal.Organization));
        Assert.InRange(proposals.Count(static proposal => proposal.Facets.ContainsKey("funder")), 290, 303);
    }

    [SharedFact("corpora", "ercs")]
    public void Ercs_Read_HasBodiesAsAnswers()
    {
        var (report, proposals) = Read("ercs");

        Assert.Equal((612, 612, 0), (report.Read, report.Indexed, report.Failed.Count));
        Assert.All(proposals, static proposal => Assert.NotNull(proposal.Year));
        Assert.InRange(proposals.Count(static proposal => proposal.Answers.Any(static answer => answer.Question == "Abstract")), 500, 612);
        Assert.Contains(report.InferredRoles, static role => role is { Key: "discussions-to", Role: "link" });
        Assert.Contains(report.InferredRoles, static role => role is { Key: "created", Role: "year" });
        Assert.Contains(report.InferredRoles, static role => role is { Key: "description", Role: "summary" });
    }

    private static (IndexingReport Report, List<Proposal> Proposals) Read(string corpus)
    {
        var backend = new RecordingBackend();
        var source = SharedCorpus.Path("corpora", corpus)!;
        var report = BlockingCalls.RunPipeline(new IndexingOptions(source, "unused", null), backend.Backend, TimeProvider.System);
        return (report, [.. backend.Added]);
    }

    private static IEnumerable<(int, int)> ByYear(IEnumerable<Proposal> proposals)
        => proposals.GroupBy(static proposal => proposal.Year ?? 0).Select(static year => (year.Key, year.Count())).Order();

    private static string TextOf(Proposal proposal)
        => string.Join(
            '\n', [proposal.Title, proposal.Summary, proposal.Organization, .. proposal.Answers.Select(static answer => answer.Text)]);
}
