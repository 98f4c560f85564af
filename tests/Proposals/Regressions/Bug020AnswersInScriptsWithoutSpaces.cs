using ProposalSearch.Proposals.Applicants;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Regressions;

/// <summary>
/// Answers were compared by runs of letters: in Chinese or Japanese such a run is a whole clause, so that an answer of 60 characters had no
/// five words in a row, and the same answer in two proposals was never found.
/// </summary>
public sealed class Bug020AnswersInScriptsWithoutSpaces
{
    private const string Answer = "我们为城市里出生的每一个孩子种一棵树，孩子每周给它浇水，直到他们都长大，街道也因此变得凉爽。";

    [Fact]
    public void Of_AnAnswerInChinese_HasAShingleForEachFiveCharacters()
    {
        Assert.Equal(Answer.Count(char.IsLetter) - Shingles.Words + 1, Shingles.Of(Answer).Count);
        Assert.NotNull(AnswerSketch.Of(Answer));
        Assert.Equal(AnswerSketch.Of(Answer), AnswerSketch.Of(Answer.Replace("，", " ", StringComparison.Ordinal)));
    }
}
