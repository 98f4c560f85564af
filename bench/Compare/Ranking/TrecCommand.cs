using System.Globalization;
using System.Text;
using ProposalSearch.Compare.Corpus;

namespace ProposalSearch.Compare.Ranking;

/// <summary>
/// A ranking of a test collection in TREC's format, <c>query Q0 document rank score tag</c>; with <c>--qrels</c>, how good it is beside
/// plain BM25.
/// </summary>
internal static class TrecCommand
{
    public const string Usage =
        "trec DOCS.jsonl QUERIES.tsv [--ranking plain|product] [--backend lucene|embedded] "
        + "[--synonyms built-in|none] [--qrels QRELS.txt] [--k 1000] [--tag NAME]";

    public static int Run(ReadOnlySpan<string> line)
    {
        var arguments = new Arguments(line, Usage, 2, ["ranking", "backend", "synonyms", "qrels", "k", "tag"]);
        string name = arguments.GetOneOf("ranking", "plain", "plain", "product");
        string backend = arguments.GetOneOf("backend", "lucene", "lucene", "embedded");
        int k = (int)arguments.Get("k", 1000);
        using IRanking ranking = name == "product"
            ? new ProductRanking(arguments.Word(0), backend, arguments.GetOneOf("synonyms", "built-in", "built-in", "none") == "built-in")
            : new PlainRanking(arguments.Word(0));
        if (arguments.Has("qrels"))
        {
            using var plain = new PlainRanking(arguments.Word(0));
            var judgements = new Judgements(arguments.Get("qrels", ""));
            QualityReport.Print(Console.Out, judgements, [.. Queries(arguments.Word(1))], ranking, plain, k);
            return 0;
        }

        Write(arguments, ranking, name, k);
        return 0;
    }

    private static void Write(Arguments arguments, IRanking ranking, string name, int k)
    {
        using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false));
        foreach (var (id, text) in Queries(arguments.Word(1)))
        {
            int rank = 0;
            foreach (var (document, score) in ranking.Rank(text, k))
            {
                output.Write(
                    string.Create(CultureInfo.InvariantCulture, $"{id} Q0 {document} {++rank} {score:R} {arguments.Get("tag", name)}\n"));
            }

            if (rank == 0)
            {
                Console.Error.WriteLine($"nothing found: {id} {text}");
            }
        }
    }

    private static IEnumerable<(string Id, string Text)> Queries(string path)
    {
        foreach (string row in File.ReadLines(path))
        {
            string[] parts = row.Split('\t', 2);
            if (parts.Length == 2)
            {
                yield return (parts[0], parts[1]);
            }
            else if (row.Length > 0)
            {
                throw new CorpusException($"{path}: a line is ID, a tab and TEXT, not \"{row}\"");
            }
        }
    }
}
