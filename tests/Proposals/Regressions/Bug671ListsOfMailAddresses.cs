using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Regressions;

/// <summary>A field with several addresses of mail, or with a star at one, was an answer: shown, and found by who searched it.</summary>
public sealed class Bug671ListsOfMailAddresses
{
    [Theory]
    [InlineData("Author emails", "ann{0}@mill.example*; bo@pond.example")]
    [InlineData("Contacts", "ann{0}@mill.example, bo@pond.example")]
    [InlineData("Contacts", "<ann{0}@mill.example> <bo@pond.example>")]
    [InlineData("Contacts", "ann{0}@mill.example*")]
    [InlineData("E-Mails", "ann{0} at mill dot example")]
    public void Run_AColumnOfMailAddresses_IsNeitherSearchedNorShown(string key, string value)
    {
        var rows = Enumerable.Range(1, 12)
            .Select(at => $"Kiln {at}\t{string.Format(System.Globalization.CultureInfo.InvariantCulture, value, at)}\n");
        using var archive = new TemporaryArchive().Write("a.tsv", $"Title\t{key}\n" + string.Concat(rows));

        var added = archive.Run().Index.Added;

        Assert.Equal(12, added.Count);
        Assert.All(added, static one => Assert.Empty(one.Answers));
    }

    [Fact]
    public void Run_NamesBesideAddresses_AreNamesStill()
    {
        using var archive = new TemporaryArchive().Write("a.csv", "Title,Who\nKiln,Ann of the mill <ann@mill.example>\n");

        Assert.Contains("Ann of the mill", Assert.Single(Assert.Single(archive.Run().Index.Added).Answers).Text, StringComparison.Ordinal);
    }
}
