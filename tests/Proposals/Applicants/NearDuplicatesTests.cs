using ProposalSearch.Proposals.Applicants;
using Xunit;
using Xunit.Abstractions;

namespace ProposalSearch.Proposals.Tests.Applicants;

/// <summary>The sketches against shingles that are compared one with another, on texts that were copied and changed by chance.</summary>
public sealed class NearDuplicatesTests(ITestOutputHelper output)
{
    private const int Seed = 1997;

    [Fact]
    public void Find_CopiesWithChanges_AreFoundAsComparingAllWouldFindThem()
    {
        var random = new Random(Seed);
        var texts = Texts(random).ToArray();
        var shingles = texts.Select(static text => Shingles.Of(text).ToHashSet()).ToArray();
        var memory = new NearDuplicates();
        for (var at = 0; at < texts.Length; at++)
        {
            memory.Add(at, 0, $"question {at}", AnswerSketch.Of(texts[at])!);
        }

        var found = memory.Find(static proposal => proposal)
            .Where(static pair => pair.From.Proposal < pair.To.Proposal)
            .Select(static pair => (pair.From.Proposal, pair.To.Proposal))
            .ToHashSet();
        var (alike, missed, strange) = (0, 0, 0);
        for (var one = 0; one < texts.Length; one++)
        {
            for (var other = one + 1; other < texts.Length; other++)
            {
                var resemblance = Resemblance(shingles[one], shingles[other]);
                alike += resemblance >= 0.7 ? 1 : 0;
                missed += resemblance >= 0.7 && !found.Contains((one, other)) ? 1 : 0;
                strange += resemblance < 0.05 && found.Contains((one, other)) ? 1 : 0;
            }
        }

        output.WriteLine($"seed {Seed}: {alike} pairs alike, {missed} missed, {strange} strange, {found.Count} found");
        Assert.InRange(alike, 200, 2000);
        Assert.InRange(missed, 0, alike / 50);
        Assert.Equal(0, strange);
    }

    [Fact]
    public void Find_WhatMoreThanAFewSay_IsAFormsWording()
    {
        var text = string.Join(' ', Enumerable.Range(0, 40).Select(static word => $"word{word}"));
        var few = new NearDuplicates();
        var many = new NearDuplicates();
        for (var proposal = 0; proposal < NearDuplicates.MostAlike; proposal++)
        {
            few.Add(proposal, 0, "q", AnswerSketch.Of(text)!);
            many.Add(proposal, 0, "q", AnswerSketch.Of(text)!);
        }

        many.Add(NearDuplicates.MostAlike, 0, "q", AnswerSketch.Of(text)!);

        Assert.Equal(NearDuplicates.MostAlike * (NearDuplicates.MostAlike - 1), few.Find(static _ => 0).Count);
        Assert.Empty(many.Find(static _ => 0));
    }

    [Fact]
    public void Find_WhatStrangersAnswerAlike_WasChosenFromAList()
    {
        var memory = new NearDuplicates();
        for (var proposal = 0; proposal < 40; proposal++)
        {
            var text = string.Join(' ', Enumerable.Range(0, 40).Select(word => $"choice{word + (proposal % 8)}"));
            memory.Add(proposal, 0, "Which of these?", AnswerSketch.Of(text)!);
            memory.Add(
                proposal, 1, "What will you do?", AnswerSketch.Of(text.Replace("choice", $"own{proposal / 2}", StringComparison.Ordinal))!);
        }

        Assert.DoesNotContain(memory.Find(static proposal => proposal), static pair => pair.From.Answer == 0);
        Assert.Equal(40, memory.Find(static proposal => proposal / 2).Count(static pair => pair.From.Answer == 1));
    }

    [Theory]
    [InlineData("a short text")]
    [InlineData(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen")]
    public void Of_AShortText_HasNoSketch(string text) => Assert.Null(AnswerSketch.Of(text));

    [Fact]
    public void Of_CaseAndPunctuation_DoNotCount()
        => Assert.Equal(Shingles.Of("We don't plant, trees: in LA!"), Shingles.Of("we don’t plant\n• trees in la"));

    private static IEnumerable<string> Texts(Random random)
    {
        for (var family = 0; family < 100; family++)
        {
            var words = Enumerable.Range(0, random.Next(40, 300)).Select(_ => $"w{random.Next(3000)}").ToArray();
            for (var copy = 0; copy < 5; copy++)
            {
                var changed = words.ToArray();
                for (var changes = random.Next(0, words.Length / 16); changes > 0; changes--)
                {
                    changed[random.Next(changed.Length)] = $"x{random.Next(3000)}";
                }

                yield return string.Join(' ', changed);
            }
        }
    }

    private static double Resemblance(HashSet<ulong> left, HashSet<ulong> right)
    {
        var shared = left.Count(right.Contains);
        return shared / (double)(left.Count + right.Count - shared);
    }
}
