using ProposalSearch.Indexing.Drafting;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Indexing.Tests.Regressions;

/// <summary>
/// A drafted schema said that a key was noise which is empty in some files, and so lost all that other files have below it.
/// </summary>
public sealed class Bug182KeysBelowAKeyThatIsEmptyElsewhere
{
    [Fact]
    public void Draft_LoadedAgain_KeepsWhatIsBelow()
    {
        using var archive = new TemporaryArchive();
        for (var number = 1; number <= 6; number++)
        {
            var said = $"The heron of pond {number} was counted, and all of it was paid.";
            var outcome = number is 2 or 5 ? "null" : $$"""{"said": "{{said}}", "state": "done"}""";
            archive.Write($"p{number}.json", $$"""{"title": "Pond {{number}}", "outcome": {{outcome}}}""");
        }

        AssertDraftChangesNothing(archive, answered: 4, each: 2);
    }

    [Fact]
    public void Draft_LoadedAgain_KeepsTheWordsOfKeysThatReadLikeHeadings()
    {
        using var archive = new TemporaryArchive()
            .Write("a.md", "---\ntitle: Pond\nA place in the wetland for all: We dig it.\n---\n")
            .Write("b.md", "---\ntitle: Mill\nneed: Sails and a wheel.\n---\n");

        AssertDraftChangesNothing(archive, answered: 1, each: 1);
    }

    private static void AssertDraftChangesNothing(TemporaryArchive archive, int answered, int each)
    {
        using var schema = new TemporaryFolder();
        var path = Path.Combine(schema.Path, "schema.yml");
        File.WriteAllText(path, SchemaDraft.Of(archive.Path));

        var (plain, drafted) = (archive.Run().Index.Added, archive.Run(path).Index.Added);

        Assert.Equal(answered, plain.Count(proposal => proposal.Answers.Count == each));
        Assert.Equal(plain.Select(static proposal => proposal.Answers), drafted.Select(static proposal => proposal.Answers));
        Assert.Equal(plain.Select(static proposal => proposal.Facets.Keys), drafted.Select(static proposal => proposal.Facets.Keys));
    }
}
