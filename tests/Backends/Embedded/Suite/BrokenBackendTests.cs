using System.Reflection;
using ProposalSearch.Retrieval.Results;
using ProposalSearch.Search;
using ProposalSearch.Testing.Conformance;
using Xunit;
using Xunit.Abstractions;

namespace ProposalSearch.Backends.Embedded.Tests.Suite;

/// <summary>The conformance suite notices a backend that is wrong in one thing.</summary>
public sealed class BrokenBackendTests(ITestOutputHelper output)
{
    private static readonly Dictionary<string, Func<BrokenStore>> Breakages = new(StringComparer.Ordinal)
    {
        ["counts one too many"] = static () => new(found => found with { Total = found.Total + 1 }),
        ["counts without filters what passes them"] = static () => new(found => found with { UnfilteredTotal = found.Total }),
        ["ranks the other way round"] = static () => new(found => found with { Hits = [.. found.Hits.Reverse()] }),
        ["drops a hit"] = static () => new(found => found with { Hits = [.. found.Hits.SkipLast(1)] }),
        ["scores all alike"] = static () => new(found => found with { Hits = [.. found.Hits.Select(hit => hit with { Score = 1 })] }),
        ["counts facet values twice"] = static () => new(found => found with { Facets = [.. found.Facets.Select(Twice)] }),
        ["knows of no missing values"] =
            static () => new(found => found with { Facets = [.. found.Facets.Select(facet => facet with { Missing = 0 })] }),
        ["shows no passages"] = static () => new(details: said => said with { Passages = [] }),
        ["marks nothing in titles"] = static () => new(details: said => said with { WholeMatches = [] }),
        ["says that hits have all words"] =
            static () => new(details: said => said with { MatchedParts = [.. said.MatchedParts.Select(_ => true)] }),
    };

    public static TheoryData<string> Names => [.. Breakages.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Suite_OnABackendThatIsWrongInOneThing_Fails(string name)
    {
        var failed = await FailuresAsync(Breakages[name]);

        output.WriteLine($"{name}: {failed.Count} tests of the suite fail, such as {string.Join(", ", failed.Take(3))}");
        Assert.NotEmpty(failed);
    }

    [Fact]
    public async Task Suite_OnTheBackendAsItIs_Holds() => Assert.Empty(await FailuresAsync(static () => new BrokenStore()));

    /// <summary>The plain facts of the suite that fail.</summary>
    private static async Task<List<string>> FailuresAsync(Func<BrokenStore> store)
    {
        var facts = typeof(SearchBackendConformance).GetMethods()
            .Where(method => method.GetCustomAttribute<FactAttribute>() is { } fact and not TheoryAttribute && fact.Skip is null).ToList();
        Assert.InRange(facts.Count, 40, int.MaxValue);
        var failed = new List<string>();
        using var corpus = new CorpusIndex();
        foreach (var fact in facts)
        {
            using var suite = new Suite(corpus, store);
            var error = await Record.ExceptionAsync(() => fact.Invoke(suite, null) as Task ?? Task.CompletedTask);
            if (error is not null)
            {
                failed.Add(fact.Name);
            }
        }

        return failed;
    }

    private static ColumnCounts Twice(ColumnCounts facet) =>
        facet with { Values = [.. facet.Values.Select(value => KeyValuePair.Create(value.Key, 2 * value.Value))] };

    /// <summary>The suite on a backend.</summary>
    private sealed class Suite(CorpusIndex corpus, Func<BrokenStore> store) : SearchBackendConformance(corpus)
    {
        protected override SearchBackend CreateBackend() => new(store());
    }
}
