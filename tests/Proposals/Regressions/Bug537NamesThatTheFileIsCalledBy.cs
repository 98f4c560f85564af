using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Regressions;

/// <summary>The title of a file called after who proposes was the name of the file, without accents and capitals.</summary>
public sealed class Bug537NamesThatTheFileIsCalledBy
{
    [Theory]
    [InlineData("jose-nunez-diaz.md", "author: José Núñez Díaz", "José Núñez Díaz")]
    [InlineData("jose-nunez-diaz.md", "author: Ann Lee", "Jose nunez diaz")]
    [InlineData("jose-nunez-diaz.md", "title: Reeds\nauthor: José Núñez Díaz", "Reeds")]
    public void Run_AFileOfAPerson_IsCalledAsThePersonIs(string file, string keys, string title)
    {
        using var archive = new TemporaryArchive().Write($"people/{file}", $"---\n{keys}\n---\nI came late to rivers, and stayed.\n");
        foreach (var name in new[] { "Bo Kim", "Cid Poe", "Dee Ray" })
        {
            archive.Write($"people/{name.ToLowerInvariant().Replace(' ', '-')}.md", $"---\nauthor: {name}\n---\nI plant trees in towns.\n");
        }

        Assert.Contains(title, archive.Run().Index.Added.Select(static one => one.Title));
    }
}
