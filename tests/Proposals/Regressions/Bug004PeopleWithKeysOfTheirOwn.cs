using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Regressions;

/// <summary>
/// The organization of talks was <c>name: Ann Lee, email: ann@x.org, twitter: @ann</c>, and so were three values of the facet.
/// </summary>
public sealed class Bug004PeopleWithKeysOfTheirOwn
{
    [Fact]
    public void Map_AListOfPeopleWithKeys_IsTheirNames()
    {
        using var archive = new TemporaryArchive();
        for (var file = 0; file < 8; file++)
        {
            archive.Write(
                $"{file}.yml", $"title: T{file}\nspeakers:\n- name: Ann Lee\n  email: ann@x.org\n- name: Bob Ray\n  twitter: '@bob'\n");
        }

        var first = archive.Run().Index.Added[0];
        Assert.Equal("Ann Lee, Bob Ray", first.Organization);
        Assert.Equal(["Ann Lee", "Bob Ray"], first.Facets["speakers"]);
        Assert.DoesNotContain(first.Answers, static answer => answer.Text.Contains("x.org", StringComparison.Ordinal));
    }
}
