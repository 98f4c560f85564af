using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Indexing.Tests.Regressions;

/// <summary>The form that people copy was a proposal called 'Your short, descriptive title'.</summary>
public sealed class Bug232TemplatesAmongProposals
{
    [Theory]
    [InlineData("0000-template.md")]
    [InlineData("NNNN-kite-template/README.md")]
    [InlineData("NNNN-proposal-template/README.md")]
    [InlineData("templates/long_form.md")]
    [InlineData("Antragsvorlage.md")]
    [InlineData("plantilla-de-proyecto.md")]
    [InlineData("proposal_template_2.md", false)]
    [InlineData("0042-template.md", false)]
    [InlineData("0007-letters-from-a-template.md", false)]
    public void Run_ATemplate_IsLeftOutWithAWord(string path, bool isLeftOut = true)
    {
        using var archive = new TemporaryArchive()
            .Write("0001-kites.md", "# Kites\n\nWe fly.\n")
            .Write("0002-boats.md", "# Boats\n\nWe row.\n")
            .Write(path, "# Your title\n\nWhat you want.\n");
        var (report, index) = archive.Run();

        Assert.Equal(isLeftOut ? 2 : 3, index.Added.Count);
        Assert.Equal(isLeftOut ? [path] : [], report.Warnings.Select(static warning => warning.Path));
    }
}
