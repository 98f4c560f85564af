using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Regressions;

/// <summary>A title or a summary in several languages was none, and the title the name of the file.</summary>
public sealed class Bug709ValuesInSeveralLanguages
{
    [Fact]
    public void Run_ATitleByLanguage_IsTheFirstAndTheOthersAreSearched()
    {
        var proposal = TemporaryArchive.Of(
            "a-1.md",
            "---\ntitle:\n  es: Cajas para garzas\n  en: Boxes for herons\n"
                + "abstract: {es: '', pt-BR: Fazemos caixas de madeira para as aves.}\n---\n");

        Assert.Equal("Cajas para garzas", proposal.Title);
        Assert.Equal("Fazemos caixas de madeira para as aves.", proposal.Summary);
        Assert.Contains(proposal.Answers, static answer => answer.Text == "Boxes for herons");
    }

    [Fact]
    public void Run_OtherMappings_StayOnes()
    {
        var proposal = TemporaryArchive.Of(
            "a.json",
            """
            {"title": "Boxes", "depth": {"it": "two metres of mud", "max": "three metres of mud"}, "state": {"no": "We dig it not now."}}
            """);

        Assert.Equal("Boxes", proposal.Title);
        Assert.Equal(["Depth › It", "Depth › Max", "State › No"], proposal.Answers.Select(static answer => answer.Question).Order());
    }
}
