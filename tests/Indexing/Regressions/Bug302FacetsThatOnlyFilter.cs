using ProposalSearch.Proposals;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Indexing.Tests.Regressions;

/// <summary>A text too long to be a value of a facet of short values was in no answer, and so in no search.</summary>
public sealed class Bug302FacetsThatOnlyFilter
{
    private const string Long =
        "We could not decide, since the bridge over the brook is closed until the river has fallen, which nobody can foretell.";

    [Fact]
    public void Run_ATextAmongShortValues_IsAnAnswer()
    {
        using var archive = Archive();

        Assert.Contains(archive.Run().Index.Added[0].Answers, static answer => answer is { Question: "Status", Text: Long });
    }

    [Fact]
    public void Run_AFacetThatOnlyFilters_IsNotSearched()
    {
        using var archive = Archive();
        using var folder = new TemporaryFolder();
        var schema = Path.Combine(folder.Path, "schema.yml");
        File.WriteAllText(schema, "facets:\n  status:\n    keys: [status]\n    answer: never\n");

        Assert.All(
            archive.Run(schema).Index.Added,
            static proposal => Assert.DoesNotContain(proposal.Answers, static answer => answer.Question == OwnQuestions.Stated));
    }

    private static TemporaryArchive Archive()
    {
        var archive = new TemporaryArchive();
        for (var number = 0; number < 12; number++)
        {
            var status = number == 0 ? Long : number % 2 == 0 ? "granted" : "refused";
            var file = FormattableString.Invariant($"{number:00}.md");
            archive.Write(file, $"---\ntitle: Brook {number}\nstatus: {status}\n---\n\nWords here.\n");
        }

        return archive;
    }
}
