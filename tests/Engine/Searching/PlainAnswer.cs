using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Retrieval.Results;
using ProposalSearch.Testing;

namespace ProposalSearch.Engine.Tests.Searching;

/// <summary>What a search must answer, worked out document by document.</summary>
internal sealed class PlainAnswer
{
    private readonly SortBy _sort;
    private readonly PlainDocument[] _documents;
    private readonly double?[] _scores;
    private readonly bool[][] _filters;
    private readonly SearchOptions _options;

    public PlainAnswer(World world, Query query, SearchOptions options)
    {
        (_sort, _options, _documents) = (options.Sort, options, world.Plain.Documents);
        var score = world.Scores(query);
        _scores = [.. _documents.Select(score)];
        _filters = [.. options.Filters.Select(filter =>
        {
            var holds = world.Scores(filter.Condition);
            return _documents.Select(document => holds(document) is not null).ToArray();
        })];
        Ranking = [.. Enumerable.Range(0, _documents.Length).Where(document => Matches(document, except: null))];
        Array.Sort(Ranking, Compare);
    }

    /// <summary>All documents that match, best first.</summary>
    public int[] Ranking { get; }

    /// <summary>Documents that match, whatever the filters.</summary>
    public int UnfilteredTotal => _scores.Count(score => score is not null);

    public double ScoreOf(int document) => _scores[document]!.Value;

    /// <summary>Counts of a column, without regard to its own filters.</summary>
    public ColumnCounts Facet(string column)
    {
        var matching = Enumerable.Range(0, _documents.Length).Where(document => Matches(document, column)).ToList();
        var values = matching.SelectMany(document => Values(document, column)).GroupBy(value => value)
            .OrderBy(group => group.Key, Words.Utf8Order.Instance).Select(
                group => new KeyValuePair<string, long>(group.Key, group.Count()));
        return new ColumnCounts(column, [.. values], matching.Count(document => !Values(document, column).Any()));
    }

    /// <summary>Whether one document comes before another by more than a rounding of scores; 0 where only rounding decides.</summary>
    public int CompareRoughly(int left, int right)
    {
        var order = CompareKeys(left, right);
        if (order != 0)
        {
            return order;
        }

        double a = ScoreOf(left), b = ScoreOf(right);
        return Math.Abs(a - b) <= 1e-4 * Math.Max(Math.Abs(a), Math.Abs(b)) ? 0 : b.CompareTo(a);
    }

    private bool Matches(int document, string? except) => _scores[document] is not null
        && Enumerable.Range(0, _filters.Length).All(filter => _options.Filters[filter].Column == except || _filters[filter][document]);

    private IEnumerable<string> Values(int document, string column) =>
        _documents[document].Source.Values.Where(one => one.Column == column).Select(one => one.Value).Distinct();

    private int Compare(int left, int right)
    {
        var order = CompareKeys(left, right);
        order = order != 0 ? order : ScoreOf(right).CompareTo(ScoreOf(left));
        return order != 0 ? order : left.CompareTo(right);
    }

    private int CompareKeys(int left, int right) => _sort.Kind switch
    {
        SortKind.Number => Compare(Number(left), Number(right), Comparer<long>.Default),
        SortKind.Text =>
            Compare(
                Text(left),
                Text(right),
                Comparer<(bool Is, string Value)>.Create((a, b) => Words.Utf8Order.Instance.Compare(a.Value, b.Value))),
        _ => 0,
    };

    private int Compare<T>(T? left, T? right, IComparer<T> comparer)
        where T : struct => (left, right) switch
        {
            (null, null) => 0,
            (null, _) => 1,
            (_, null) => -1,
            ({ } a, { } b) => _sort.Descending ? comparer.Compare(b, a) : comparer.Compare(a, b),
        };

    private long? Number(int document)
    {
        var numbers = _documents[document].Source.Numbers.Where(one => one.Column == _sort.Column).ToList();
        return numbers.Count == 0 ? null : numbers[0].Value;
    }

    private (bool Is, string Value)? Text(int document)
    {
        var values = Values(document, _sort.Column).Order(Words.Utf8Order.Instance).ToList();
        return values.Count == 0 ? null : (true, values[0]);
    }
}
