using ProposalSearch.Engine.Highlighting;
using ProposalSearch.Engine.Tests.Indexing;
using ProposalSearch.Highlighting;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Queries;
using Xunit;

namespace ProposalSearch.Engine.Tests.Highlighting;

public sealed class HighlighterTests
{
    private const string Filler = "Our neighbourhood has many streets and every street has people who walk there each day. ";

    [Fact]
    public void Passages_WordsInAnswers_AreCutAtSentencesAndMarked()
    {
        var passage = Assert.Single(Show("We teach. Every college helps; colleges matter. More follows.", Stem("colleg"), length: 30));

        Assert.Equal("Every [college] helps; [colleges] matter.", passage);
    }

    [Fact]
    public void Passages_MiddleOfALongSentence_HasEllipsesAtBothEnds()
    {
        var words = string.Join(' ', Enumerable.Range(0, 200).Select(i => i == 100 ? "college" : $"w{i}"));
        var passage = Assert.Single(Show(words, Stem("colleg"), length: 60));

        Assert.StartsWith("…w", passage, StringComparison.Ordinal);
        Assert.EndsWith("…", passage, StringComparison.Ordinal);
        Assert.Contains("w99 [college] w101", passage, StringComparison.Ordinal);
    }

    [Fact]
    public void Passages_Phrase_IsOneMatch() =>
        Assert.Equal(["A [high school] and a school."], Show("A high school and a school.", Phrase(0, "high", "school")));

    [Fact]
    public void Passages_PhraseAndItsWords_MarksThePhraseWholeAndOtherWordsToo()
    {
        var query = new BooleanQuery { Should = [Phrase(0, "high", "school"), Stem("school"), Stem("high")] };

        Assert.Equal(["A [high school], a [school] so [high]."], Show("A high school, a school so high.", query));
    }

    [Fact]
    public void Passages_SloppyPhrase_MarksItsWordsAndNoOthers() =>
        Assert.Equal(
            ["The [school] has a [garden], a fine fence and trees where the other garden is."],
            Show("The school has a garden, a fine fence and trees where the other garden is.", Phrase(2, "school", "garden")));

    /// <summary>The second place of the first answer has both words, the second answer only one, twice: more than half of it.</summary>
    [Fact]
    public void Passages_AnotherAnswerWithMoreThanHalf_ComesBeforeASecondPassageOfOne()
    {
        var both = "The college has a garden. " + string.Concat(Enumerable.Repeat(Filler, 12)) + "Another college has another garden.";
        using var index = TestIndex.Of(TestIndex.Labelled("a", (4, both), (5, "A college and a college.")));
        var either = new BooleanQuery { Should = [Stem("colleg"), Stem("garden")] };

        Assert.Equal(
            [4, 5],
            new Highlighter(index.Snapshot, either)
                .Passages(0, new HighlightOptions { Length = 80, MaximumPassages = 2 })
                .Select(passage => passage.Label));
    }

    [Fact]
    public void Passages_LargeSetWithinAScope_AreOfItsSectionsOnly()
    {
        var many = string.Join(' ', Enumerable.Range(0, 100).Select(number => $"word{number}"));
        using var index = TestIndex.Of(TestIndex.Labelled("a", (4, many), (5, "Here is word7.")));
        var scoped = new ScopeQuery(new PrefixQuery(TermForm.Exact, "word", TermSetScoring.Constant), new HashSet<int> { 5 });

        Assert.Equal([5], new Highlighter(index.Snapshot, scoped).Passages(0, new HighlightOptions()).Select(passage => passage.Label));
    }

    [Fact]
    public void Passages_EquallyGoodPlaces_TheOneNearerTheBeginningOfItsAnswerComesFirst()
    {
        using var index = TestIndex.Of(
            TestIndex.Labelled("a", (4, string.Concat(Enumerable.Repeat(Filler, 12)) + "A college."), (5, "One college.")));

        Assert.Equal(
            [5, 4],
            new Highlighter(index.Snapshot, Stem("colleg"))
                .Passages(0, new HighlightOptions { Length = 80 })
                .Select(passage => passage.Label));
    }

    [Fact]
    public void Passages_LineAfterALineWithoutAStop_BeginsWhereTheLineDoes()
    {
        var passage = Assert.Single(
            Show(string.Join(' ', Enumerable.Repeat("heading", 40)) + "\nEvery college helps. More follows.", Stem("colleg"), length: 24));

        Assert.Equal("Every [college] helps.", passage);
    }

