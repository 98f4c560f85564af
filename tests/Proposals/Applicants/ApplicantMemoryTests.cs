using ProposalSearch.Proposals.Applicants;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Search;
using ProposalSearch.Search.Related;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Applicants;

public sealed class ApplicantMemoryTests
{
    private const string Words = "We plant one tree for each child who is born in the city and the child waters it every week until "
        + "both are grown";

    [Theory]
    [InlineData("Heal the Bay", null, "Heal The Bay, Inc.", null, true)]
    [InlineData("The Trust for Public Land", null, "Trust for Public Land", null, true)]
    [InlineData("Ópera & Co. LLC", "http://opera.org", "Opera and Co", "https://www.opera.org/about", true)]
    [InlineData("LIFT Inc.", "https://www.liftcommunities.org", "LIFT-Los Angeles", "http://liftcommunities.org/la", true)]
    [InlineData("LIFT-LA", "https://twitter.com/LIFTLA", "LIFT-Los Angeles", "https://x.com/@liftla", true)]
    [InlineData("CDTech", "http://cdtech.org", "Community Development Technologies Center", "http://www.cdtech.org", false)]
    [InlineData("CDT", "http://cdt.org", "Community Development Technologies", "http://www.cdt.org", true)]
    [InlineData(
        "Planned Parenthood Los Angeles (PPLA)",
        "http://plannedparenthood.org", "Planned Parenthood Pasadena (PPP)", "http://plannedparenthood.org", false)]
    [InlineData(
        "US Green Building Council-LA", "http://usgbc-la.org", "U.S. Green Building Council-Los Angeles", "http://usgbc-la.org", true)]
    [InlineData("LAFH", "http://lafh.org", "L.A. Family Housing", "http://www.lafh.org", true)]
    [InlineData("LAFH", null, "L.A. Family Housing", null, false)]
    [InlineData("LA Family Housing", null, "L.A. Family Housing Corp.", null, true)]
    [InlineData("LA Family Housing", null, "Los Angeles Family Housing", null, true)]
    [InlineData("LA Family Housing", null, "Los Angeles Family Shelters", null, false)]
    [InlineData("Heal the Bay", "http://github.io", "Trees for All", "http://github.io", false)]
    [InlineData("LIFT", null, "LIFT", null, false)]
    [InlineData("LIFT-LA", null, "LIFT-Los Angeles", null, false)]
    [InlineData("LIFT-LA", "http://a.org", "Lift Every Voice", "http://b.org", false)]
    [InlineData("Green Wheels", "http://communitypartners.org", "Brighter Futures", "http://communitypartners.org", false)]
    [InlineData("UCLA Labor Center", "https://ucla.edu/labor", "UCLA Luskin School", "https://ucla.edu/luskin", false)]
    [InlineData("Tree House", "https://www.facebook.com/pages/Tree", "Tree Friends", "https://www.facebook.com/pages/Friends", false)]
    [InlineData("Arts for All", "http://sites.google.com/a", "Arts for Few", "http://sites.google.com/b", false)]
    public void Relate_TwoOrganizations_AreOneOnlyWhereSomethingSaysSo(
        string name, string? url, string other, string? otherUrl, bool areOne)
    {
        var relations = Relate(Proposal("a", name, url), Proposal("b", other, otherUrl));

        Assert.Equal(areOne, relations.ById.ContainsKey("a"));
    }

    [Fact]
    public void Relate_TheSameId_IsTheSameOrganizationWhateverItsName()
    {
        var relations = Relate(
            Proposal("a", "Tree People", null, "7"),
            Proposal("b", "Andy Lipkis", null, "7"),
            Proposal("c", "Andy Lipkis", null, "n/a"),
            Proposal("d", "Else", null, "n/a"));

        Assert.Equal(["a", "b", "c"], relations.ById["a"].Organization);
        Assert.False(relations.ById.ContainsKey("d"));
    }

    [Fact]
    public void Relate_AColumnFilledWithOneId_TellsNothing()
        => Assert.Empty(
            Relate(
                [
                    .. Enumerable.Range(0, 20).Select(
                        static number => Proposal($"p{number:D2}", $"Organization of {number}", "http://same.org", "1")),
                ]).ById);

    [Fact]
    public async Task Find_RelatedProposals_ComeWithTheirEvidenceAndExactShares()
    {
        var rest = " and then we do something else that nobody has ever proposed before in any other year of this challenge at all";
        Proposal[] proposals =
        [
            Proposal(
                "2015/a",
                "Tree People",
                "http://treepeople.org",
                answers: [new Answer("Short?", null, "Yes"), new Answer("What will you do?", "plan", Words)]) with { Year = 2015 },
            Proposal(
                "2016/b",
                "TreePeople Inc",
                "http://www.treepeople.org/",
                answers: [new Answer("Plan", "plan", Words.ToUpperInvariant() + "!" + rest)]) with { Year = 2016 },
            Proposal("2016/c", "Others", null, answers: [new Answer("What?", "plan", Words)]) with { Year = 2016 },
        ];
        using var written = new TemporaryIndex(
            proposals, Some.Metadata, new IndexBlob(ProposalIndex.ApplicantsBlob, ApplicantRelationsFormat.Write(Relate(proposals))));
        var index = written.Index;
        var related = await RelatedFinder.FindAsync(index, proposals[0]);
        var back = await RelatedFinder.FindAsync(index, proposals[1]);

        var other = Assert.Single(related.OrganizationProposals);
        Assert.Equal(("2016/b", "TreePeople Inc", 2016), (other.Id, other.Organization, other.Year));
        Assert.Equal(["same website treepeople.org", "same name"], other.Evidence);
        Assert.Equal(
            [("2016/b", 1, 1.0, "Plan"), ("2016/c", 1, 1.0, "What?")],
            related.AlsoProposedIn.Select(static one => (one.Id, one.Answer, one.Share, one.OtherQuestion)));
        Assert.All(back.AlsoProposedIn, static one => Assert.InRange(one.Share, 0.5, 0.7));
    }

    [Fact]
    public void Write_Relations_ReadAsTheyWere()
    {
        var relations = Relate(
            Proposal("ä", "Tree People", "http://t.org", "7", new Answer("q", null, Words)),
            Proposal("b/c", "Tree People", "http://t.org", "7", new Answer("q", null, Words)));
        var read = ApplicantRelationsFormat.Read(ApplicantRelationsFormat.Write(relations));

        Assert.Equal(["b/c", "ä"], read.ById.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(relations.ById["ä"].Organization, read.ById["ä"].Organization);
        Assert.Equal(relations.ById["ä"].Evidence, read.ById["ä"].Evidence);
        Assert.Equal(relations.ById["ä"].Answers, read.ById["ä"].Answers);
        Assert.Empty(ApplicantRelationsFormat.Write(Relate(Proposal("a", "A", null))));
    }

    private static ApplicantRelations Relate(params Proposal[] proposals)
    {
        var memory = new ApplicantMemory();
        foreach (var proposal in proposals)
        {
            memory.Add(proposal, ApplicantTraces.Of(proposal));
        }

        return memory.Relate();
    }

    private static Proposal Proposal(
        string id, string organization, string? url, string? organizationId = null, params Answer[] answers) => new()
        {
            Id = id,
            Title = id,
            Organization = organization,
            OrganizationId = organizationId,
            Links = url is null ? [] : [new ProposalLink("Website", url)],
            Answers = answers,
            SourcePath = id + ".md",
            ContentHash = "",
        };
}
