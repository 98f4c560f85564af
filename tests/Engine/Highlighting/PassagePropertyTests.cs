using System.Text;
using ProposalSearch.Analysis.Forms;
using ProposalSearch.Analysis.Text;
using ProposalSearch.Engine.Highlighting;
using ProposalSearch.Engine.Tests.Indexing;
using ProposalSearch.Highlighting;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Queries;
using Xunit;

namespace ProposalSearch.Engine.Tests.Highlighting;

/// <summary>What must hold of every passage, on random texts with all that is hard in them.</summary>
public sealed class PassagePropertyTests
{
    private static readonly string[] Pieces =
    [
        "college", "colleges", "school", "café", "the", "of", "مدرسة", "בית", "日本語", "😀", "👩‍🏫", "𝒳𝒴",
        "e\u0301tude", "x\u200Dy", "\uD83D",
        "Supercalifragilistic", "don't", "3.14", "—", "\u202E", "\0",
    ];

    private static readonly string[] Spaces = [" ", " ", " ", " ", ". ", "! ", ", ", "\n", "\r\n\r\n", "\u00A0", "", ".”  ", "。"];
    private static readonly TermNormalizer Normalizer = new(new AnalysisOptions());

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 40)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Passages_RandomTexts_AreTrueToThem(int seed)
    {
        var random = new Random(seed);
        var texts = Enumerable.Range(0, 8).Select(_ => Text(random)).ToArray();
        using var index = TestIndex.Of(TestIndex.Labelled("a", [.. texts.Select((text, i) => (i % 3, text))]));
        var stems = new[] { "school", "café", "日", "𝒳", "😀", "étude" }.Where(_ => random.Next(2) == 0)
            .Append("college")
            .Select(Stem)
            .ToHashSet();
        var query = new BooleanQuery { Should = [.. stems.Select(stem => new TermQuery(TermForm.Stemmed, stem))] };
        foreach (var length in new[] { 1, 20, 80, 240, 5000 })
        {
            var options = new HighlightOptions { MaximumPassages = random.Next(1, 12), Length = length };
            var passages = new Highlighter(index.Snapshot, query).Passages(0, options);
            var view = index.Snapshot.Document(0);
            Assert.True(passages.Count <= options.MaximumPassages);
            Assert.Equal(
                texts.Any(text => Analyzer.Stemmed(text, Normalizer).Any(token => stems.Contains(token.Term))), passages.Count > 0);
            foreach (var passage in passages)
            {
                AssertTrue(passage, view.Text(passage.Section), stems, length, $"seed {seed}, length {length}");
                Assert.Equal(passage.Section % 3, passage.Label);
            }

            AssertApart(passages, $"seed {seed}, length {length}");
        }
    }

    private static string Stem(string word) => Analyzer.Stemmed(word, Normalizer) is [var token, ..] ? token.Term : "";

    private static string Text(Random random)
    {
        var text = new StringBuilder();
        for (var words = random.Next(random.Next(4) == 0 ? 2000 : 60); words > 0; words--)
        {
            text.Append(
                random.Next(200) == 0
                    ? new string('w', random.Next(10_000))
                    : Pieces[random.Next(random.Next(2) == 0 ? 4 : Pieces.Length)]);
            text.Append(Spaces[random.Next(random.Next(3) == 0 ? Spaces.Length : 4)]);
        }

        return text.ToString();
    }

    private static void AssertTrue(Passage passage, string section, HashSet<string> stems, int length, string where)
    {
        var (body, shift) = Body(passage, section, where);
        Assert.True(passage.Matches.Count > 0, where);
        var end = 0;
        foreach (var match in passage.Matches)
        {
            Assert.True(match.Start >= end && match.Length > 0 && match.Start + match.Length <= passage.Text.Length, where);
            end = match.Start + match.Length;
            var word = passage.Text.Substring(match.Start, match.Length);
            Assert.Equal(section.Substring(passage.Start + match.Start - shift, match.Length), word);
            Assert.True(stems.Contains(Stem(word)), $"{where}: \"{word}\"");
        }

        var longest = Math.Max(length + (length / 4) + 1, WordEnumerator.MaxLength);
        Assert.True(body.Length <= longest, $"{where}: {body.Length} characters");
        Assert.False(
            Splits(section, passage.Start) || Splits(section, passage.Start + body.Length), $"{where}: half a character at an end");
    }

    /// <summary>The text without its ellipses; the section has none.</summary>
    private static (string Body, int Shift) Body(Passage passage, string section, string where)
    {
        var body = passage.Text.Trim('…');
        Assert.True(section.AsSpan(passage.Start).StartsWith(body), $"{where}: \"{passage.Text}\" is not at {passage.Start}");
        var shift = passage.Text.StartsWith('…') ? 1 : 0;
        Assert.True(shift == 0 || passage.Start > 0, $"{where}: cut before the beginning");
        Assert.True(!passage.Text.EndsWith('…') || passage.Start + body.Length < section.Length, $"{where}: cut behind the end");
        return (body, shift);
    }

    private static bool Splits(string text, int at) =>
        at > 0 && at < text.Length && char.IsHighSurrogate(text[at - 1]) && char.IsLowSurrogate(text[at]);

    private static void AssertApart(IReadOnlyList<Passage> passages, string where)
    {
        foreach (var section in passages.GroupBy(passage => passage.Section))
        {
            var end = 0;
            foreach (var passage in section.OrderBy(passage => passage.Start))
            {
                Assert.True(passage.Start >= end, $"{where}: passages of section {section.Key} overlap");
                end = passage.Start + passage.Text.Trim('…').Length;
            }
        }

        Assert.Equal(passages.Count, passages.Select(passage => passage.Text.Trim('…')).Distinct().Count());
    }
}
