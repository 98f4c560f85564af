using Xunit;

namespace ProposalSearch.Testing.Conformance;

/// <summary>Initials were other words with dots than without.</summary>
public abstract partial class SearchBackendConformance
{
    [Theory]
    [InlineData("UCSB", "U.C.S.B.")]
    [InlineData("ucsb", "u.c.s.b")]
    [InlineData("NYC schools", "N.Y.C. schools")]
    [InlineData("\"NYC schools\"", "\"N.Y.C. schools\"")]
    [InlineData("EdD", "Ed.D.")]
    [InlineData("USA", "U.S.A.")]
    public async Task Bug108Initials_WithAndWithoutDots_FindTheSame(string plain, string dotted)
    {
        var index = Index(
            Some.Proposal("dots", "A U.C.S.B. teacher with an Ed.D. in N.Y.C. schools of the U.S.A."),
            Some.Proposal("none", "A UCSB teacher with an EdD in NYC schools of the USA"),
            Some.Proposal("other", "Give us a school in New York"));

        Assert.Equal(["dots", "none"], await Found(index, plain));
        Assert.Equal(["dots", "none"], await Found(index, dotted));
    }

    [Fact]
    public async Task Bug108Initials_ThatAreAWordToo_DoNotFindTheWord()
    {
        var index = Index(Some.Proposal("a", "The U.S. border"), Some.Proposal("b", "Give us a border"), Some.Proposal("c", "A US border"));

        Assert.Equal(["a"], await Found(index, "U.S."));
        Assert.Equal(["a", "b", "c"], await Found(index, "US border"));
        Assert.Equal(["b", "c"], await Found(index, "us"));
    }

    [Fact]
    public async Task Bug108Initials_FoundInTheOtherSpelling_AreMarked()
    {
        var snippet = (await Search(Index(Some.Proposal("a", "Taught at U.C.S.B. for years.")), "UCSB")).Hits[0].Snippets[0];

        Assert.Equal("U.C.S.B", snippet.Text.Substring(snippet.Matches[0].Start, snippet.Matches[0].Length));
    }
}
