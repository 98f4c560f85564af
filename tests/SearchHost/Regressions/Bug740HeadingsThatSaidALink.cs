using ProposalSearch.SearchHost.Tests.Serving;
using Xunit;

namespace ProposalSearch.SearchHost.Tests.Regressions;

/// <summary>
/// The link to an answer stood within the heading, so that a screen reader said "Link to this answer" behind each question, and in the
/// name of each section.
/// </summary>
public sealed class Bug740HeadingsThatSaidALink
{
    [Fact]
    public async Task HeadingOfAnAnswer_IsItsQuestionAlone()
    {
        await using var host = await RunningHost.StartAsync();
        var page = await host.PageAsync("/proposals/2015/lift-la-member2member-project");

        var questions = page.QuerySelectorAll(".answer h2").ToList();

        Assert.NotEmpty(questions);
        Assert.All(questions, question =>
        {
            Assert.Empty(question.QuerySelectorAll("a"));
            Assert.NotNull(question.ParentElement!.QuerySelector("a.anchor"));
        });
    }
}
