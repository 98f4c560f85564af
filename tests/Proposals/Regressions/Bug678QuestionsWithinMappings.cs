using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Regressions;

/// <summary>
/// Questions that an export has as things of their own, with their texts in languages, were values of a facet, and all answers were under
/// one question, "Answer".
/// </summary>
public sealed class Bug678QuestionsWithinMappings
{
    [Theory]
    [InlineData("""{"question": {"id": 3, "question": {"en": "What will people learn?"}}, "answer": "To fire a kiln."}""")]
    [InlineData("""{"question": {"de": "What will people learn?"}, "answer": "To fire a kiln."}""")]
    [InlineData("""{"question": {"id": 3, "text": "What will people learn?"}, "response": "To fire a kiln."}""")]
    [InlineData("""{"id": 9, "meta_key": "What will people learn?", "meta_value": "To fire a kiln."}""")]
    public void Run_AQuestionWithinAMapping_IsTheQuestionOfItsAnswer(string pair)
    {
        var proposal = TemporaryArchive.Of("a.json", $$"""{"title": "Kilns", "answers": [{{pair}}]}""");

        var answer = Assert.Single(proposal.Answers);
        Assert.Equal(("What will people learn?", "To fire a kiln."), (answer.Question, answer.Text));
    }
}
