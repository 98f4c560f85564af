using ProposalSearch.Proposals.Mapping;
using ProposalSearch.Proposals.Sources;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Regressions;

/// <summary>Marks of footnotes stood in the text, and the notes under whatever question came last.</summary>
public sealed class Bug187Footnotes
{
    [Fact]
    public void Of_Notes_AreASectionOfTheirOwn()
        => Assert.Equal(
            [
                new BodySection("Need", "Herons wait, again."),
                new BodySection("Licence", "Free."),
                new BodySection("Footnotes", "Counted in April.\n\nOn two days.\n\nAsked twice."),
            ],
            Markdown(
                "## Need\n\nHerons wait[^count], again.[^2]\n\n## Licence\n\nFree.\n\n"
                    + "[^count]: Counted in *April*.\n\n    On two days.\n[^2]: Asked twice.\n"));

    [Fact]
    public void Of_ANoteThatNothingRefersTo_IsText()
        => Assert.Equal(
            [new BodySection("Need", "Herons wait.\n\nCounted in April.")],
            Markdown("## Need\n\nHerons wait.\n\n[^c]: Counted in April.\n"));

    [Fact]
    public void Of_AMarkWithoutItsNote_StaysText()
        => Assert.Equal([new BodySection("", "Herons wait[^1].")], Markdown("Herons wait[^1].\n"));

    private static IReadOnlyList<BodySection> Markdown(string text)
        => BodySections.Of(new SourceBody(text, SourceMarkup.Markdown)).Sections;
}