    [Fact]
    public void Passages_SeveralQuestions_ComeBeforeASecondPassageOfOne()
    {
        var twice = "The college is near. " + string.Concat(Enumerable.Repeat(Filler, 12)) + "Another college is far.";
        using var index = TestIndex.Of(TestIndex.Labelled("a", (4, twice), (5, "We also know a college there."), (6, "Nothing.")));
        var passages = new Highlighter(index.Snapshot, Stem("colleg")).Passages(0, new HighlightOptions { Length = 80 });

        Assert.Equal([4, 5, 4], passages.Select(passage => passage.Label));
        Assert.Equal([0, 1, 0], passages.Select(passage => passage.Section));
        Assert.Contains("Another", passages[2].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Passages_MoreOfTheQuery_ComesFirst()
    {
        var query = new BooleanQuery { Should = [Stem("garden"), Stem("school")] };
        using var index = TestIndex.Of(
            TestIndex.Document("a", "A garden.", "A school garden.", "A school."), TestIndex.Document("b", "other"));

        Assert.Equal(
            "A school garden.", new Highlighter(index.Snapshot, query).Passages(0, new HighlightOptions { MaximumPassages = 1 })[0].Text);
    }

    [Fact]
    public void Passages_SectionsLeftOut_GiveNone()
    {
        using var index = TestIndex.Of(TestIndex.Labelled("a", (1, "A college."), (2, "The college.")));
        var passages = new Highlighter(index.Snapshot, Stem("colleg")).Passages(
            0, new HighlightOptions { Without = new HashSet<int> { 1 } });

        Assert.Equal(["The college."], passages.Select(passage => passage.Text));
    }

    [Fact]
    public void Passages_ScopedQuery_AreOfTheScope()
    {
        using var index = TestIndex.Of(TestIndex.Labelled("a", (1, "A college."), (2, "The college.")));
        var query = new ScopeQuery(Stem("colleg"), new HashSet<int> { 2 });

        Assert.Equal(
            ["The college."], new Highlighter(index.Snapshot, query).Passages(0, new HighlightOptions()).Select(passage => passage.Text));
    }

    [Fact]
    public void Passages_WhatDoesNotScore_IsNotMarked()
    {
        var query = new BooleanQuery { Must = [Stem("colleg")], Filter = [Stem("near")], Not = [Stem("absent")] };

        Assert.Equal(["The [college] is near."], Show("The college is near.", query));
        Assert.Empty(Show("The college is near.", new AllQuery()));
        Assert.Empty(Show("The college is near.", Stem("absent")));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Passages_NoneWanted_GivesNone(int most)
    {
        using var index = TestIndex.OfTexts("A college.");

        Assert.Empty(new Highlighter(index.Snapshot, Stem("colleg")).Passages(0, new HighlightOptions { MaximumPassages = most }));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    [InlineData(1)]
    public void Passages_LengthOfNextToNothing_ShowsTheMatch(int length) =>
        Assert.Contains(
            "[college]", Assert.Single(Show(Filler + "The college is near. " + Filler, Stem("colleg"), length)), StringComparison.Ordinal);

    [Fact]
    public void Passages_PhraseLongerThanAPassage_IsShownWhole()
    {
        var passage = Assert.Single(
            Show(Filler + "We go. ", Phrase(0, "many", "streets", "and", "every", "street", "has", "people"), length: 10));

        Assert.Contains("[many streets and every street has people]", passage, StringComparison.Ordinal);
    }

    [Fact]
    public void MatchesIn_Title_MarksItsWholeLength()
    {
        using var index = TestIndex.Of(TestIndex.Labelled("a", (3, "College, a college and colleges"), (1, "none")));
        var highlighter = new Highlighter(index.Snapshot, Stem("colleg"));

        Assert.Equal([new TextMatch(0, 7), new TextMatch(11, 7), new TextMatch(23, 8)], highlighter.MatchesIn(0, 3));
        Assert.Empty(highlighter.MatchesIn(0, 1));
        Assert.Empty(highlighter.MatchesIn(0, 9));
    }

    [Fact]
    public void Passages_DocumentsInAnyOrder_AreTheSame()
    {
        using var index = TestIndex.OfTexts([.. Enumerable.Range(0, 300).Select(i => i % 3 == 0 ? "The garden." : $"A high school {i}.")]);
        var query = new BooleanQuery
        {
            Should = [Phrase(0, "high", "school"), new PrefixQuery(TermForm.Exact, "gard", TermSetScoring.Constant)],
        };
        var shared = new Highlighter(index.Snapshot, query);
        var random = new Random(2);
        foreach (var document in Enumerable.Range(0, 300).OrderBy(_ => random.Next()))
        {
            var passage = Assert.Single(shared.Passages(document, new HighlightOptions()));
            Assert.Equal(document % 3 == 0 ? "The [garden]." : $"A [high school] {document}.", Marked(passage));
        }
    }

    private static TermQuery Stem(string term) => new(TermForm.Stemmed, term);

    private static PhraseQuery Phrase(int slop, params string[] words) =>
        new(TermForm.Exact, [.. words.Select((word, place) => new PhraseTerm(word, place))], slop);

    private static string[] Show(string text, Query query, int length = 240)
    {
        using var index = TestIndex.OfTexts(text, "another document");
        return [.. new Highlighter(index.Snapshot, query).Passages(0, new HighlightOptions { Length = length }).Select(Marked)];
    }

    private static string Marked(Passage passage) => passage.Matches.Reverse().Aggregate(
        passage.Text, (text, match) => text.Insert(match.Start + match.Length, "]").Insert(match.Start, "["));
}
