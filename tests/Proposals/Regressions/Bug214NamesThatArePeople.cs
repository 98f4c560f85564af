using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Regressions;

/// <summary>Where <c>name</c> is who proposes, the title of a proposal was <c>@ann1</c>.</summary>
public sealed class Bug214NamesThatArePeople
{
    private static readonly string[] People = ["Ida Voss", "Jo Wu", "Kai de Vries", "Lena Ott", "Mo Said", "Nora Lind"];

    [Fact]
    public void Decide_Accounts_AreWhoProposes()
    {
        using var archive = Archive(static at => $"@{People[at][..2]}_{at}", "project");
        var first = archive.Run().Index.Added[0];

        Assert.Equal(("Kites over bridge 0", "@Id_0"), (first.Title, first.Organization));
        Assert.Equal(["@Id_0"], first.Facets["name"]);
    }

    [Theory]
    [InlineData("title")]
    [InlineData("talk title")]
    public void Decide_NamesOfPeopleBesideATitle_AreWhoProposes(string titles)
    {
        using var archive = Archive(static at => People[at], titles);
        var first = archive.Run().Index.Added[0];

        Assert.Equal(("Kites over bridge 0", "Ida Voss"), (first.Title, first.Organization));
    }

    [Fact]
    public void Decide_NamesWithoutAnotherTitle_StayTitles()
    {
        using var archive = Archive(static at => People[at], "plan of work");

        Assert.Equal("Ida Voss", archive.Run().Index.Added[0].Title);
    }

    private static TemporaryArchive Archive(Func<int, string> name, string title)
    {
        var archive = new TemporaryArchive();
        for (var at = 0; at < People.Length; at++)
        {
            archive.Write($"{at}.yml", $"name: '{name(at)}'\n{title}: Kites over bridge {at}\n");
        }

        return archive;
    }
}
