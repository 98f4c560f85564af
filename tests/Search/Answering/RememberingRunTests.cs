using ProposalSearch.Foundation.Timing;
using ProposalSearch.Retrieval;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Retrieval.Results;
using ProposalSearch.Search.Answering;
using ProposalSearch.Search.Spelling;
using Xunit;

namespace ProposalSearch.Search.Tests.Answering;

public sealed class RememberingRunTests
{
    private readonly KnownTerms _known = new();
    private readonly LengthsForCounts _engine = new();

    [Fact]
    public async Task DocumentFrequencies_OfTermsThatAnotherRequestAskedFor_AreNotLookedUpAgain()
    {
        var first = await Run().DocumentFrequenciesAsync(TermForm.Exact, ["to", "be", "not"]);
        var again = await Run().DocumentFrequenciesAsync(TermForm.Exact, ["not", "to"]);
        var other = await Run().DocumentFrequenciesAsync(TermForm.Stemmed, ["to"]);
        var more = await Run().DocumentFrequenciesAsync(TermForm.Exact, ["to", "question"]);

        Assert.Equal([2, 2, 3], first);
        Assert.Equal([3, 2], again);
        Assert.Equal([102], other);
        Assert.Equal([2, 8], more);
        Assert.Equal(["Exact to be not", "Stemmed to", "Exact to question"], _engine.Asked);
    }

    [Fact]
    public async Task DocumentFrequencies_OfMoreTermsThanAQueryHas_AreNotKept()
    {
        string[] many = [.. Enumerable.Range(0, RememberingRun.MostTerms + 1).Select(at => new string('a', at + 1))];

        Assert.Equal(many.Length, (await Run().DocumentFrequenciesAsync(TermForm.Exact, many))[^1]);
        Assert.Equal(1, (await Run().DocumentFrequenciesAsync(TermForm.Exact, ["a"]))[0]);
        Assert.Equal(2, _engine.Asked.Count);
    }

    [Fact]
    public async Task NearTerms_ThatAnotherRequestAskedFor_AreNotLookedUpAgain()
    {
        var one = await Run().NearTermsAsync("gardn", 1);

        Assert.Same(one, await Run().NearTermsAsync("gardn", 1));
        Assert.NotSame(one, await Run().NearTermsAsync("gardn", 2));
        Assert.Equal(["gardn~1", "gardn~2"], _engine.Asked);
    }

    [Fact]
    public async Task NearTerms_OfMoreTermsThanAreKept_AreLookedUpAgain()
    {
        for (var at = 0; at <= KnownTerms.MostNear; at++)
        {
            await Run().NearTermsAsync(FormattableString.Invariant($"word{at}"), 1);
        }

        await Run().NearTermsAsync("word0", 1);

        Assert.Equal(KnownTerms.MostNear + 2, _engine.Asked.Count);
    }

    [Fact]
    public async Task Terms_AfterTheEndOfARequest_AreNotToldEvenWhereTheyAreKnown()
    {
        await Run().DocumentFrequenciesAsync(TermForm.Exact, ["known"]);
        await Run().NearTermsAsync("known", 1);
        var ended = new RememberingRun(_engine, _known, new TimeLimit(null, TimeProvider.System, new CancellationToken(canceled: true)));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await ended.DocumentFrequenciesAsync(TermForm.Exact, ["known"]));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await ended.NearTermsAsync("known", 1));
    }

    private RememberingRun Run() => new(_engine, _known, TimeLimit.None);

    /// <summary>An engine that has each term in as many documents as it has letters, or a hundred more in its other form.</summary>
    private sealed class LengthsForCounts : ISearchRun
    {
        public List<string> Asked { get; } = [];

        public ValueTask<SearchResult> SearchAsync(Query query, SearchOptions options) => throw new NotSupportedException();

        public ValueTask<IReadOnlyList<DocumentDetails>> DescribeAsync(DetailsRequest request) => throw new NotSupportedException();

        public ValueTask<IReadOnlyList<long>> DocumentFrequenciesAsync(TermForm form, IReadOnlyList<string> terms)
        {
            Asked.Add($"{form} {string.Join(' ', terms)}");
            return new([.. terms.Select(term => (long)(term.Length + (form == TermForm.Exact ? 0 : 100)))]);
        }

        public ValueTask<IReadOnlyList<NearTerm>> NearTermsAsync(string term, int maximumEdits)
        {
            Asked.Add(FormattableString.Invariant($"{term}~{maximumEdits}"));
            return new([new NearTerm(term, 0, 1)]);
        }
    }
}
