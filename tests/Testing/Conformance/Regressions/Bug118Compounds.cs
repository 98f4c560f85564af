using Xunit;

namespace ProposalSearch.Testing.Conformance;

/// <summary>One word, two words and two with a hyphen were three different things.</summary>
public abstract partial class SearchBackendConformance
{
    [Theory]
    [InlineData("after-school")]
    [InlineData("after school")]
    [InlineData("afterschool")]
    [InlineData("Afterschool")]
    [InlineData("after-school tutors")]
    [InlineData("afterschool tutors")]
    [InlineData("\"after school tutors\"")]
    [InlineData("\"after-school tutors\"")]
    [InlineData("\"afterschool tutors\"")]
    public async Task Bug118Compounds_InEachSpelling_FindAllSpellings(string text)
    {
        var index = Index(
            Some.Proposal("blank", "Our after school tutors"), Some.Proposal("hyphen", "Our after-school tutors"),
            Some.Proposal("one", "Our afterschool tutors"), Some.Proposal("other", "Tutors for school"));

        Assert.Equal(["blank", "hyphen", "one"], await Found(index, text));
    }

    [Theory]
    [InlineData("email", "e-mail")]
    [InlineData("nonprofit", "non-profit")]
    [InlineData("healthcare", "health care")]
    [InlineData("workshops", "work-shop")]
    [InlineData("dropin", "drop-in")]
    public async Task Bug118Compounds_OfOneWord_FindTwo(string one, string two)
    {
        var index = Index(Some.Proposal("one", $"The {one} here"), Some.Proposal("two", $"The {two} here"));

        Assert.Equal(["one", "two"], await Found(index, one));
        Assert.Equal(["one", "two"], await Found(index, two));
    }

    [Fact]
    public async Task Bug118Compounds_WhereTwoWordsMerelyMeet_StayApart()
    {
        var index = Index(
            [
                .. Enumerable.Range(10, 30).Select(number => Some.Proposal($"{number}", "homeless people")),
                Some.Proposal("a", "at home less than ever"), Some.Proposal("b", "the rapist"), Some.Proposal("c", "a therapist"),
            ]);

        Assert.Equal(30, (await Search(index, "homeless")).Total);
        Assert.Equal(["c"], await Found(index, "therapist"));
        Assert.Equal(["b"], await Found(index, "the rapist"));
    }

    [Fact]
    public async Task Bug118Compounds_FoundInAnotherSpelling_AreMarked()
    {
        var index = Index(Some.Proposal("a", "An afterschool club."), Some.Proposal("b", "An after-school club."));
        foreach (var text in new[] { "afterschool", "after school", "after-school" })
        {
            var response = await Search(index, text);
            Assert.Equal(2, response.Total);
            Assert.All(response.Hits, hit => Assert.NotEmpty(hit.Snippets[0].Matches));
        }
    }
}
