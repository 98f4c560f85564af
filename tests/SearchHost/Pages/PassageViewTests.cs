using ProposalSearch.Search;
using ProposalSearch.SearchHost.Pages;
using Xunit;

namespace ProposalSearch.SearchHost.Tests.Pages;

public sealed class PassageViewTests
{
    [Theory]
    [InlineData("A1 B2 C3", 2, "A1 B2")]
    [InlineData("A1 A2 B3", 2, "A1 B3")]
    [InlineData("A1 B2 A3", 3, "A1+A3 B2")]
    [InlineData("A1 A2 A3", 2, "A1+A2")]
    [InlineData("A1", 2, "A1")]
    [InlineData("", 2, "")]
    [InlineData("A1 B2", 0, "")]
    public void Chosen_OfPassages_HaveEachQuestionOnceAndOtherQuestionsFirst(string passages, int most, string chosen)
    {
        var all = passages.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(passage => new Snippet(passage[..1], null, null, passage, [])).ToList();
        var groups = PassageView.Chosen(all, most).Select(group => string.Join('+', group.Select(passage => passage.Text)));

        Assert.Equal(chosen, string.Join(' ', groups));
    }

    [Theory]
    [InlineData("Poverty rate\nResilient communities\nHomelessness", "Poverty rate · <mark>Resilient</mark> communities · Homelessness")]
    [InlineData("The first was long.\nResilient is what we are.", "The first was long. <mark>Resilient</mark> is what we are.")]
    [InlineData("One <b>\n\nResilient", "One &lt;b&gt; <mark>Resilient</mark>")]
    [InlineData("Resilient", "<mark>Resilient</mark>")]
    public void InOneLine_OfChoices_AreParted(string text, string html)
    {
        var at = text.IndexOf("Resilient", StringComparison.Ordinal);

        Assert.Equal(html, new MarkedText(text, [new TextSpan(at, 9)]).InOneLine().ToString());
    }
}
