using ProposalSearch.Proposals;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Indexing.Tests.Regressions;

/// <summary>Which headings are those of a form was told by a list of English ones; the archive itself knows, in any language.</summary>
public sealed class Bug301HeadingsOfAForm
{
    [Theory]
    [InlineData("md", "## Justificación\n\nPorque sí.\n\n## Riesgos previstos\n\nPocos.\n\n## Garzas {0}\n\nVuelan.\n")]
    [InlineData("html", "<h2>Justificación</h2><p>Porque sí.</p><h2>Riesgos previstos</h2><p>Pocos.</p><h2>Garzas {0}</h2><p>Vuelan.</p>")]
    [InlineData("txt", "Justificación\n-------------\n\nPorque sí.\n\nGarzas {0}\n------------\n\nVuelan.\n")]
    public void Run_AHeadingThatManyFilesHave_IsNoneOfTheirOwn(string ending, string text)
    {
        string[] birds = ["azules", "blancas", "grises", "negras"];
        using var archive = new TemporaryArchive();
        foreach (var bird in birds)
        {
            var body = text.Replace("{0}", bird, StringComparison.Ordinal);
            archive.Write($"{bird}.{ending}", $"---\ntitle: Charca {bird.Length}\n---\n\n{body}");
        }

        var headings = archive.Run().Index.Added
            .Select(static proposal => Assert.Single(proposal.Answers, static answer => answer.Question == OwnQuestions.Headings).Text);

        Assert.Equal(birds.Select(static bird => $"Garzas {bird}"), headings);
    }

    [Fact]
    public void Run_AHeadingThatTwoFilesHave_IsSearched()
    {
        using var archive = new TemporaryArchive();
        for (var number = 0; number < 4; number++)
        {
            var heading = number < 2 ? "Semantics" : $"Boxes {number}";
            archive.Write($"{number}.md", $"---\ntitle: Pond {number}\n---\n\n## {heading}\n\nNo.\n");
        }

        Assert.Equal("Semantics", archive.Run().Index.Added[0].Answers[^1].Text);
    }
}
