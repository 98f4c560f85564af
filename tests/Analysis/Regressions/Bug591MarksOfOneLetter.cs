using System.Globalization;
using ProposalSearch.Analysis.Forms;
using ProposalSearch.Analysis.Text;
using Xunit;

namespace ProposalSearch.Analysis.Tests.Regressions;

/// <summary>
/// Names with a vowel sign of two parts were not those with its parts, and words whose marks were typed in another order were other words.
/// </summary>
public sealed class Bug591MarksOfOneLetter
{
    private static readonly TermNormalizer Normalizer = new(AnalysisOptions.Default);

    /// <summary>
    /// Marks that stay in a word, in the order of their combining classes, of which each has its own: nukta, voicing, virama, two of
    /// Telugu, two of Thai, two of Lao, three of Tibetan.
    /// </summary>
    private const string Marks = "\u093C\u3099\u094D\u0C55\u0C56\u0E38\u0E48\u0EB8\u0EC8\u0F71\u0F72\u0F74";

    [Theory]
    [InlineData("ক\u09CB", "ক\u09C7\u09BE")]
    [InlineData("ক\u09CC", "ক\u09C7\u09D7")]
    [InlineData("କ\u0B4B", "କ\u0B47\u0B3E")]
    [InlineData("க\u0BCA", "க\u0BC6\u0BBE")]
    [InlineData("ക\u0D4A", "ക\u0D46\u0D3E")]
    [InlineData("ಕ\u0CCB", "ಕ\u0CC6\u0CC2\u0CD5")]
    [InlineData("ක\u0DDD", "ක\u0DD9\u0DCF\u0DCA")]
    [InlineData("ก\u0E38\u0E48", "ก\u0E48\u0E38")]
    [InlineData("가\u11A8", "각")]
    [InlineData("\u1100\u1161\u11A8", "각")]
    public void Fold_SpellingsThatLookAlike_AreOne(string one, string other)
    {
        Assert.Equal(Terms(one), Terms(other));
        Assert.Equal(Folding.Of(TypedText.Of(one)), Folding.Of(TypedText.Of(other)));
    }

    /// <summary>Whatever the order of marks, it is the canonical one; between letters each run for itself.</summary>
    [Fact]
    public void Fold_AnyOrderOfMarks_IsThatOfTheCanonicalForms()
    {
        const int Seed = 591;
        var random = new Random(Seed);
        for (var round = 0; round < 2_000; round++)
        {
            var (first, second) = (random.GetItems<char>(Marks, random.Next(1, 7)), random.GetItems<char>(Marks, random.Next(0, 7)));
            var word = $"ক{new string(first)}b{new string(second)}";
            var canonical = $"ক{Ordered(first)}b{Ordered(second)}";

            Assert.True(
                Terms(word) == Terms(canonical) && Folding.Of(word) == Folding.Of(canonical),
                string.Create(CultureInfo.InvariantCulture, $"seed {Seed}, round {round}: {Codes(word)} and {Codes(canonical)}"));
        }
    }

    [Fact]
    public void Fold_VeryManyMarks_TakesNoTime()
    {
        var marks = "a" + string.Concat(Enumerable.Repeat("\u0E48\u0E38", 200_000));

        Assert.Equal(marks.Length, Folding.Of(marks).Length);
    }

    private static string Terms(string text) =>
        string.Join('|', Analyzer.Exact(TypedText.Of(text), Normalizer).Select(static token => token.Term));

    private static string Ordered(char[] marks) =>
        string.Concat(marks.OrderBy(static mark => Marks.IndexOf(mark, StringComparison.Ordinal)));

    private static string Codes(string text) =>
        string.Join(' ', text.Select(static unit => ((int)unit).ToString("X4", CultureInfo.InvariantCulture)));
}
