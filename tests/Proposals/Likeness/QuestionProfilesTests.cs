using ProposalSearch.Proposals.Likeness;
using ProposalSearch.Proposals.Schema;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Likeness;

public sealed class QuestionProfilesTests
{
    private static readonly WordingReader Reader = new(new LikenessRules());

    [Fact]
    public void Of_AWordingWithATellingWord_IsMostlyThatQuestion()
    {
        var chances = Profiles().Of(Reader.Read("please add the milestones"));

        Assert.True(chances[1] > 0.5, $"{chances[1]}");
        Assert.Equal(1, chances.Sum(), 9);
    }

    [Fact]
    public void Of_AWordingOfWordsThatNobodyKnows_IsLessCertain()
        => Assert.True(Chance("list the milestones") > Chance("list the milestones of penguins near frozen southern islands"));

    [Fact]
    public void Of_AWordingWithoutWords_HasChancesAllTheSame()
        => Assert.Equal(1, Profiles().Of(new WordingFeatures([], [])).Sum(), 9);

    [Fact]
    public void Profiles_OfTheSameWordings_AreTheSameFigures()
        => Assert.Equal(Profiles().Of(Reader.Read("which risks?")), Profiles().Of(Reader.Read("which risks?")));

    private static double Chance(string wording) => Profiles().Of(Reader.Read(wording))[1];

    private static QuestionProfiles Profiles()
    {
        (string Wording, int Question)[] known =
        [
            ("which risks do you see", 0), ("list the risks", 0), ("list the milestones", 1), ("when are the milestones due", 1),
            ("what is your address", 2),
        ];
        return new QuestionProfiles([.. known.Select(static one => (Reader.Read(one.Wording), one.Question))], 3, static _ => 1);
    }
}
