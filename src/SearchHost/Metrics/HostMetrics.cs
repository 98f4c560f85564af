using System.Diagnostics;
using System.Diagnostics.Metrics;
using ProposalSearch.Search;
using ProposalSearch.SearchHost.Snapshots;

namespace ProposalSearch.SearchHost.Metrics;

/// <summary>
/// What the host counts of its searches, its refusals and its index. No number tells what somebody searched for, nor who. Thread-safe.
/// </summary>
internal sealed class HostMetrics : IDisposable
{
    /// <summary>The name of its meter and of its traces.</summary>
    public const string Name = "ProposalSearch";

    private static readonly double[] Seconds = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2];

    private readonly Meter _meter;
    private readonly Histogram<double> _searches;
    private readonly Counter<long> _zeroHits;
    private readonly Counter<long> _refused;

    /// <summary>Counts from now on.</summary>
    public HostMetrics(IMeterFactory meters, SnapshotHolder holder, TimeProvider time)
    {
        _meter = meters.Create(Name);
        _searches = _meter.CreateHistogram(
            "proposalsearch.search.duration",
            unit: "s",
            description: "How long the index took to answer searches, by mode.",
            advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = Seconds });
        _zeroHits = _meter.CreateCounter<long>("proposalsearch.search.zero_hits", description: "Searches for words that found nothing.");
        _refused = _meter.CreateCounter<long>("proposalsearch.requests.refused", description: "Requests refused, by code.");
        _meter.CreateObservableGauge(
            "proposalsearch.index.age", () => Age(holder, time), unit: "s", description: "Time since the index was built.");
        _meter.CreateObservableGauge(
            "proposalsearch.index.documents", () => holder.Current?.Identity.Documents ?? 0, description: "Proposals in the index.");
        _meter.CreateObservableCounter(
            "proposalsearch.index.swaps", () => holder.Swaps, description: "Times that another index took its place.");
    }

    /// <summary>The traces: a span for each search, without its text.</summary>
    public static ActivitySource Traces { get; } = new(Name);

    /// <summary>A search was answered by the index.</summary>
    public void Searched(SearchRequest request, SearchResponse response, TimeSpan took)
    {
        var hasWords = !string.IsNullOrWhiteSpace(request.Text);
        _searches.Record(took.TotalSeconds, new KeyValuePair<string, object?>("mode", hasWords ? ChoiceWords.Of(request.Match) : "browse"));
        if (hasWords && response.Total == 0)
        {
            _zeroHits.Add(1);
        }
    }

    /// <summary>A request was refused with a problem.</summary>
    /// <param name="code">Its code, one of a few.</param>
    public void Refused(string code) => _refused.Add(1, new KeyValuePair<string, object?>("code", code));

    /// <inheritdoc/>
    public void Dispose() => _meter.Dispose();

    private static double Age(SnapshotHolder holder, TimeProvider time)
        => holder.Current is { } snapshot ? (time.GetUtcNow() - snapshot.Identity.BuiltAt).TotalSeconds : 0;
}
