using System.Globalization;

namespace ProposalSearch.Compare.Ranking;

/// <summary>MAP, nDCG@10 and P@10 of a ranking, beside those of plain BM25.</summary>
internal static class QualityReport
{
    /// <summary>Measures both on the judged queries, and prints a line for each measure.</summary>
    public static void Print(
        TextWriter output, Judgements judgements, IReadOnlyList<(string Id, string Text)> queries, IRanking ranking, IRanking plain, int k)
    {
        var judged = queries.Where(query => judgements.Has(query.Id)).ToList();
        Quality[] Measure(IRanking asked) =>
            [.. judged.Select(query => judgements.Measure(query.Id, [.. asked.Rank(query.Text, k).Select(hit => hit.Document)]))];
        var (ours, theirs) = (Measure(ranking), Measure(plain));
        output.WriteLine($"{judged.Count} judged queries; p by a paired randomization test, two-sided");
        Line(output, "MAP", ours, theirs, quality => quality.Precision);
        Line(output, "nDCG@10", ours, theirs, quality => quality.Gain);
        Line(output, "P@10", ours, theirs, quality => quality.Early);
    }

    private static void Line(TextWriter output, string name, Quality[] ours, Quality[] theirs, Func<Quality, double> measure)
    {
        double[] differences = [.. ours.Zip(theirs, (our, their) => measure(our) - measure(their))];
        double our = ours.Average(measure), their = theirs.Average(measure);
        int better = differences.Count(difference => difference > 0), worse = differences.Count(difference => difference < 0);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name,-8} {our:F4}  plain {their:F4}  {100 * (our / their - 1),6:+0.0;-0.0;0.0} %  p {Significance.Of(differences):F5}")
            + $"  better {better}, worse {worse}");
    }
}
