using ProposalSearch.Search;
using ProposalSearch.SearchHost.Settings;

namespace ProposalSearch.SearchHost.Metrics;

/// <summary>
/// Counts what is searched for, where the settings ask for that: for the owner, who learns which words lead nowhere. Kept in memory alone,
/// without a time or a client, and only what is unlikely to name a person: short texts without addresses of mail and long numbers, and
/// none that was not searched for several times. Thread-safe.
/// </summary>
internal sealed class QueryReport(SearchHostOptions options, TimeProvider time)
{
    /// <summary>How often something is searched for before it is told.</summary>
    public const int FewestTold = 3;

    private const int MostKept = 5_000;
    private const int MostTold = 100;
    private const int LongestKept = 80;
    private const int DigitsOfANumber = 5;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Count> _counts = new(StringComparer.Ordinal);
    private readonly DateTimeOffset _since = time.GetUtcNow();
    private long _searches;
    private long _withoutHits;

    /// <summary>Whether anything is counted.</summary>
    public static bool IsOn(SearchHostOptions options) => options.QueryReport && options.AdminKey.Length > 0;

    /// <summary>A search was answered. Further pages of one are the same search.</summary>
    public void Note(SearchRequest request, SearchResponse response)
    {
        if (!IsOn(options) || request.Page > 1 || request.Cursor is not null || string.IsNullOrWhiteSpace(request.Text))
        {
            return;
        }

        var text = string.Join(' ', request.Text.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var isWithoutHits = response.Total == 0;
        lock (_gate)
        {
            _searches++;
            _withoutHits += isWithoutHits ? 1 : 0;
            if (MayBeKept(text))
            {
                Add(text, isWithoutHits);
            }
        }
    }

    /// <summary>What was counted so far, the most frequent first.</summary>
    public QueryCounts Read()
    {
        lock (_gate)
        {
            var (all, withoutHits) = (Told(static count => count.All), Told(static count => count.WithoutHits));
            return new QueryCounts(_since, _searches, _withoutHits, all, withoutHits);
        }
    }

    private static bool MayBeKept(string text)
        => text.Length <= LongestKept && !text.Contains('@', StringComparison.Ordinal) && text.Count(char.IsDigit) < DigitsOfANumber;

    private void Add(string text, bool isWithoutHits)
    {
        if (_counts.Count >= MostKept && !_counts.ContainsKey(text))
        {
            // Room for what comes, at the cost of what is rare.
            foreach (var rare in _counts.Where(pair => pair.Value.All < FewestTold).Select(pair => pair.Key).ToList())
            {
                _counts.Remove(rare);
            }
        }

        if (_counts.Count < MostKept || _counts.ContainsKey(text))
        {
            var before = _counts.GetValueOrDefault(text);
            _counts[text] = new Count(before.All + 1, before.WithoutHits + (isWithoutHits ? 1 : 0));
        }
    }

    private IReadOnlyList<QueryCount> Told(Func<Count, long> number) =>
    [
        .. _counts.Select(pair => new QueryCount(pair.Key, number(pair.Value))).Where(static one => one.Count >= FewestTold)
            .OrderByDescending(static one => one.Count).ThenBy(static one => one.Query, StringComparer.Ordinal).Take(MostTold),
    ];

    private readonly record struct Count(long All, long WithoutHits);
}

/// <summary>What was searched for.</summary>
/// <param name="Since">When counting began.</param>
/// <param name="Searches">Searches with words.</param>
/// <param name="ZeroHitSearches">Those of them that found nothing.</param>
/// <param name="Top">The most frequent.</param>
/// <param name="ZeroHits">The most frequent that found nothing.</param>
internal sealed record QueryCounts(
    DateTimeOffset Since, long Searches, long ZeroHitSearches, IReadOnlyList<QueryCount> Top, IReadOnlyList<QueryCount> ZeroHits);

/// <summary>A text and how often it was searched for.</summary>
internal sealed record QueryCount(string Query, long Count);
