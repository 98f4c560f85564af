using System.Text;
using ProposalSearch.Foundation.Timing;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Highlighting.Tests;

public sealed class PassageChooserTests
{
    private static readonly string[] Vocabulary =
        [
            "river", "trees", "of", "the", "city.", "poverty", "we", "plant", "them!", "𝒳𝒴😀", "école", "organizations,", "and",
            "supercalifragilisticexpialidocious", "\n\n",
        ];

    [Fact]
    public void Choose_RareAndCommonWords_ShowsWhereMostOfThemStand()
    {
        var text = new PlainText((3, "Trees are many. Trees again. " + Filler(60) + " Here the river feeds the trees. " + Filler(60)));
        var passage = Assert.Single(Choose(text, new HighlightOptions { MaximumPassages = 1, Length = 60 }, [1, 5], "trees", "river"));

        Assert.Contains("river feeds the trees", passage.Text, StringComparison.Ordinal);
        Assert.Equal(["river", "trees"], Shown(passage));
    }

    [Fact]
    public void Choose_SeveralSections_SpreadsOverThem()
    {
        var text = new PlainText((3, "A river. " + Filler(80) + " A river too."), (4, "No water."), (5, "The river there."));
        var passages = Choose(text, new HighlightOptions { MaximumPassages = 2, Length = 40 }, [1], "river");

        Assert.Equal([0, 2], passages.Select(passage => passage.Section).Order());
    }

    [Fact]
    public void Choose_LabelsLeftOut_GiveNone()
    {
        var text = new PlainText((0, "River of trees"), (3, "Trees."));
        var passages = Choose(text, new HighlightOptions { Without = new HashSet<int> { 0 } }, [1, 1], "river", "trees");

        Assert.Equal(3, Assert.Single(passages).Label);
    }

    [Fact]
    public void Choose_NothingFound_ShowsNothing() =>
        Assert.Empty(Choose(new PlainText((3, "Nothing of it.")), new HighlightOptions(), [1], "river"));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Choose_RandomTexts_CutsPartsOfThemAtLettersAndMarksWhatWasFound(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 400; round++)
        {
            var sections = Enumerable.Range(0, random.Next(1, 5)).Select(label => (label, RandomText(random))).ToArray();
            var text = new PlainText(sections);
            string[] words =
            [
                .. Enumerable.Range(0, random.Next(1, 4))
                    .Select(_ => Vocabulary[random.Next(Vocabulary.Length)].Trim('.', ',', '!'))
                    .Distinct(),
            ];
            var options = new HighlightOptions { MaximumPassages = random.Next(1, 5), Length = random.Next(1, 200) };
            foreach (var passage in Choose(text, options, [.. words.Select(_ => 1f)], words))
            {
                Check(sections[passage.Section].Item2, passage, words);
            }
        }
    }

    [Fact]
    public void Choose_TimeThatIsSpent_Ends()
    {
        var text = new PlainText((3, string.Join(' ', Enumerable.Repeat("river of trees", 5_000))));
        var limit = new TimeLimit(TimeSpan.FromSeconds(1), new CountingClock(2), CancellationToken.None);

        Assert.Throws<TimeExceededException>(() => Choose(text, limit, new HighlightOptions(), [1], "river"));
    }

    [Fact]
    public void Beginning_OfALongSection_EndsWithAnEllipsis()
    {
        var beginning = PassageChooser.Beginning(new PlainText((3, Filler(100))), 0, 50);

        Assert.EndsWith("…", beginning.Text, StringComparison.Ordinal);
        Assert.Empty(beginning.Matches);
    }

    private static void Check(string whole, Passage passage, string[] words)
    {
        var shown = passage.Text.Trim('…');
        Assert.Contains(shown, whole, StringComparison.Ordinal);
        Assert.True(Encoding.UTF8.GetByteCount(shown) > 0);
        Assert.False(char.IsLowSurrogate(shown[0]) || char.IsHighSurrogate(shown[^1]), $"'{shown}' begins or ends within a letter");
        Assert.NotEmpty(passage.Matches);
        Assert.All(Shown(passage), word => Assert.Contains(word.Trim('.', ',', '!'), words, StringComparer.OrdinalIgnoreCase));
        Assert.Equal(passage.Matches.Select(match => match.Start).Order(), passage.Matches.Select(match => match.Start));
    }

    private static IReadOnlyList<Passage> Choose(PlainText text, HighlightOptions options, float[] weights, params string[] words) =>
        Choose(text, TimeLimit.None, options, weights, words);

    private static IReadOnlyList<Passage> Choose(
        PlainText text, TimeLimit limit, HighlightOptions options, float[] weights, params string[] words)
    {
        var matches = new FoundMatches();
        matches.Begin().AddRange(text.Find(words).Reverse());
        matches.Complete(text, limit);
        return new PassageChooser(matches, limit).Choose(text, weights, options);
    }

    private static IEnumerable<string> Shown(Passage passage) =>
        passage.Matches.Select(match => passage.Text.Substring(match.Start, match.Length).Trim('.', ','));

    private static string Filler(int words) => string.Join(' ', Enumerable.Range(0, words).Select(number => $"word{number}"));

    private static string RandomText(Random random) =>
        string.Join(' ', Enumerable.Range(0, random.Next(0, 120)).Select(_ => Vocabulary[random.Next(Vocabulary.Length)]));
}
