using ProposalSearch.Proposals.Applicants;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Regressions;

/// <summary>Proposals without an organization were all of the same one, since their chat has one host.</summary>
public sealed class Bug225AddressesThatManyShare
{
    [Fact]
    public void Find_AnAddressWithoutNames_ProvesNothing()
    {
        var groups = new OrganizationGroups();
        for (var at = 0; at < 5; at++)
        {
            groups.Add(null, [new Evidence(EvidenceKind.Website, "chat.example.org")]);
        }

        groups.Add("Rope Academy", [new Evidence(EvidenceKind.Website, "chat.example.org")]);
        Assert.Empty(groups.Find());
    }

    [Fact]
    public void Find_AWebsiteOfATenthOfTheArchive_IsAService()
    {
        var groups = new OrganizationGroups();
        for (var at = 0; at < 8; at++)
        {
            groups.Add(at % 2 == 0 ? "Windward" : "Windward Kites", [new Evidence(EvidenceKind.Website, "windward.example.org")]);
        }

        Assert.DoesNotContain(groups.Find(), static group => group.Length > 4);
    }

    [Fact]
    public void Find_AnAddressWithNames_StillTells()
    {
        var groups = new OrganizationGroups();
        groups.Add("Rope Academy", [new Evidence(EvidenceKind.Website, "ropeacademy.org")]);
        groups.Add("The Rope Academy of the Port", [new Evidence(EvidenceKind.Website, "ropeacademy.org")]);

        Assert.Equal([0, 1], Assert.Single(groups.Find()));
    }
}
