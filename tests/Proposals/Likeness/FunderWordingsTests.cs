using ProposalSearch.Proposals.Likeness;
using ProposalSearch.Proposals.Schema;
using Xunit;
using Xunit.Abstractions;

namespace ProposalSearch.Proposals.Tests.Likeness;

/// <summary>Next year's questions: a wrong assignment is worse than none.</summary>
public sealed class FunderWordingsTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(1, 0.85, 0)]
    [InlineData(2, 0.35, 0)]
    [InlineData(3, 0.45, 0)]
    public void Match_WordingsOfFunders_AreHardlyEverWrong(int list, double leastRight, int mostWrong)
    {
        var finder = new QuestionFinder(SchemaFile.BuiltIn());
        var wordings = List(list).Where(static wording => wording.Questions.Length > 0).ToList();
        var matches = wordings.ConvertAll(wording => (wording.Questions, wording.Wording, Match: finder.Match(wording.Wording)));
        var right = matches.Count(static match => match.Match.QuestionId is { } id && match.Questions.Split(' ').Contains(id));
        var wrong = matches.Where(static match => match.Match.QuestionId is { } id && !match.Questions.Split(' ').Contains(id)).ToList();

        output.WriteLine($"{right} right, {wrong.Count} wrong, {matches.Count - right - wrong.Count} not assigned: "
            + $"{string.Join("; ", matches.Where(static match => match.Match.QuestionId is null).Select(static match => match.Wording))}");
        Assert.True(wrong.Count <= mostWrong, string.Join("; ", wrong));
        Assert.True(right >= leastRight * wordings.Count, $"{right} of {wordings.Count} right");
    }

    [Fact]
    public void Match_WhatFitsNoQuestion_StaysItself()
    {
        var finder = new QuestionFinder(SchemaFile.BuiltIn());
        var strange = FunderWordings.First.Concat(FunderWordings.Second)
            .Concat(FunderWordings.Third)
            .Where(static wording => wording.Questions.Length == 0)
            .Select(static wording => wording.Wording);
        var assigned = strange.Where(wording => finder.Match(wording).QuestionId is not null);

        Assert.Empty(assigned);
    }

    private static (string Questions, string Wording)[] List(int number) => number switch
    {
        1 => FunderWordings.First,
        2 => FunderWordings.Second,
        _ => FunderWordings.Third,
    };
}
