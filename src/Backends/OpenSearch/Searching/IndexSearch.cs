using System.Text.Json;
using ProposalSearch.Backends.OpenSearch.Cluster;
using ProposalSearch.Backends.OpenSearch.Indexes;
using ProposalSearch.Backends.OpenSearch.Queries;
using ProposalSearch.Backends.OpenSearch.Terms;
using ProposalSearch.Foundation.Timing;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Retrieval.Results;

namespace ProposalSearch.Backends.OpenSearch.Searching;

/// <summary>Answers a query. Belongs to one request.</summary>
/// <param name="index">The index.</param>
/// <param name="terms">Its terms.</param>
/// <param name="limit">Ends it where it is to end.</param>
internal sealed class IndexSearch(IndexHandle index, IndexTerms terms, TimeLimit limit)
{
    /// <summary>Hits of one request: a server gives 10,000.</summary>
    private const int MostHits = 5_000;

    private readonly QueryTranslator _translator = new(index.Mark, terms, limit);

    /// <summary>Answers a query.</summary>
    public async ValueTask<SearchResult> SearchAsync(Query query, SearchOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(options.Top);
        var order = new HitOrder(options.Sort, index.Mark);
        var clause = options.Top == 0 ? _translator.Matching(query) : LeafBudget.Kept(_translator.Scored(query));
        var body = new SearchBody(
            clause, [.. options.Filters.Select(filter => (filter.Column, _translator.Matching(filter.Condition)))], order);
        (string Column, string? Field)[] facets = [.. options.Facets.Select(column => (column, FieldOf(column)))];
        int top = order.IsBeyond(options.After) ? 0 : (int)Math.Min(options.Top, index.Mark.Documents);
        var after = top > 0 && options.After is { } last ? await ValuesOfAsync(last, order).ConfigureAwait(false) : [];
        bool isCounted = !options.CanPrune;
        var answer = await AskAsync(body.Write(Math.Min(top, MostHits), after, isCounted, facets)).ConfigureAwait(false);
        var hits = await HitsAsync(answer, body, order, top).ConfigureAwait(false);
        long total = isCounted ? answer.GetProperty("hits").GetProperty("total").GetProperty("value").GetInt64() : -1;
        return new SearchResult(
            total,
            isCounted && options.Filters.Count > 0
                ? answer.GetProperty("aggregations").GetProperty(SearchBody.All).GetProperty("doc_count").GetInt64() : total,
            hits,
            await CountsAsync(answer, body, facets).ConfigureAwait(false));
    }

    private string? FieldOf(string column) =>
        index.Mark.NumberOf(column, ColumnKind.Text) is { } number ? Fields.Column(number) : null;

    private ValueTask<JsonElement> AskAsync(ReadOnlyMemory<byte> body) => index.Cluster.SearchAsync(index.Name, body, limit);

    /// <summary>The hits of an answer, and those after them while more are wanted.</summary>
    private async ValueTask<IReadOnlyList<RankedDocument>> HitsAsync(JsonElement answer, SearchBody body, HitOrder order, int top)
    {
        var hits = new List<RankedDocument>();
        while (true)
        {
            var found = answer.GetProperty("hits").GetProperty("hits");
            foreach (var hit in found.EnumerateArray())
            {
                limit.Step();
                hits.Add(order.Read(hit.GetProperty("sort")));
            }

            int count = found.GetArrayLength();
            if (count < MostHits || hits.Count >= top)
            {
                return hits;
            }

            JsonElement[] last = [.. found[count - 1].GetProperty("sort").EnumerateArray()];
            answer = await AskAsync(body.Write(Math.Min(top - hits.Count, MostHits), last, isCounted: false, [])).ConfigureAwait(false);
        }
    }

    /// <summary>The sort values of a hit that a cursor names.</summary>
    private async ValueTask<IReadOnlyList<JsonElement>> ValuesOfAsync(RankedDocument hit, HitOrder order)
    {
        if (!order.IsByText)
        {
            return order.ValuesOf(hit);
        }

        var itself = new LeafClause(
            writer => writer.Member("term", term => term.WriteNumber(Fields.Number, hit.Document)), 0);
        var answer = await AskAsync(new SearchBody(itself, [], order).Write(1, [], isCounted: false, [])).ConfigureAwait(false);
        var found = answer.GetProperty("hits").GetProperty("hits");
        return found.GetArrayLength() == 0 ? [] : order.ValuesOf(hit, found[0].GetProperty("sort")[0]);
    }

    private async ValueTask<ColumnCounts[]> CountsAsync(JsonElement answer, SearchBody body, (string Column, string? Field)[] facets)
    {
        var counts = new ColumnCounts[facets.Length];
        for (int i = 0; i < facets.Length; i++)
        {
            var facet = answer.GetProperty("aggregations").GetProperty(SearchBody.Facet(i));
            counts[i] = await CountsAsync(facet, body, facets[i].Column, facets[i].Field).ConfigureAwait(false);
        }

        return counts;
    }

    private async ValueTask<ColumnCounts> CountsAsync(JsonElement facet, SearchBody body, string column, string? field)
    {
        if (field is null)
        {
            return new ColumnCounts(column, [], facet.GetProperty("doc_count").GetInt64());
        }

        var values = facet.GetProperty(SearchBody.Values);
        var read = Read(values).ToList();
        if (values.GetProperty("sum_other_doc_count").GetInt64() > 0)
        {
            await AddRestAsync(read, body, column, field).ConfigureAwait(false);
        }

        var texts = await index.LongTextsAsync(limit.Cancellation).ConfigureAwait(false);
        return new ColumnCounts(
            column,
            texts.Count == 0 ? read : read.ConvertAll(pair => KeyValuePair.Create(texts.GetValueOrDefault(pair.Key, pair.Key), pair.Value)),
            facet.GetProperty(SearchBody.Missing).GetProperty("doc_count").GetInt64());
    }

    private async ValueTask AddRestAsync(List<KeyValuePair<string, long>> read, SearchBody body, string column, string field)
    {
        while (true)
        {
            var answer = await AskAsync(body.WriteValues(column, field, read[^1].Key, MostHits)).ConfigureAwait(false);
            var values = answer.GetProperty("aggregations").GetProperty(SearchBody.All).GetProperty(SearchBody.Values);
            int before = read.Count;
            read.AddRange(Read(values));
            if (read.Count - before < MostHits)
            {
                return;
            }
        }
    }

    private static IEnumerable<KeyValuePair<string, long>> Read(JsonElement values) =>
        values.GetProperty("buckets").EnumerateArray().Select(bucket => new KeyValuePair<string, long>(
            bucket.GetProperty("key") is { ValueKind: JsonValueKind.String } key ? key.GetString()!
                : bucket.GetProperty("key").GetProperty(SearchBody.Values).GetString()!,
            bucket.GetProperty("doc_count").GetInt64()));
}
