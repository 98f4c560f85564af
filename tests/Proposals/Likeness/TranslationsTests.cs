using ProposalSearch.Proposals.Likeness;
using ProposalSearch.Proposals.Schema;
using ProposalSearch.Proposals.Sources;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Likeness;

/// <summary>Questions in other languages than English: those that the schema lists are assigned, others stay themselves.</summary>
public sealed class TranslationsTests
{
    private static readonly QuestionFinder Finder = new(SchemaFile.BuiltIn());

    [Theory]
    [InlineData("¿Qué problema resuelve?", "need")]
    [InlineData("¿QUE PROBLEMA RESUELVE?", "need")]
    [InlineData("À qui s'adresse le projet ?", "beneficiaries")]
    [InlineData("a qui s’adresse le projet", "beneficiaries")]
    [InlineData("Wie messen Sie den Erfolg?", "evaluation")]
    [InlineData("Quanto custa?", "budget")]
    [InlineData("Projekt › Zeitplan", "timeline")]
    public void Match_AWordingThatIsListed_IsItsQuestion(string wording, string question)
    {
        Assert.Equal(question, Finder.Match(wording).QuestionId);
        Assert.Equal(1, Finder.Match(wording).Confidence);
    }

    /// <summary>Each shares words with English wordings of another question.</summary>
    [Theory]
    [InlineData("Quel est l'impact de votre mission sur les partenaires et le budget de la ville ?")]
    [InlineData("En quoi l'innovation change-t-elle la vie des gens dans votre organisation ?")]
    [InlineData("¿Cuál es el plan de la misión y quién lo va a pagar en el futuro?")]
    [InlineData("Describa el impacto social de las actividades en su región y con la comunidad")]
    [InlineData("Was ist der Plan für das Team und die Partner nach dem Budget?")]
    [InlineData("Wie wird die Mission der Organisation durch das Projekt gestärkt?")]
    [InlineData("Qual é a visão da equipe para o impacto do projeto na cidade?")]
    [InlineData("Wat is de impact van het project op de community?")]
    [InlineData("Quelle est la vision de votre organisation dans le budget ?")]
    [InlineData("Wat is het innovation plan van de organization?")]
    [InlineData("Welche Evaluation ist in dem Budget für das Team?")]
    [InlineData("Quel est le budget de la mission ?")]
    [InlineData("Hoe is het team van de organization in project?")]
    [InlineData("Plan de evaluation de la organization et des partners")]
    [InlineData("Quali sono i partner del progetto e qual è il budget della missione?")]
    public void Match_AWordingThatIsNotListed_StaysItself(string wording) => Assert.Null(Finder.Match(wording).QuestionId);

    [Fact]
    public void Translations_OfAllQuestions_AreInFourLanguagesAndOfOneQuestionEach()
    {
        var questions = SchemaFile.BuiltIn().Questions.Where(rule => rule.Translations.Count > 0).ToList();

        Assert.True(questions.Count >= 20, $"{questions.Count} questions have translations");
        Assert.All(questions, rule => Assert.All(
            rule.Translations.Where(wording => wording.IsExact),
            wording => Assert.Equal(rule.Definition.Id, Finder.Match(wording.Text).QuestionId)));
    }

    [Fact]
    public void Translations_ThatTwoQuestionsHave_AreAFault()
    {
        var text = "extends: none\nquestions:\n  a:\n    translations:\n      es: [uno]\n  b:\n    translations:\n      fr: [uno]\n";
        using var archive = new Testing.TemporaryArchive().Write("s.yml", text);

        var failure = Assert.Throws<SourceUnavailableException>(() => SchemaFile.Load(Path.Combine(archive.Path, "s.yml")));

        Assert.Contains("line 6: The wording 'uno' of the question 'b' is also one of 'a'", failure.Message, StringComparison.Ordinal);
    }
}
