using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Regressions;

/// <summary>A form that asks for the title in a question had proposals called after its file: "Form Responses 1 7".</summary>
public sealed class Bug676QuestionsForTheTitle
{
    [Theory]
    [InlineData("What is your project called?")]
    [InlineData("What is the name of your project?")]
    [InlineData("Please give the title of your proposal")]
    [InlineData("Give your project a title.")]
    [InlineData("What would you call your idea?")]
    [InlineData("Name of the proposed project:")]
    [InlineData("Wie heißt Ihr Projekt?")]
    [InlineData("Quel est le nom de votre projet ?")]
    [InlineData("¿Cómo se llama tu proyecto?")]
    public void Run_AQuestionForTheTitle_HasTheTitle(string question)
    {
        var rows = Enumerable.Range(1, 6).Select(static at => $"6/{at}/2023,Kiln {at},We burn clay in kiln {at} for all of us.\n");
        using var archive = new TemporaryArchive().Write("Responses 1.csv", $"Timestamp,{question},Why?\n" + string.Concat(rows));

        var titles = archive.Run().Index.Added.Select(static one => one.Title);

        Assert.Equal(["Kiln 1", "Kiln 2", "Kiln 3", "Kiln 4", "Kiln 5", "Kiln 6"], titles);
    }

    [Theory]
    [InlineData("What is the name of your school?")]
    [InlineData("What would you call a success?")]
    public void Run_AQuestionForAnythingElse_HasNone(string question)
    {
        using var archive = new TemporaryArchive().Write("a.csv", $"Timestamp,{question},Why?\n6/1/2023,Kiln,We burn clay.\n");

        Assert.Equal("A 1", Assert.Single(archive.Run().Index.Added).Title);
    }
}
