using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Regressions;

/// <summary>
/// Whatever one proposal had begun with a capital was a place: Afterschool Programs, Magnolia Catchment Area. A place is named twice at
/// least; the rest is text.
/// </summary>
public sealed class Bug005NamesThatAreNoPlaces
{
    [Fact]
    public void Map_ANameThatNoVocabularyLists_IsAValueWhereItComesTwice()
    {
        using var archive = new TemporaryArchive()
            .Write("a.yml", "title: A\nproject_areas: [Frogville, Watts]\n")
            .Write("b.yml", "title: B\nproject_areas: [frogville, Frogville]\n")
            .Write("c.yml", "title: C\nproject_areas: [Afterschool Programs, Compton]\n");
        var added = archive.Run().Index.Added;

        Assert.Equal(["Frogville", "Watts"], added[0].Facets["neighborhood"]);
        Assert.Equal(["Compton"], added[2].Facets["neighborhood"]);
        Assert.Equal(["Afterschool Programs", "Compton"], added[2].Answers.Select(static answer => answer.Text));
        Assert.Equal([new Answer(OwnQuestions.Stated, null, "Watts")], added[0].Answers);
    }
}
