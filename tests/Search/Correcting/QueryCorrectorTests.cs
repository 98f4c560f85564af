using ProposalSearch.Analysis.Forms;
using ProposalSearch.Search.Correcting;
using ProposalSearch.Search.Tests.Completing;
using Xunit;

namespace ProposalSearch.Search.Tests.Correcting;

public sealed class QueryCorrectorTests
{
    private static readonly TermNormalizer Normalizer = new(AnalysisOptions.Default);

    private static readonly string[] Documents =
    [
        .. Enumerable.Repeat("los angeles poverty and education", 60),
        .. Enumerable.Repeat("education of los angeles students for college success", 40),
        .. Enumerable.Repeat("low income families in the high school district 2050", 30),
        .. Enumerable.Repeat("right angles and triangles in art", 4),
        .. Enumerable.Repeat("the goverment", 2),
        .. Enumerable.Repeat("the government of the city", 90),
        .. Enumerable.Repeat("community garden", 50),
        .. Enumerable.Repeat("community gardens", 20),
    ];

    [Theory]
    [InlineData("povrety", "poverty")]
    [InlineData("Povrety, and EDUCATON!", "Poverty, and EDUCATION!")]
    [InlineData("\"colege sucess\"", "\"college success\"")]
    [InlineData("+povrety -familys", "+poverty -families")]
    [InlineData("los angles", "los angeles")]
    [InlineData("right angles", null)]
    [InlineData("angles", null)]
    [InlineData("gardens", null)]
    [InlineData("community gardens", null)]
    [InlineData("poverty", null)]
    [InlineData("poverty education", null)]
    [InlineData("poverty xqzwv", null)]
    [InlineData("povrety xqzwv", "poverty xqzwv")]
    [InlineData("lowincome", "low income")]
    [InlineData("highschool familes", "high school families")]
    [InlineData("goverment", null)]
    [InlineData("city goverment", "city government")]
    [InlineData("educaton*", null)]
    [InlineData("2051", null)]
    [InlineData("ov", null)]
    [InlineData("", null)]
    [InlineData("?! \0 \uD800", null)]
    public void Correct_Query_IsWhatWasMeant(string query, string? meant)
    {
        Assert.Equal(meant, new QueryCorrector(new SmallArchive(Documents), Normalizer).Correct(query)?.Text);
    }

    [Theory]
    [InlineData("los angles", "los angeles")]
    [InlineData("right angels", "right angles")]
    [InlineData("poverty triangles", null)]
    [InlineData("xqzwv", null)]
    public void Correct_FoundOnly_TakesWhatIsFoundTogetherHoweverRare(string query, string? meant)
    {
        Assert.Equal(meant, new QueryCorrector(new SmallArchive(Documents), Normalizer) { FoundOnly = true }.Correct(query)?.Text);
    }

    [Fact]
    public void Correct_Found_NamesTheWordsAndWhereTheyStand()
    {
        var correction = new QueryCorrector(new SmallArchive(Documents), Normalizer).Correct("the Povrety of lowincome");

        Assert.Equal([new CorrectedWord("Povrety", "Poverty", 4), new CorrectedWord("lowincome", "low income", 15)], correction!.Words);
    }

    [Fact]
    public void Correct_IndexThatCannotTellWhatIsTogether_LooksAtEachWordAlone()
    {
        var corrector = new QueryCorrector(new SmallArchive(Documents, tellsTogether: false), Normalizer);

        Assert.Equal("college poverty", corrector.Correct("colleges povrety")?.Text);
        Assert.Null(corrector.Correct("los angles"));
    }

    [Fact]
    public void Correct_TwoWordsNearby_PrefersTheOneWithTheFirstLetterThatWasTyped()
    {
        var corrector = new QueryCorrector(new SmallArchive(["house", "house", "house", "bourse", "bourse"]), Normalizer);

        Assert.Equal("bourse", corrector.Correct("bouse")?.Text);
    }

    [Fact]
    public void Correct_LongText_IsLeftAlone()
    {
        var corrector = new QueryCorrector(new SmallArchive(Documents), Normalizer);

        Assert.NotNull(corrector.Correct(string.Join(' ', Enumerable.Repeat("povrety", QueryCorrector.MaxWords))));
        Assert.Null(corrector.Correct(string.Join(' ', Enumerable.Repeat("povrety", QueryCorrector.MaxWords + 1))));
    }

    [Fact]
    public void Correct_RandomArchives_NeverMakesAQueryWorse()
    {
        var changed = 0;
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            var archive = new SmallArchive(Enumerable.Range(0, random.Next(1, 40)).Select(_ => Words(random, random.Next(1, 6))));
            var query = Words(random, random.Next(1, 4)).Split(' ');
            if (new QueryCorrector(archive, Normalizer).Correct(query) is not { } meant)
            {
                continue;
            }

            changed++;
            string[] words = [.. meant.SelectMany(word => word.Split(' '))];
            var kept = words.Where(word => archive.DocumentFrequency(word) > 0).ToList();
            var before = query.Where(word => archive.DocumentFrequency(word) > 0).ToList();
            Assert.True(kept.Count >= before.Count, $"seed {seed}: {string.Join(' ', query)} became {string.Join(' ', meant)}");
            if (before.Count == query.Length)
            {
                Assert.True(archive.DocumentsWithAll(words) > archive.DocumentsWithAll(query),
                    $"seed {seed}: all of {string.Join(' ', query)} is known, and {string.Join(' ', meant)} is not more frequent");
            }
        }

        Assert.True(changed > 40, $"{changed} of 300 queries were corrected");
    }

    private static string Words(Random random, int count) => string.Join(' ', Enumerable.Range(0, count).Select(_ =>
        string.Concat(Enumerable.Range(0, random.Next(2, 7)).Select(_ => "abc"[random.Next(3)]))));
}
