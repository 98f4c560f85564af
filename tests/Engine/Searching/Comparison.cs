using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Retrieval.Results;
using Xunit;

namespace ProposalSearch.Engine.Tests.Searching;

/// <summary>One query to the engine and to its twin, compared part by part.</summary>
internal sealed class Comparison
{
    private const double Tolerance = 1e-4;

    private readonly World _world;
    private readonly Query _query;
    private readonly SearchOptions _options;
    private readonly string _where;
    private readonly PlainAnswer _expected;
    private readonly SearchResult _found;
    private readonly IReadOnlyList<RankedDocument> _all;

    public Comparison(World world, Query query, SearchOptions options, string where)
    {
        (_world, _query, _options, _where) = (world, query, options, where);
        _expected = world.Expect(query, options);
        _found = world.Snapshot.Search(query, options);
        _all = world.Snapshot.Search(query, options with { Top = world.Plain.Documents.Length }).Hits;
    }

    public void Totals()
    {
        Same(_expected.Ranking.Length, _found.Total, "total");
        Same(_expected.UnfilteredTotal, _found.UnfilteredTotal, "unfiltered total");
        Same(Math.Min(_expected.Ranking.Length, _options.Top), _found.Hits.Count, "hits");
    }

    public void Facets()
    {
        Same(_options.Facets.Count, _found.Facets.Count, "facets");
        foreach (var facet in _found.Facets)
        {
            var expected = _expected.Facet(facet.Column);
            Same(string.Join(' ', expected.Values), string.Join(' ', facet.Values), $"facet {facet.Column}");
            Same(expected.Missing, facet.Missing, $"documents without {facet.Column}");
        }
    }

    /// <summary>All hits with their scores, in an order that differs from the twin's by no more than rounding.</summary>
    public void Hits()
    {
        Same(string.Join(' ', _expected.Ranking.Order()), string.Join(' ', _all.Select(hit => hit.Document).Order()), "documents");
        foreach (var hit in _all)
        {
            var expected = _expected.ScoreOf(hit.Document);
            Assert.True(
                Math.Abs(hit.Score - expected) <= Tolerance * Math.Max(0.01, expected),
                $"{_where}: document {hit.Document} scores {hit.Score}, expected {expected}");
        }

        for (var i = 1; i < _all.Count; i++)
        {
            Assert.True(_all[i - 1] < _all[i], $"{_where}: {_all[i - 1]} is not before {_all[i]}");
            Assert.True(
                _expected.CompareRoughly(_all[i - 1].Document, _all[i].Document) <= 0, $"{_where}: {_all[i - 1]} comes before {_all[i]}");
        }
    }

    /// <summary>Fewer hits, or later ones, are the same hits.</summary>
    public void Pages(Random random)
    {
        Same(string.Join(' ', _all.Take(_options.Top)), string.Join(' ', _found.Hits), "first hits");
        var size = random.Next(1, 1 + Math.Max(1, _all.Count / 3));
        for (var at = size; at < _all.Count; at += size)
        {
            var page = _world.Snapshot.Search(_query, _options with { Top = size, After = _all[at - 1], Facets = [] });
            Same(string.Join(' ', _all.Skip(at).Take(size)), string.Join(' ', page.Hits), $"hits after {at}");
            Same(_expected.Ranking.Length, page.Total, "total of a later page");
        }
    }

    /// <summary>What may skip documents finds the same hits, bit for bit.</summary>
    public void Pruning()
    {
        var options = new SearchOptions { Top = _options.Top };
        var counted = _world.Snapshot.Search(_query, options);
        var pruned = _world.Snapshot.Search(_query, options with { Count = false, PruneFrom = 0 });
        Same(string.Join(' ', counted.Hits), string.Join(' ', pruned.Hits), "pruned hits");
        Same(-1, pruned.Total, "total that was not asked for");
        if (counted.Hits.Count > 0)
        {
            var after = options with { Top = 3, After = counted.Hits[counted.Hits.Count / 2] };
            Same(
                string.Join(' ', _world.Snapshot.Search(_query, after).Hits),
                string.Join(' ', _world.Snapshot.Search(_query, after with { Count = false, PruneFrom = 0 }).Hits),
                "pruned page");
        }
    }

    public void Explanations(Random random)
    {
        foreach (var hit in _all.OrderBy(_ => random.Next()).Take(2))
        {
            var account = _world.Snapshot.Explain(_query, [hit.Document])[0];
            Assert.True(
                Math.Abs(account.Value - hit.Score) <= 1e-5 * Math.Max(0.01, hit.Score),
                $"{_where}: document {hit.Document} scores {hit.Score}, explained as {account.Value}");
        }
    }

    /// <summary>Asked about some documents in any order, it says of each what the search of all says.</summary>
    public void Memberships(Random random)
    {
        var unfiltered = _world.Snapshot.Search(
            _query, new SearchOptions { Top = _world.Plain.Documents.Length }).Hits.Select(hit => hit.Document).ToHashSet();
        int[] documents = [.. Enumerable.Range(0, _world.Plain.Documents.Length).OrderBy(_ => random.Next()).Take(random.Next(12))];
        Same(
            string.Join(' ', documents.Select(unfiltered.Contains)),
            string.Join(' ', _world.Snapshot.Matches(_query, documents)),
            $"memberships of {string.Join(' ', documents)}");
    }

    private void Same<T>(T expected, T found, string what) =>
        Assert.True(EqualityComparer<T>.Default.Equals(expected, found), $"{_where}: {what}: {found}, expected {expected}");
}
