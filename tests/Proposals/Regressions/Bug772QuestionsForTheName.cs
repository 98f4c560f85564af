using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Regressions;

/// <summary>What a form's "What is your name?" was answered with was the title of the proposal, or nothing in particular.</summary>
public sealed class Bug772QuestionsForTheName
{
    [Theory]
    [InlineData("What is your name?")]
    [InlineData("First and last name")]
    [InlineData("Nombre y apellidos")]
    [InlineData("Nom et prénom")]
    [InlineData("Vor- und Nachname")]
    public void Decide_TheNameOfSomebody_IsWhoProposes(string name)
    {
        string[] people = ["Ann Lee", "Bo Marsh", "Cy Holt", "Di Park", "Ed Quill", "Flo Reed"];
        var rows = people.Select((person, at) => $"{person},We fly kite {at} over the old harbor when the wind is right\n");
        using var archive = new TemporaryArchive().Write("answers.csv", $"{name},Tell us about it\n{string.Concat(rows)}");

        var index = archive.Run().Index;
        Assert.Equal(people, index.Added.Select(static kite => kite.Organization).Order(StringComparer.Ordinal));
        Assert.DoesNotContain("Ann Lee", index.Added.Select(static kite => kite.Title));
    }
}
