using System.Globalization;
using ProposalSearch.Proposals.Likeness;
using ProposalSearch.Proposals.Schema;
using Xunit;
using Xunit.Abstractions;

namespace ProposalSearch.Proposals.Tests.Likeness;

/// <summary>How well wordings are assigned that the schema has never seen: the honest proxy of years to come.</summary>
public sealed class LikenessTests(ITestOutputHelper output)
{
    private static readonly ProposalSchema BuiltIn = SchemaFile.BuiltIn();

    [Fact]
    public void Match_WordingsOfAYearLeftOut_AreSeldomWrongAndMostlyRight()
    {
        var (right, wrong, none) = LeaveOutEachYear(general: true);

        Assert.True(wrong <= 0.03 * (right + wrong + none), $"{wrong} wrong");
        Assert.True(right >= 0.75 * (right + wrong + none), $"{right} right");
    }

    [Fact]
    public void Match_WordingsOfAYearLeftOut_ByTheOtherYearsAlone_AreSeldomWrong()
    {
        var (right, wrong, none) = LeaveOutEachYear(general: false);

        Assert.True(wrong <= 0.06 * (right + wrong + none), $"{wrong} wrong");
    }

    [Fact]
    public void Match_WordingsThatFitNoQuestion_StayThemselves()
    {
        var finder = new QuestionFinder(BuiltIn);

        Assert.Empty(
            La2050Wordings.Strange.Where(
                wording => finder.Match(wording).QuestionId is not null).Select(wording => $"{wording} {finder.Match(wording)}"));
    }

    [Fact]
    public void Match_KnownWordings_AreCertain()
    {
        var finder = new QuestionFinder(BuiltIn);

        Assert.All(
            La2050Wordings.All,
            known => Assert.Equal((known.Question, 1.0), (finder.Match(known.Wording).QuestionId, finder.Match(known.Wording).Confidence)));
    }

    [Theory]
    [InlineData("DESCRIBE IN GREATER DETAIL HOW YOU WILL MAKE LA THE BEST PLACE TO \u201CCONNECT\u201D\u200B", "place")]
    [InlineData("What would success look like in the year 2040, regarding your indicator??", "future")]
    [InlineData("how will your proposal improve the following 'Heal' metrics", null)]
    public void Listed_SpellingsYearsAndCategories_AreTheSameWording(string wording, string? question)
        => Assert.Equal(question, new QuestionFinder(BuiltIn).Listed(wording));

    [Fact]
    public void Match_AHeadingBelowAKnownOne_IsThatOnes()
        => Assert.Equal("plan", new QuestionFinder(BuiltIn).Match("Specification › Data structures").QuestionId);

    [Fact]
    public void Match_WithAThresholdAboveOne_AssignsNothingByLikeness()
    {
        var off = BuiltIn with { Likeness = BuiltIn.Likeness with { Threshold = 2 } };

        Assert.Null(new QuestionFinder(off).Match("How will you assess your endeavor?").QuestionId);
        Assert.Equal("evaluation", new QuestionFinder(BuiltIn).Match("How will you assess your endeavor?").QuestionId);
    }

    [Fact]
    public void Match_WithoutQuestions_FindsNothing()
        => Assert.Equal(QuestionMatch.None, new QuestionFinder(new ProposalSchema()).Match("How will you measure success?"));

    private (int Right, int Wrong, int None) LeaveOutEachYear(bool general)
    {
        var (right, wrong, none) = (0, 0, 0);
        foreach (var year in La2050Wordings.Years)
        {
            var tested = La2050Wordings.All.Where(wording => wording.IsOf(year)).ToList();
            var finder = new QuestionFinder(Without(tested, general));
            var before = (right, wrong, none);
            foreach (var wording in tested)
            {
                var match = finder.Match(wording.Wording);
                right += match.QuestionId == wording.Question ? 1 : 0;
                wrong += match.QuestionId is not null && match.QuestionId != wording.Question ? 1 : 0;
                none += match.QuestionId is null ? 1 : 0;
                Show(
                    match.QuestionId == wording.Question
                        ? null
                        : $"  {match.QuestionId ?? "none"} {match.Confidence} for {wording.Question}: {wording.Wording}");
            }

            var (gained, lost, open) = (right - before.right, wrong - before.wrong, none - before.none);
            Show(FormattableString.Invariant($"{year} left out: {gained} right, {lost} wrong, {open} not assigned of {tested.Count}"));
        }

        Show(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{(general ? "with" : "without")} general wordings: {right} right, {wrong} wrong, {none} not assigned"));
        return (right, wrong, none);
    }

    /// <summary>The schema without some wordings, spelling aside, and without patterns, which were written with them in view.</summary>
    private static ProposalSchema Without(List<La2050Wording> left, bool general)
    {
        var reader = new WordingReader(BuiltIn.Likeness);
        var gone = left.Select(wording => reader.Key(wording.Wording)).ToHashSet(StringComparer.Ordinal);
        var own = La2050Wordings.All.Select(wording => reader.Key(wording.Wording)).ToHashSet(StringComparer.Ordinal);
        return BuiltIn with
        {
            Questions =
            [
                .. BuiltIn.Questions.Select(rule => rule with
                {
                    Wordings =
                    [
                        .. rule.Wordings.Where(
                            wording =>
                                wording.IsExact
                                    && !gone.Contains(reader.Key(wording.Text))
                                    && (general || own.Contains(reader.Key(wording.Text)))),
                    ],
                }),
            ],
        };
    }

    private void Show(string? line)
    {
        if (line is not null)
        {
            output.WriteLine(line);
        }
    }
}
