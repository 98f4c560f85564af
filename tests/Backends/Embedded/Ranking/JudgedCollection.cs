using System.Globalization;
using System.Text.Json;
using ProposalSearch.Proposals;
using ProposalSearch.Search;
using ProposalSearch.Testing;

namespace ProposalSearch.Backends.Embedded.Tests.Ranking;

/// <summary>Documents, queries, and which documents people judged to answer which query.</summary>
internal sealed record JudgedCollection(
    IReadOnlyList<Proposal> Documents, IReadOnlyDictionary<string, string> Queries, ILookup<string, string> Relevant)
{
    private const int Depth = 1_000;

    /// <summary>Reads docs.jsonl, queries.tsv and qrels.txt of a folder.</summary>
    public static JudgedCollection Read(string folder)
    {
        var queries = File.ReadLines(Path.Combine(folder, "queries.tsv"))
            .Select(line => line.Split('\t', 2))
            .Where(parts => parts.Length == 2);
        var judgements = File.ReadLines(Path.Combine(folder, "qrels.txt")).Select(
            line => line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return new JudgedCollection(
            [.. File.ReadLines(Path.Combine(folder, "docs.jsonl")).Where(line => line.Length > 0).Select(Document)],
            queries.ToDictionary(parts => parts[0], parts => parts[1]),
            judgements.Where(
                columns =>
                    columns.Length == 4 && int.Parse(columns[3], CultureInfo.InvariantCulture) > 0).ToLookup(columns =>
                        columns[0], columns => columns[2]));
    }

    /// <summary>
    /// Mean average precision of the embedded backend, any word being enough: over the queries with a relevant document, the mean of the
    /// precision at the rank of each relevant document.
    /// </summary>
    public async Task<double> MeanAveragePrecisionAsync()
    {
        var folder = Directory.CreateTempSubdirectory("ranking-").FullName;
        try
        {
            var backend = BlockingCalls.EmbeddedBackend();
            using (var builder = backend.Build(folder))
            {
                foreach (var document in Documents.OrderBy(document => document.Id, StringComparer.Ordinal))
                {
                    builder.Add(document);
                }

                builder.Commit(Some.Metadata);
            }

            using var index = backend.Open(folder);
            var judged = Queries.Where(query => Relevant.Contains(query.Key)).ToList();
            var sum = 0.0;
            foreach (var (id, text) in judged)
            {
                sum += await AveragePrecisionAsync(index, text, Relevant[id].ToHashSet(StringComparer.Ordinal));
            }

            return sum / judged.Count;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<double> AveragePrecisionAsync(ProposalIndex index, string text, HashSet<string> relevant)
    {
        var (rank, found, sum) = (0, 0, 0.0);
        await foreach (var hit in index.StreamAsync(new SearchRequest { Text = text, Match = MatchMode.Any }))
        {
            if (++rank > Depth)
            {
                break;
            }

            sum += relevant.Contains(hit.Id) ? ++found / (double)rank : 0;
        }

        return sum / relevant.Count;
    }

    private static Proposal Document(string line)
    {
        using var json = JsonDocument.Parse(line);
        string Text(string name) => json.RootElement.GetProperty(name).GetString()!;
        return Some.Proposal(Text("id"), Text("text")) with { Title = Text("title") };
    }
}
