using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Regressions;

/// <summary>
/// Canonical questions were known in English only: of a form in French only <c>Budget</c> was one. And a key <c>mission</c> was always the
/// organization's, also where it is the line that says what the proposal is.
/// </summary>
public sealed class Bug040QuestionsInOtherLanguages
{
    [Theory]
    [InlineData("Contexte|Problème|Solution|Objectifs à 6 mois|Partenaires|Budget|Calendrier")]
    [InlineData("Contexto|Problema|Propuesta|Objetivos específicos|Aliados|Presupuesto|Cronograma")]
    [InlineData("Contexto|A que necessidade responde o projeto?|Proposta|Objetivo geral|Parcerias|Orçamento|Calendário")]
    [InlineData("Hintergrund|Problemstellung|Lösungsansatz|Ziele|Kooperationspartner|Kosten|Zeitplan")]
    public void Headings_OfAForm_AreTheSameQuestionsInEachLanguage(string headings)
    {
        var body = string.Concat(headings.Split('|').Select(heading => $"## {heading}\n\nUna 1.\n\n"));

        var proposal = TemporaryArchive.Of("a.md", $"---\ntitle: A\n---\n\n{body}");

        var questions = proposal.Answers.Select(answer => answer.QuestionId);
        Assert.Equal("need need plan goal partners budget timeline", string.Join(' ', questions));
        Assert.Equal(headings.Split('|'), proposal.Answers.Select(answer => answer.Question));
    }

    [Fact]
    public void Mission_OfOneLineWhereThereIsNoSummary_IsIt()
    {
        var proposal = Mission("L'accueil et l'orientation des jeunes sont difficiles", "");

        Assert.StartsWith("L'accueil et l'orientation", proposal.Summary, StringComparison.Ordinal);
        Assert.DoesNotContain(proposal.Answers, answer => answer.QuestionId == "organization");
    }

    [Fact]
    public void Mission_BesideASummary_IsTheOrganizations()
    {
        var proposal = Mission("We help young people to find their way into work", "summary: A map of places where young people learn\n");

        Assert.StartsWith("A map", proposal.Summary, StringComparison.Ordinal);
        Assert.Equal("organization", Assert.Single(proposal.Answers, answer => answer.Question == "Mission").QuestionId);
    }

    [Fact]
    public void Mission_OfAWholeAnswer_IsTheOrganizations()
    {
        var proposal = Mission(string.Join(' ', Enumerable.Repeat("We help young people to find their way into work.", 8)), "");

        Assert.Equal("organization", Assert.Single(proposal.Answers, answer => answer.Question == "Mission").QuestionId);
    }

    private static Proposal Mission(string mission, string more)
    {
        using var archive = new TemporaryArchive();
        for (var at = 0; at < 5; at++)
        {
            var top = $"---\ntitle: Proposal {at}\nmission: {mission}, {at}\n{more}---\n";
            archive.Write($"{at}.md", $"{top}\n## Plan\n\nA plan of {at} steps.\n");
        }

        return archive.Run().Index.Added[0];
    }
}
