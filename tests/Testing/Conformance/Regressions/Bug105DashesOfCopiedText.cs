using ProposalSearch.Search;
using Xunit;

namespace ProposalSearch.Testing.Conformance;

/// <summary>Dashes and bullets of a text that was copied left out the very proposal that it was copied from.</summary>
public abstract partial class SearchBackendConformance
{
    [Theory]
    [InlineData("Harbor Watch plans to\n\n-Train forty divers\n-Clean two piers", "list")]
    [InlineData("-Train forty divers\r\n  -Clean two piers", "list")]
    [InlineData("* Train forty divers\n* Clean two piers", "list")]
    [InlineData("+ Train forty divers\n+ Clean two piers", "list")]
    [InlineData("Bookships (Shelves for Harbors)--Changing the Way we Read", "title")]
    [InlineData("Bookships (Shelves for Harbors)-Changing the Way we Read", "title")]
    [InlineData("L'Escale -Voyage Notebooks", "subtitle")]
    [InlineData("we asked every boat -not only ours- what it needs and wrote it down for the pilots of the coast and the port", "dashes")]
    [InlineData("WE DO NOT PAY the divers", "capitals")]
    public async Task Bug105Dashes_OfACopiedText_ExcludeNothing(string text, string first)
    {
        var response = await Search(CopiedTexts(), text);

        Assert.Equal(first, response.Hits[0].Id);
        Assert.False(response.Query.Relaxed);
        Assert.NotEmpty(response.Warnings);
    }

    [Theory]
    [InlineData("divers -piers", "capitals")]
    [InlineData("divers -\"two piers\"", "capitals")]
    [InlineData("divers NOT piers", "capitals")]
    [InlineData("divers !piers", "capitals")]
    [InlineData("divers !(piers OR nothing)", "capitals")]
    [InlineData("divers -divers", "")]
    public async Task Bug105Dashes_OfATypedQuery_Exclude(string text, string ids)
    {
        var response = await Search(CopiedTexts(), new SearchRequest { Text = text, PerPage = 100 });

        Assert.Equal(ids.Split(',', StringSplitOptions.RemoveEmptyEntries), Ids(response));
        Assert.Empty(response.Warnings);
    }

    private ProposalIndex CopiedTexts() => Index(
        Some.Proposal("capitals", "We do not pay the divers"),
        Some.Proposal(
            "dashes", "We asked every boat -not only ours- what it needs, and wrote it down for the pilots of the coast and the port."),
        Some.Proposal("list", "Harbor Watch plans to\n\n-Train forty divers\n-Clean two piers"),
        Some.Proposal("subtitle") with { Title = "L'Escale -Voyage Notebooks" },
        Some.Proposal("title") with { Title = "Bookships (Shelves for Harbors)--Changing the Way we Read" });
}
