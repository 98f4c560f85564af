using ProposalSearch.Search;
using Xunit;
using Xunit.Abstractions;

namespace ProposalSearch.Testing.Conformance;

/// <summary>
/// A thousand generated requests on a real archive, asked of a backend and of the embedded one: equal totals, facets and snippets, and the
/// same hits but where scores are the same. A part of the conformance suite; a backend's test project derives from it.
/// </summary>
public abstract class DifferentialConformance(ITestOutputHelper output)
{
    private const int Requests = 1_000;

    /// <summary>Scores that differ by less are the same: sums of many parts are rounded in another order.</summary>
    private const double Rounding = 1e-5;

    /// <summary>The backend under test.</summary>
    protected abstract SearchBackend CreateBackend();

    /// <summary>A location of the backend under test where there is no index yet.</summary>
    protected abstract string NewLocation();

    [SharedFact("corpora", "la2050-archive")]
    public async Task Generated_OnAnArchive_AreAnsweredAsByTheEmbeddedEngine()
    {
        var archive = RealText.Of(SharedCorpus.Path("corpora", "la2050-archive")!);
        var queries = new GeneratedQueries(archive, new PlainArchive(archive.Proposals), seed: 3);
        using var folder = new TemporaryFolder();
        using var expected = Build(BlockingCalls.EmbeddedBackend(), folder.Path, archive);
        using var got = Build(CreateBackend(), NewLocation(), archive);
        var (hits, reordered, faults) = (0, 0, new List<string>());
        for (var number = 0; number < Requests; number++)
        {
            var request = queries.Next(number) with { PerPage = 10, TimeBudget = null, Snippets = 2 };
            var (one, other) = (await got.SearchAsync(request), await expected.SearchAsync(request));
            hits += other.Hits.Count;
            reordered += one.Hits.Select(hit => hit.Id).SequenceEqual(other.Hits.Select(hit => hit.Id)) ? 0 : 1;
            if (Fault(one, other) is { } fault)
            {
                faults.Add($"request {number}, '{request.Text}': {fault}");
            }
        }

        output.WriteLine(FormattableString.Invariant(
            $"{Requests:N0} requests, {hits:N0} hits: {faults.Count} differ, {reordered} in the order of hits with the same score"));
        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults.Take(20).Prepend($"{faults.Count} of {Requests} differ:")));
    }

    private static string? Fault(SearchResponse got, SearchResponse expected)
    {
        if ((got.Total, got.UnfilteredTotal, got.PartialTotal) != (expected.Total, expected.UnfilteredTotal, expected.PartialTotal))
        {
            return $"totals {got.Total}, {got.UnfilteredTotal}, {got.PartialTotal}; expected {expected.Total}, {expected.UnfilteredTotal}, "
                + $"{expected.PartialTotal}";
        }

        var differing = Counts(got).Except(Counts(expected)).Concat(Counts(expected).Except(Counts(got))).FirstOrDefault();
        return differing is not null ? $"facets: {differing}"
            : got.Hits.Count != expected.Hits.Count ? $"{got.Hits.Count} hits, expected {expected.Hits.Count}"
            : got.Hits.Zip(expected.Hits, Fault).FirstOrDefault(fault => fault is not null);
    }

    private static string? Fault(Hit got, Hit expected) =>
        Math.Abs(got.Score - expected.Score) > Rounding * Math.Max(1, expected.Score)
            ? FormattableString.Invariant($"{got.Id} scores {got.Score}, where {expected.Id} scores {expected.Score}")
            : got.Id != expected.Id ? null
            : !got.MissingWords.SequenceEqual(expected.MissingWords) ? $"words that {got.Id} lacks: {string.Join(", ", got.MissingWords)}"
            : !Texts(got).SequenceEqual(Texts(expected)) ? $"snippets of {got.Id}" : null;

    private static List<string> Counts(SearchResponse response) =>
    [
        .. response.Facets.SelectMany(facet => facet.Values.Select(value =>
            FormattableString.Invariant($"{facet.Field} {value.Value} {value.Count}"))),
    ];

    private static IEnumerable<string> Texts(Hit hit) => hit.Snippets.Select(snippet => snippet.Text);

    private static ProposalIndex Build(SearchBackend backend, string location, RealText archive)
    {
        using (var builder = backend.Build(location, archive.Metadata.Facets))
        {
            foreach (var proposal in archive.Proposals)
            {
                builder.Add(proposal);
            }

            builder.Commit(archive.Metadata);
        }

        return backend.Open(location);
    }
}
