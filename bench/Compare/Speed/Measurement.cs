using System.Diagnostics;

namespace ProposalSearch.Compare.Speed;

/// <summary>
/// Times of a mode: the list of queries gone through in turn on one thread, first to warm up, then until there are enough or the
/// budget is spent.
/// </summary>
internal sealed class Measurement
{
    // As long as LuceneBench at least: with less, the first mode is measured while its code is still being compiled for the second time.
    private const int WarmSeconds = 5;
    private const int FewestRounds = 3;
    private const int EnoughQueries = 4000;

    private readonly Modes _modes;
    private readonly IReadOnlyList<AskedQuery> _queries;
    private readonly List<double>[] _microseconds;
    private readonly long[] _allocated;
    private readonly long[] _hits;
    private int _rounds;

    public Measurement(Modes modes, IReadOnlyList<AskedQuery> queries)
    {
        _modes = modes;
        _queries = queries;
        _microseconds = [.. queries.Select(_ => new List<double>(EnoughQueries))];
        _allocated = new long[queries.Count];
        _hits = new long[queries.Count];
    }

    /// <summary>Seconds that the measured rounds took, by the clock and of the processor.</summary>
    public (double Wall, double Processor) Seconds { get; private set; }

    /// <summary>Queries measured.</summary>
    public int Count => _rounds * _queries.Count;

    /// <summary>The times of all queries, ascending.</summary>
    public double[] AllMicroseconds() => [.. _microseconds.SelectMany(times => times).Order()];

    /// <summary>The times of one query, ascending.</summary>
    public double[] Microseconds(int query) => [.. _microseconds[query].Order()];

    /// <summary>Bytes that a query allocates on its thread, on average.</summary>
    public double Allocated(int query) => _allocated[query] / (double)_rounds;

    /// <summary>What a query found.</summary>
    public long Hits(int query) => _hits[query];

    public void Run(string mode, double budget)
    {
        WarmUp(mode);
        GC.Collect();
        var processor = Environment.CpuUsage.TotalTime;
        long start = Stopwatch.GetTimestamp();
        while (_rounds < FewestRounds || (Count < EnoughQueries && Stopwatch.GetElapsedTime(start).TotalSeconds < budget))
        {
            Round(mode);
        }

        Seconds = (Stopwatch.GetElapsedTime(start).TotalSeconds, (Environment.CpuUsage.TotalTime - processor).TotalSeconds);
    }

    /// <summary>Seconds of the processor, not of the clock: a busy machine must not cut the warm-up short.</summary>
    private void WarmUp(string mode)
    {
        var start = Environment.CpuUsage.TotalTime;
        for (int round = 0; round < FewestRounds || (Environment.CpuUsage.TotalTime - start).TotalSeconds < WarmSeconds; round++)
        {
            foreach (var query in _queries)
            {
                _modes.Run(mode, query);
            }
        }
    }

    private void Round(string mode)
    {
        for (int i = 0; i < _queries.Count; i++)
        {
            long allocated = GC.GetAllocatedBytesForCurrentThread();
            long before = Stopwatch.GetTimestamp();
            _hits[i] = _modes.Run(mode, _queries[i]);
            _microseconds[i].Add(Stopwatch.GetElapsedTime(before).TotalMicroseconds);
            _allocated[i] += GC.GetAllocatedBytesForCurrentThread() - allocated;
        }

        _rounds++;
    }
}
