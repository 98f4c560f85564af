using ProposalSearch.Engine.Highlighting;
using ProposalSearch.Engine.Tests.Indexing;
using ProposalSearch.Highlighting;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Queries;
using Xunit;

namespace ProposalSearch.Engine.Tests.Regressions;

/// <summary>A passage whose last match nearly fills it ended within the next word, though it could have ended before.</summary>
public sealed class Bug018WordCutAtTheEnd
{
    [Fact]
    public void Passages_OfAnyLength_EndWithWholeWords()
    {
        using var index = TestIndex.OfTexts(string.Join(' ', Enumerable.Range(0, 100).Select(i => $"zebra{i}")));
        var highlighter = new Highlighter(index.Snapshot, new PrefixQuery(TermForm.Exact, "zebra", TermSetScoring.Constant));
        for (var length = 1; length < 300; length++)
        {
            var passages = highlighter.Passages(0, new HighlightOptions { Length = length });
            Assert.All(
                passages,
                passage =>
                    Assert.Equal(
                        passage.Text.Trim('…').Split(' '),
                        passage.Matches.Select(match => passage.Text.Substring(match.Start, match.Length))));
        }
    }
}
