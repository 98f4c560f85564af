using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Regressions;

/// <summary><c>Le budget</c> was no budget, and forms in Italian and Dutch had no canonical question at all.</summary>
public sealed class Bug778QuestionsWithArticles
{
    [Theory]
    [InlineData("Le budget", "budget")]
    [InlineData("El presupuesto", "budget")]
    [InlineData("Nuestro equipo", "organization")]
    [InlineData("Our budget", "budget")]
    [InlineData("Il problema", "need")]
    [InlineData("La soluzione proposta", "plan")]
    [InlineData("Obiettivi", "goal")]
    [InlineData("Tempi di realizzazione", "timeline")]
    [InlineData("Begroting", "budget")]
    [InlineData("Doelgroep", "beneficiaries")]
    public void Match_ANameBehindAnArticle_IsTheQuestion(string heading, string question)
    {
        var kite = TemporaryArchive.Of("a.md", $"---\ntitle: Kite\n---\n\n## {heading}\n\nWe fly it over the harbor.\n");

        Assert.Equal(question, Assert.Single(kite.Answers).QuestionId);
    }
}
