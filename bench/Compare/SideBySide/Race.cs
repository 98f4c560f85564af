using ProposalSearch.Compare.Speed;

namespace ProposalSearch.Compare.SideBySide;

/// <summary>
/// Times of a mode, one thread, warm: the contenders take turns with each query, in batches of some milliseconds; the median of the batches
/// counts. Processor time, so that a busy machine disturbs little.
/// </summary>
/// <param name="contenders">Who is compared.</param>
/// <param name="batches">How many batches of each query.</param>
/// <param name="least">Whether the least of the batches counts, for a machine that is never quiet: what others do on it only adds.</param>
internal sealed class Race(IReadOnlyList<IContender> contenders, int batches, bool least = false)
{
    private const double WarmSeconds = 2;
    private const double BatchSeconds = 0.02;

    /// <summary>Makes sure that all code of a mode was compiled for the last time.</summary>
    public void WarmUp(IReadOnlyList<AskedQuery> queries, Mode mode)
    {
        foreach (var contender in contenders)
        {
            for (double start = Now(); Now() - start < WarmSeconds;)
            {
                foreach (var query in queries)
                {
                    contender.Ask(query, mode);
                }
            }
        }
    }

    /// <summary>Microseconds that a query takes each, and what each found.</summary>
    public (double[] Microseconds, long[] Hits) Run(AskedQuery query, Mode mode)
    {
        int[] rounds = [.. contenders.Select(contender => Rounds(contender, query, mode))];
        var times = contenders.Select(_ => new List<double>(batches)).ToArray();
        for (int batch = 0; batch < batches; batch++)
        {
            for (int i = 0; i < contenders.Count; i++)
            {
                times[i].Add(Batch(contenders[i], query, mode, rounds[i]) / rounds[i]);
            }
        }

        return ([.. times.Select(those => least ? those.Min() * 1e6 : Median(those))],
            [.. contenders.Select(contender => contender.Ask(query, mode))]);
    }

    private static int Rounds(IContender contender, AskedQuery query, Mode mode)
    {
        int rounds = 1;
        while (Batch(contender, query, mode, rounds) < BatchSeconds)
        {
            rounds *= 2;
        }

        return rounds;
    }

    private static double Batch(IContender contender, AskedQuery query, Mode mode, int rounds)
    {
        double start = Now();
        for (int i = 0; i < rounds; i++)
        {
            contender.Ask(query, mode);
        }

        return Now() - start;
    }

    private static double Median(List<double> seconds) => seconds.Order().ElementAt(seconds.Count / 2) * 1e6;

    private static double Now() => Environment.CpuUsage.TotalTime.TotalSeconds;
}
