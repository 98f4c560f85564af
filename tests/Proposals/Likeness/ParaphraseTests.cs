using System.Globalization;
using ProposalSearch.Proposals.Likeness;
using ProposalSearch.Proposals.Schema;
using Xunit;
using Xunit.Abstractions;

namespace ProposalSearch.Proposals.Tests.Likeness;

/// <summary>A synthetic archive whose form says every question otherwise.</summary>
public sealed class ParaphraseTests(ITestOutputHelper output)
{
    private const int Rounds = 40;

    [Theory]
    [InlineData(0.5, true, 0.9)]
    [InlineData(1.0, true, 0.9)]
    [InlineData(0.5, false, 0.9)]
    public void Match_WordingsSaidOtherwise_AreRightNineTimesInTen(double share, bool alsoListedSynonyms, double least)
    {
        var listedWords = SchemaFile.BuiltIn().Likeness.Synonyms.SelectMany(static group => group)
            .Select(WordingReader.Stem)
            .ToHashSet(StringComparer.Ordinal);
        var seed = Environment.GetEnvironmentVariable("PROPOSALSEARCH_SEED") is { } given
            ? int.Parse(given, CultureInfo.InvariantCulture)
            : 20250;
        var paraphrases = new Paraphrases(
            new Random(seed), share, word => alsoListedSynonyms || !listedWords.Contains(WordingReader.Stem(word)));
        var finder = new QuestionFinder(SchemaFile.BuiltIn());
        var (right, wrong, listed, all) = (0, 0, 0, 0);
        var missed = new SortedSet<string>(StringComparer.Ordinal);
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var known in La2050Wordings.All)
            {
                var wording = paraphrases.Of(known.Wording);
                var match = finder.Match(wording);
                all++;
                listed += finder.Listed(wording) is not null ? 1 : 0;
                right += match.QuestionId == known.Question ? 1 : 0;
                wrong += match.QuestionId is not null && match.QuestionId != known.Question ? 1 : 0;
                if (match.QuestionId != known.Question)
                {
                    missed.Add($"  {match.QuestionId ?? "none"} for {known.Question}: {wording}");
                }
            }
        }

        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"seed {seed}, each word replaced with chance "
                    + $"{share}{(alsoListedSynonyms ? "" : " by words that the schema does not list")}: {right} of {all} right "
                    + $"({100.0 * right / all:F1} %), {wrong} wrong, {listed} by listed wordings and patterns"));
        output.WriteLine(string.Join('\n', missed.Take(60)));
        Assert.True(right >= least * all, $"{right} of {all}, seed {seed}");
        Assert.True(wrong <= 0.02 * all, $"{wrong} of {all}, seed {seed}");
    }
}
