using ProposalSearch.Search.Completing;
using ProposalSearch.Search.Language;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Search.Tests.Regressions;

/// <summary>
/// Phrases are counted by their UTF-16 units in small letters, which leaves letters beyond them as they are, and told apart by their text
/// in small letters, which does not: two that differed in such a letter's case were one text twice, and no index could be committed.
/// </summary>
public sealed class Bug030PhrasesThatBecomeOne
{
    [Fact]
    public void Frequent_PhrasesThatDifferInTheCaseOfALetterBeyondSixteenBits_AreOne()
    {
        var counter = new PhraseCounter(FunctionWords.All);
        for (var number = 0; number < 4; number++)
        {
            counter.Add(Some.Proposal($"capital {number}", "school 𞤀𞤁 garden") with { Title = "" });
            counter.Add(Some.Proposal($"small {number}", "school 𞤢𞤣 garden") with { Title = "" });
        }

        Assert.Contains(("school 𞤢𞤣 garden", 8f), counter.Frequent());
    }
}
