using ProposalSearch.Analysis.Forms;
using Xunit;

namespace ProposalSearch.Analysis.Tests.Forms;

public sealed class FoldingTests
{
    [Theory]
    [InlineData("Décision № 7 › Straße", "decision № 7 › strasse")]
    [InlineData("Œuvre, ÆGIR", "oeuvre, aegir")]
    [InlineData("e\u0301te\u0301", "ete")]
    [InlineData("Ελλάδα", "ελλαδα")]
    [InlineData("Children's", "children's")]
    [InlineData("½ ² … “quoted” – \uD83D", "½ ² … “quoted” – \uD83D")]
    public void Of_AText_HasNoCapitalsAndAccentsAndAllItsSigns(string text, string folded) => Assert.Equal(folded, Folding.Of(text));

    /// <summary>The Latin letters with accents of Europe's languages: hints for keys and names of organizations rely on them.</summary>
    [Fact]
    public void Of_LettersOfEurope_IsTheLetterBelowTheAccent()
    {
        const string Accented = "àáâãäåāăąçćčďđèéêëēėęěğģíìîïīįıķłļľñńņňòóôõöøōőŕřśšşșťţțùúûüūůűųýÿźżž";
        const string Plain = "aaaaaaaaacccddeeeeeeeeggiiiiiiiklllnnnnoooooooorrsssstttuuuuuuuuyyzzz";

        Assert.Equal(Plain, Folding.Of(Accented));
        Assert.Equal(Plain, Folding.Of(Accented.ToUpperInvariant()));
    }
}
