using ProposalSearch.Engine.Tests.Indexing;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Retrieval.Results;
using Xunit;

namespace ProposalSearch.Engine.Tests.Scoring;

public sealed class ExplanationTests : IDisposable
{
    private readonly TestIndex _index = TestIndex.OfTexts(
        "a school garden", "the school", "a garden of the school and a garden", "nothing");

    public void Dispose() => _index.Dispose();

    [Fact]
    public void Explain_Term_GivesTheFormulaWithItsNumbers()
    {
        var account = Explain(new BoostQuery(Stem("garden"), 2), 2);

        Assert.StartsWith("garden [stemmed]: ", account.Description, StringComparison.Ordinal);
        Assert.Contains("boost 2 * idf 0.6931472", account.Details[0].Description, StringComparison.Ordinal);
        Assert.Contains("N = 4, n = 2", account.Details[0].Description, StringComparison.Ordinal);
        Assert.Contains("f = 2, k1 = 1.2, b = 0.75, length = 3, average = 1.75", account.Details[1].Description, StringComparison.Ordinal);
        Assert.Equal(account.Value, account.Details[0].Value * account.Details[1].Value, 5);
    }

    [Fact]
    public void Explain_Boolean_IsTheSumOfThePartsThatMatch()
    {
        var query = new BooleanQuery { Must = [Stem("school")], Should = [Stem("garden"), Stem("absent")], Filter = [new AllQuery()] };
        var account = Explain(query, 0);

        Assert.Equal(2, account.Details.Count);
        Assert.Equal(account.Value, account.Details.Sum(part => part.Value), 6);
        Assert.Single(Explain(query, 1).Details);
    }

    [Fact]
    public void Explain_DocumentThatDoesNotMatch_IsNothing()
    {
        Query[] queries =
        [
            Stem("absent"), Stem("garden"), new BooleanQuery { Must = [Stem("school"), Stem("garden")] },
            new BooleanQuery { Should = [Stem("school"), Stem("garden")], Minimum = 2 }, new NoneQuery(),
            new BooleanQuery { Must = [Stem("school")], Not = [Stem("school")] }, new PrefixQuery(
                TermForm.Exact, "gard", TermSetScoring.Constant),
            new ScopeQuery(Stem("school"), new HashSet<int>()),
        ];

        Assert.All(queries, query => Assert.Equal((0.0, 0), (Explain(query, 1).Value, Explain(query, 1).Details.Count)));
    }

    [Fact]
    public void Explain_BoostOfNothing_HasNumbersOnly()
    {
        var account = Explain(new BoostQuery(Stem("garden"), 0), 0);

        Assert.Equal(0, account.Value);
        Assert.DoesNotContain(
            "NaN",
            string.Join(' ', account.Details.Select(part => part.Description).Append(account.Description)),
            StringComparison.Ordinal);
        Assert.All(account.Details, part => Assert.True(double.IsFinite(part.Value)));
    }

    [Fact]
    public void Explain_EveryKindOfQuery_SaysWhatItIs()
    {
        Assert.StartsWith(
            "\"school garden\"~2 [exact]",
            Explain(new PhraseQuery(TermForm.Exact, [new("school", 0), new("garden", 1)], 2), 0).Description,
            StringComparison.Ordinal);
        Assert.StartsWith(
            "any word with gard*",
            Explain(new PrefixQuery(TermForm.Exact, "gard", TermSetScoring.Blended), 0).Description,
            StringComparison.Ordinal);
        Assert.StartsWith(
            "any word of the shape g?rden",
            Explain(new WildcardQuery(TermForm.Exact, "g?rden", TermSetScoring.Constant), 0).Description,
            StringComparison.Ordinal);
        Assert.StartsWith(
            "words within 1 edits of gardan",
            Explain(new FuzzyQuery(TermForm.Exact, "gardan", 1), 0).Description,
            StringComparison.Ordinal);
        Assert.Equal(1, Explain(new AllQuery(), 3).Value);
        Assert.Equal(3, Explain(new ConstantQuery(Stem("garden"), 3), 0).Value);
    }

    [Fact]
    public void Explain_ManyParts_ListsThoseThatGiveMost()
    {
        const int Parts = 60, Listed = 40;
        using var index = TestIndex.OfTexts(string.Join(' ', Enumerable.Range(0, Parts).Select(number => $"word{number}")), "word1 word2");
        var query = new BooleanQuery
        {
            Should = [.. Enumerable.Range(0, Parts).Select(number => new BoostQuery(Stem($"word{number}"), number + 1))],
        };
        var account = index.Snapshot.Explain(query, [0])[0];

        Assert.Equal(Listed + 1, account.Details.Count);
        Assert.StartsWith("word20 [stemmed]", account.Details[0].Description, StringComparison.Ordinal);
        Assert.Equal("20 further parts, which are not listed", account.Details[^1].Description);
        Assert.Equal(account.Value, account.Details.Sum(part => part.Value), 3);
    }

    [Fact]
    public void Explain_ManyPartsOfManyParts_ListsNoMore()
    {
        using var index = TestIndex.OfTexts(string.Join(' ', Enumerable.Range(0, 900).Select(number => $"word{number}")));
        Query[] groups =
        [
            .. Enumerable.Range(0, 30).Select(
                group => new BooleanQuery { Should = [.. Enumerable.Range(30 * group, 30).Select(number => Stem($"word{number}"))] }),
        ];
        var account = index.Snapshot.Explain(new BooleanQuery { Should = groups }, [0])[0];

        Assert.InRange(Count(account), 70, 200);
        Assert.Equal(account.Value, account.Details.Sum(part => part.Value), 3);
    }

    [Fact]
    public void Explain_SeveralDocuments_AccountsForEachInTheirOrder()
    {
        var query = new BooleanQuery { Must = [Stem("school")], Should = [Stem("garden")] };
        var together = _index.Snapshot.Explain(query, [2, 0, 1, 3]);

        Assert.Equal(new[] { 2, 0, 1, 3 }.Select(document => Explain(query, document).Value), together.Select(account => account.Value));
        Assert.True(together[0].Value > together[2].Value);
    }

    private static int Count(Explanation account) => 1 + account.Details.Sum(Count);

    private static TermQuery Stem(string term) => new(TermForm.Stemmed, term);

    private Explanation Explain(Query query, int document) => _index.Snapshot.Explain(query, [document])[0];
}
