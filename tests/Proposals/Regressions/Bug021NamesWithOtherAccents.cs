using ProposalSearch.Proposals.Applicants;
using ProposalSearch.Proposals.Likeness;
using ProposalSearch.Proposals.Schema;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Regressions;

/// <summary>
/// Accents were taken off by two lists of Latin letters, and not at all from names of facet values and from wordings: names in Greek or
/// Vietnamese letters were other names with their accents than without, and a letter with its accent as a character of its own ended the
/// word.
/// </summary>
public sealed class Bug021NamesWithOtherAccents
{
    [Theory]
    [InlineData("Πράσινη Ελλάδα", "ΠΡΑΣΙΝΗ ΕΛΛΑΔΑ")]
    [InlineData("Hội Người Việt", "Hoi Nguoi Viet")]
    [InlineData("Stra\u00DFenkinder", "Strassenkinder")]
    [InlineData("Jo\u0301venes Nin\u0303os", "Jóvenes Niños")]
    public void Of_NamesThatDifferInAccents_AreOneName(string name, string other)
        => Assert.Equal(OrganizationName.Of(other)!.Words, OrganizationName.Of(name)!.Words);

    [Theory]
    [InlineData("La Canada Flintridge")]
    [InlineData("la can\u0303ada flintridge")]
    public void Whole_AValueWithoutItsAccent_IsTheValue(string text)
    {
        var value = new VocabularyValue("La Cañada Flintridge", null);

        Assert.Equal(value, new FacetVocabulary([("La Cañada Flintridge", value)], []).Whole(text));
    }

    [Fact]
    public void Key_AWordingInOtherCharacters_IsTheSame()
    {
        var reader = new WordingReader(new LikenessRules());

        Assert.Equal(reader.Key("Où êtes-vous situés ?"), reader.Key("Ou\u0300 e\u0302tes vous situes?"));
    }
}
