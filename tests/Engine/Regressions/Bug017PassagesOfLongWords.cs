using ProposalSearch.Engine.Highlighting;
using ProposalSearch.Engine.Tests.Indexing;
using ProposalSearch.Highlighting;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Queries;
using Xunit;

namespace ProposalSearch.Engine.Tests.Regressions;

/// <summary>A passage was as long as the words between its matches, however long these were.</summary>
public sealed class Bug017PassagesOfLongWords
{
    [Fact]
    public void Passages_MatchesWithLongWordsBetween_KeepTheirLength()
    {
        var address = new string('x', 200);
        using var index = TestIndex.OfTexts(string.Join(' ', Enumerable.Repeat($"college {address}", 40)));
        var passages = new Highlighter(
            index.Snapshot, new TermQuery(TermForm.Stemmed, "colleg")).Passages(0, new HighlightOptions { Length = 240 });

        Assert.NotEmpty(passages);
        Assert.All(
            passages, passage => Assert.True(passage.Text.Length <= 302 && passage.Matches.Count > 0, $"{passage.Text.Length} characters"));
    }
}
