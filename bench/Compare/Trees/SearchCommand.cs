using ProposalSearch.Engine.Searching;
using System.Text.Json;
using ProposalSearch.Compare.Indexing;
using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Retrieval.Results;

namespace ProposalSearch.Compare.Trees;

/// <summary>
/// What query trees find over one field, in the lines of LuceneSearch. Each is answered twice: counting all matches, and pruned to
/// the best; an error where the best differ.
/// </summary>
internal static class SearchCommand
{
    public const string Usage = "search DOCS.jsonl QUERIES.jsonl [--k 100]";

    public static int Run(ReadOnlySpan<string> line)
    {
        var arguments = new Arguments(line, Usage, 2, ["k"]);
        using var index = new OneFieldIndex(arguments.Word(0));
        using var output = new JsonLines();
        var trees = new QueryTreeReader(OneFieldIndex.Analysis);
        var options = new SearchOptions { Top = (int)arguments.Get("k", 100) };
        bool failed = false;
        int number = 0;
        foreach (string text in File.ReadLines(arguments.Word(1)))
        {
            number++;
            if (text.AsSpan().Trim().Length > 0)
            {
                var answer = TreeAnswer.To(text, number, index.Snapshot, trees, options);
                failed |= answer.Error is not null;
                output.Write(answer.Write);
            }
        }

        return failed ? 1 : 0;
    }

    /// <summary>An answer to a line of queries.jsonl.</summary>
    private sealed record TreeAnswer(string Id, string? Error, long Total, IReadOnlyList<(string Id, float Score)> Hits)
    {
        public static TreeAnswer To(string text, int number, IndexSnapshot snapshot, QueryTreeReader trees, SearchOptions options)
        {
            string id = FormattableString.Invariant($"line {number}");
            try
            {
                using var request = JsonDocument.Parse(text);
                id = request.RootElement.GetProperty("id").GetString()!;
                return To(id, trees.Read(request.RootElement.GetProperty("query")), snapshot, options);
            }
            catch (Exception problem) when (
                problem is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
            {
                return new TreeAnswer(id, problem.Message, 0, []);
            }
        }

        private static TreeAnswer To(string id, Query query, IndexSnapshot snapshot, SearchOptions options)
        {
            var result = snapshot.Search(query, options);
            var pruned = snapshot.Search(query, options with { Count = false });
            if (!pruned.Hits.SequenceEqual(result.Hits))
            {
                return new TreeAnswer(id, "the best hits differ between a search that may skip documents and one that sees all", 0, []);
            }

            var hits = new List<(string, float)>();
            foreach (var hit in result.Hits)
            {
                hits.Add((snapshot.Document(hit.Document).Id, hit.Score));
            }

            return new TreeAnswer(id, null, result.Total, hits);
        }

        public void Write(Utf8JsonWriter json)
        {
            json.WriteString("id", Id);
            if (Error is not null)
            {
                json.WriteString("error", Error);
                return;
            }

            json.WriteNumber("total", Total);
            json.WriteStartArray("hits");
            foreach (var (id, score) in Hits)
            {
                json.WriteStartObject();
                json.WriteString("id", id);
                json.WriteNumber("score", score);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }
    }
}
