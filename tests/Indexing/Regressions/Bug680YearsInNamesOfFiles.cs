using ProposalSearch.Proposals.Sources;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Indexing.Tests.Regressions;

/// <summary>Proposals in tables of which each has its year in its name had no year.</summary>
public sealed class Bug680YearsInNamesOfFiles
{
    private const string Table = "title,need\nReeds,Water\nBuses,Night\n";

    [Theory]
    [InlineData("budget-2019-final.csv", "budget-2020.csv", "2019 2020")]
    [InlineData("talks_2023_v2.csv", "talks_2022.csv", "2023 2022")]
    [InlineData("Ideen2021.csv", "ideen2022.csv", "2021 2022")]
    [InlineData("2018 ideas.csv", "2019 ideas.csv", "2018 2019")]
    public void Run_TablesThatDifferByAYear_HaveIt(string first, string second, string years)
        => Assert.Equal(years, Years(first, second, ""));

    [Theory]
    [InlineData("batch-1999.csv", "batch-1850.csv", "")]
    [InlineData("batch-1999.csv", "batch-2000.csv", "batch-12.csv")]
    [InlineData("budget-2019.csv", "talks-2020.csv", "")]
    [InlineData("budget-2019-a.csv", "budget-2019-b.csv", "")]
    public void Run_NumbersThatMayBeAnything_AreNoYears(string first, string second, string third)
        => Assert.Equal(" ", Years(first, second, third));

    [Fact]
    public void Run_AYearThatAProposalStates_IsItsYear()
    {
        using var archive = new TemporaryArchive().Write("a-2019.csv", "title,year\nReeds,2017\n").Write("a-2020.csv", Table);

        Assert.Contains(archive.Run().Index.Added, static one => one is { Title: "Reeds", Year: 2017 });
    }

    [Fact]
    public void Hash_OnceAnotherYearIsBeside_IsAnother()
    {
        using var archive = new TemporaryArchive().Write("a-2019.csv", Table);
        var alone = SourceReader.Hash(SourceFolder.List(archive.Path).Files[0]);

        archive.Write("a-2020.csv", Table);

        Assert.NotEqual(alone, SourceReader.Hash(SourceFolder.List(archive.Path).Files[0]));
    }

    private static string Years(string first, string second, string third)
    {
        using var archive = new TemporaryArchive().Write(first, Table).Write(second, Table);
        if (third.Length > 0)
        {
            archive.Write(third, Table);
        }

        var added = archive.Run().Index.Added;
        return string.Join(' ', new[] { first, second }.Select(path => added.First(one => one.SourcePath == path).Year));
    }
}
