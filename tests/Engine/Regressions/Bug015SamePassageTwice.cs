using ProposalSearch.Engine.Highlighting;
using ProposalSearch.Engine.Tests.Indexing;
using ProposalSearch.Highlighting;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Queries;
using Xunit;

namespace ProposalSearch.Engine.Tests.Regressions;

/// <summary>Applicants give the same answer to several questions; its passage was shown under each of them.</summary>
public sealed class Bug015SamePassageTwice
{
    [Fact]
    public void Passages_SameAnswerToSeveralQuestions_IsShownOnce()
    {
        const string Answer = "Every college is open to all.";
        using var index = TestIndex.Of(TestIndex.Labelled("a", (1, Answer), (2, Answer), (3, "The college is closed."), (4, Answer)));
        var passages = new Highlighter(index.Snapshot, new TermQuery(TermForm.Stemmed, "colleg")).Passages(0, new HighlightOptions());

        Assert.Equal([Answer, "The college is closed."], passages.Select(passage => passage.Text));
        Assert.Equal([1, 3], passages.Select(passage => passage.Label));
    }

    [Fact]
    public void Passages_SameAnswerVeryOften_ComesToAnEnd()
    {
        var answers = Enumerable.Repeat((1, "Every college is open to all."), 3000).ToArray();
        using var index = TestIndex.Of(TestIndex.Labelled("a", answers));
        var highlighter = new Highlighter(index.Snapshot, new TermQuery(TermForm.Stemmed, "colleg"));

        Assert.Single(highlighter.Passages(0, new HighlightOptions { MaximumPassages = int.MaxValue }));
    }
}
