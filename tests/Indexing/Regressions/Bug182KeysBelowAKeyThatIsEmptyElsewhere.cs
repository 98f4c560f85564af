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

        using var schema = new TemporaryFolder();
        var path = Path.Combine(schema.Path, "schema.yml");
        File.WriteAllText(path, SchemaDraft.Of(archive.Path));

        var (plain, drafted) = (archive.Run().Index.Added, archive.Run(path).Index.Added);

        Assert.Equal(4, plain.Count(static proposal => proposal.Answers.Count == 1));
        Assert.Equal(plain.Select(static proposal => proposal.Answers), drafted.Select(static proposal => proposal.Answers));
        Assert.Equal(plain.Select(static proposal => proposal.Facets.Keys), drafted.Select(static proposal => proposal.Facets.Keys));
    }
}
