using ProposalSearch.Engine.Highlighting;
using ProposalSearch.Engine.Tests.Indexing;
using ProposalSearch.Highlighting;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Queries;
using Xunit;

namespace ProposalSearch.Engine.Tests.Regressions;

/// <summary>Matches of one answer that are some thirty words apart gave two passages that had the words between them in common.</summary>
public sealed class Bug016OverlappingPassages
{
    [Theory]
    [InlineData(27)]
    [InlineData(30)]
    [InlineData(40)]
    [InlineData(60)]
    public void Passages_MatchesSomeWordsApart_HaveNoTextInCommon(int apart)
    {
        var number = 0;
        string Between() => string.Join(' ', Enumerable.Range(0, apart).Select(_ => $"w{number++:000}"));
        using var index = TestIndex.OfTexts($"{Between()} the college {Between()} the school {Between()} the college {Between()}");
        var query = new BooleanQuery { Should = [new TermQuery(TermForm.Stemmed, "colleg"), new TermQuery(TermForm.Stemmed, "school")] };
        var passages = new Highlighter(index.Snapshot, query).Passages(0, new HighlightOptions { MaximumPassages = 9 });

        Assert.Equal(3, passages.Sum(passage => passage.Matches.Count));
        var ranges = passages.Select(passage => (passage.Start, End: passage.Start + passage.Text.Trim('…').Length)).Order().ToArray();
        Assert.All(ranges.Zip(ranges.Skip(1)), pair => Assert.True(pair.First.End <= pair.Second.Start));
    }
}
