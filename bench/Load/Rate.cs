using System.Diagnostics;

namespace ProposalSearch.Load;

/// <summary>
/// How many varied searches a second the host answers over some connections, beside a bare address (<see cref="Bare"/>) that answers with
/// as many bytes: in turn, so that a machine that is slow for a while is so for both. Processor time of the processes that answer is told
/// too, since it does not depend on what else runs.
/// </summary>
internal sealed class Rate(Uri host, HostProcess hostProcess, Uri bare, HostProcess bareProcess, TimeSpan time, int connections)
{
    private const int Rounds = 4;

    /// <summary>Tells the figures; 0 where no request failed and memory is flat.</summary>
    public async Task<int> RunAsync()
    {
        Console.WriteLine($"{connections} connections, {time.TotalSeconds:N0} s of each kind in {Rounds} turns");
        await PhaseAsync(host, static random => "/v1/search?" + Varied.Query(random), TimeSpan.FromSeconds(3), hostProcess);
        var began = hostProcess.Megabytes;
        var api = await CompareAsync("API", "/v1/search?");
        var page = await CompareAsync("page", "/?");
        var ended = hostProcess.Megabytes;
        using var one = new PlainConnection(host);
        var plain = await one.GetAsync("/v1/search?q=college+students");
        var box = await one.GetAsync("/v1/search?q=college+students&page=1&per_page=5&snippets=1&snippet_length=100"
            + "&fields=title,url,organization,year,partial,snippets.question,snippets.text,snippets.matches"
            + "&parts=query.corrected,partial_total,page,per_page,did_you_mean,best_bets");
        Console.WriteLine(FormattableString.Invariant(
            $"default answer {plain.Bytes:N0} bytes, a box's {box.Bytes:N0}; ")
            + FormattableString.Invariant($"memory {began:N0} MB after warming up, {ended:N0} MB at the end"));
        return api + page == 0 && ended < (began * 1.3) + 50 ? 0 : 1;
    }

    private async Task<int> CompareAsync(string name, string path)
    {
        var (search, nothing) = (new Phase(), new Phase());
        for (var round = 0; round < Rounds; round++)
        {
            search.Add(await PhaseAsync(host, random => path + Varied.Query(random), time / Rounds, hostProcess));
            var bytes = search.Bytes / Math.Max(1, search.Requests);
            nothing.Add(await PhaseAsync(bare, _ => $"/?bytes={bytes}", time / Rounds, bareProcess));
        }

        Tell(name, search);
        Tell("bare", nothing);
        var rate = nothing.PerSecond / search.PerSecond;
        var processor = search.Processor / search.Requests / (nothing.Processor / nothing.Requests);
        Console.WriteLine(FormattableString.Invariant(
            $"  {name}: 1/{rate:N1} of the bare address's requests a second, {processor:N1} times its processor time"));
        return search.Failed + nothing.Failed;
    }

    private static void Tell(string name, Phase phase) => Console.WriteLine(FormattableString.Invariant(
        $"  {name,-5} {phase.PerSecond,8:N0}/s, {phase.Processor * 1e6 / phase.Requests,7:N0} µs of the processor each, ")
        + FormattableString.Invariant($"{phase.Bytes / phase.Requests:N0} bytes, p99 {phase.Percentile(99):N1} ms, {phase.Failed} failed"));

    private async Task<Phase> PhaseAsync(Uri address, Func<Random, string> make, TimeSpan length, HostProcess process)
    {
        var (before, started) = (process.Processor, Stopwatch.GetTimestamp());
        var phases = await Task.WhenAll(Enumerable.Range(0, connections).Select(at => Task.Run(() => AskAsync(address, make, length, at))));
        var all = new Phase
        {
            Seconds = Stopwatch.GetElapsedTime(started).TotalSeconds,
            Processor = (process.Processor - before).TotalSeconds,
        };
        Array.ForEach(phases, all.Add);
        return all;
    }

    private static async Task<Phase> AskAsync(Uri address, Func<Random, string> make, TimeSpan length, int seed)
    {
        var (phase, random, began) = (new Phase(), new Random(seed), Stopwatch.GetTimestamp());
        var connection = new PlainConnection(address);
        while (Stopwatch.GetElapsedTime(began) < length)
        {
            var started = Stopwatch.GetTimestamp();
            try
            {
                var (status, bytes) = await connection.GetAsync(make(random));
                phase.Answered(status == 200, bytes, Stopwatch.GetElapsedTime(started));
            }
            catch (Exception fault) when (fault is IOException or System.Net.Sockets.SocketException)
            {
                phase.Answered(false, 0, Stopwatch.GetElapsedTime(started));
                connection.Dispose();
                connection = new PlainConnection(address);
            }
        }

        connection.Dispose();
        return phase;
    }

    /// <summary>What was answered in a while.</summary>
    private sealed class Phase
    {
        private readonly List<float> _milliseconds = [];

        public double Seconds { get; set; }

        public double Processor { get; set; }

        /// <summary>Requests that were answered as asked.</summary>
        public int Requests => _milliseconds.Count;

        public int Failed { get; private set; }

        public long Bytes { get; private set; }

        public double PerSecond => Requests / Seconds;

        public void Answered(bool well, long bytes, TimeSpan took)
        {
            // A refusal is quick and small: it would make the host look faster than it is.
            if (well)
            {
                _milliseconds.Add((float)took.TotalMilliseconds);
                Bytes += bytes;
            }
            else
            {
                Failed++;
            }
        }

        public void Add(Phase other)
        {
            _milliseconds.AddRange(other._milliseconds);
            (Seconds, Processor) = (Seconds + other.Seconds, Processor + other.Processor);
            (Bytes, Failed) = (Bytes + other.Bytes, Failed + other.Failed);
        }

        public double Percentile(int percent)
        {
            var sorted = _milliseconds.Order().ToList();
            return sorted.Count == 0 ? 0 : sorted[Math.Max(0, (int)Math.Ceiling(sorted.Count * percent / 100.0) - 1)];
        }
    }
}
