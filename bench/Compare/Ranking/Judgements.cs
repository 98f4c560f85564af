using System.Globalization;
using ProposalSearch.Compare.Corpus;

namespace ProposalSearch.Compare.Ranking;

/// <summary>
/// Which documents people judged to answer which query: lines <c>query 0 document grade</c>. Measures are TREC's; queries without a
/// relevant document do not count.
/// </summary>
internal sealed class Judgements
{
    private const int First = 10;
    private readonly Dictionary<string, Dictionary<string, int>> _grades = new(StringComparer.Ordinal);

    public Judgements(string path)
    {
        foreach (string line in File.ReadLines(path).Where(line => line.Length > 0))
        {
            string[] columns = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (columns.Length != 4 || !int.TryParse(columns[3], CultureInfo.InvariantCulture, out int grade))
            {
                throw new CorpusException($"{path}: a line is QUERY, 0, DOCUMENT and GRADE, not \"{line}\"");
            }

            if (grade > 0)
            {
                _grades.TryAdd(columns[0], new Dictionary<string, int>(StringComparer.Ordinal));
                _grades[columns[0]][columns[2]] = Math.Max(grade, _grades[columns[0]].GetValueOrDefault(columns[2]));
            }
        }
    }

    /// <summary>Whether a query has a relevant document.</summary>
    public bool Has(string query) => _grades.ContainsKey(query);

    /// <summary>How good a ranking is for a query.</summary>
    public Quality Measure(string query, IReadOnlyList<string> ranking)
    {
        var grades = _grades[query];
        int found = 0, early = 0;
        double precision = 0, gain = 0;
        for (int rank = 1; rank <= ranking.Count; rank++)
        {
            int grade = grades.GetValueOrDefault(ranking[rank - 1]);
            precision += grade > 0 ? ++found / (double)rank : 0;
            gain += rank <= First ? grade / Math.Log2(rank + 1) : 0;
            early += rank <= First && grade > 0 ? 1 : 0;
        }

        double best = grades.Values.OrderDescending().Take(First).Select((grade, at) => grade / Math.Log2(at + 2)).Sum();
        return new Quality(precision / grades.Count, gain / best, early / (double)First);
    }
}

/// <summary>How good a ranking is, each from 0 to 1.</summary>
/// <param name="Precision">Average precision.</param>
/// <param name="Gain">nDCG@10.</param>
/// <param name="Early">P@10.</param>
internal readonly record struct Quality(double Precision, double Gain, double Early);
