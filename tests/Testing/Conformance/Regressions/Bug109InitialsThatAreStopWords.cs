using Xunit;

namespace ProposalSearch.Testing.Conformance;

/// <summary>Of a word whose parts are stop words but for one, that one was found alone: every T for AT&amp;T.</summary>
public abstract partial class SearchBackendConformance
{
    [Theory]
    [InlineData("AT&T", "att")]
    [InlineData("B-A", "ba")]
    [InlineData("on-line", "line,online")]
    [InlineData("add-in", "addin")]
    public async Task Bug109Parts_OfOneWrittenWord_StandSideBySideThoughTheyAreStopWords(string text, string ids)
    {
        var index = Index(
            Some.Proposal("addin", "Each add-in is free"), Some.Proposal("att", "With the help of AT&T."),
            Some.Proposal("ba", "Plan B. A shirt"),
            Some.Proposal("line", "An on-line class"), Some.Proposal("online", "An online class"),
            Some.Proposal("other", "Add a line: T for tea, B for bread, a T-shirt"));
        var response = await Search(index, text);

        Assert.Equal(ids.Split(','), Ids(response).Order(StringComparer.Ordinal));
        Assert.Empty(response.Query.Ignored);
    }
}
