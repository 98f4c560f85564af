using ProposalSearch.Compare.Speed;
using ProposalSearch.Search;

namespace ProposalSearch.Compare.SideBySide;

/// <summary>
/// Whole answers of the product, with facets, passages and all: in the order of the year and by relevance, side by side, so that the ratio
/// is what weighing costs. The folder is one that <see cref="BackendsCommand"/> kept, of one engine.
/// </summary>
internal static class AnswersCommand
{
    public const string Usage = "answers ENGINE FOLDER QUERIES.tsv [--batches N]";

    public static int Run(ReadOnlySpan<string> line)
    {
        var arguments = new Arguments(line, Usage, 3, ["batches"]);
        var queries = AskedQuery.Read(arguments.Word(2));
        var backend = new SearchBackend(Engines.Store(arguments.Word(0)));
        using var index = backend.OpenAsync(arguments.Word(1)).AsTask().GetAwaiter().GetResult();
        List<IContender> contenders = [new AnswerContender(index, SortOrder.Newest), new AnswerContender(index, SortOrder.Relevance)];
        var race = new Race(contenders, (int)arguments.Get("batches", 11), least: true);
        race.WarmUp(queries, Mode.Snippets);
        Console.WriteLine(FormattableString.Invariant($"{arguments.Word(0)}, {index.Identity.Documents} proposals\n"));
        Console.WriteLine("| query | by year, µs | by relevance, µs | ratio | hits |\n|---|---|---|---|---|");
        var all = new List<double[]>();
        foreach (var query in queries)
        {
            var (times, hits) = race.Run(query, Mode.Snippets);
            all.Add(times);
            Row(query.Name, times, FormattableString.Invariant($"{hits[1]}"));
        }

        Row("median", [Median(all.Select(times => times[0])), Median(all.Select(times => times[1]))], "");
        Row("median of ratios", [1, Median(all.Select(times => times[1] / times[0]))], "");
        return 0;
    }

    private static void Row(string name, double[] times, string hits) => Console.WriteLine(
        FormattableString.Invariant($"| {name} | {times[0]:F1} | {times[1]:F1} | {times[1] / times[0]:F2} | {hits} |"));

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[sorted.Length / 2] + sorted[(sorted.Length - 1) / 2]) / 2;
    }

    /// <summary>The product, asked in an order.</summary>
    private sealed class AnswerContender(ProposalIndex index, SortOrder order) : IContender
    {
        public string Name => order.ToString();

        public long Ask(AskedQuery asked, Mode mode) =>
            index.SearchAsync(new SearchRequest { Text = asked.Name, Sort = order }).AsTask().GetAwaiter().GetResult().Total;

        public void Dispose()
        {
        }
    }
}
