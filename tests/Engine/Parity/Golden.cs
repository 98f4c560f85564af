using System.Text.Json;
using ProposalSearch.Compare.Agreement;
using ProposalSearch.Testing;

namespace ProposalSearch.Engine.Tests.Parity;

/// <summary>The golden files: documents, query trees, and Lucene's answers to them.</summary>
internal static class Golden
{
    private static readonly Dictionary<string, JsonElement> TreesById = ById("trees.jsonl");
    private static readonly Dictionary<string, JsonElement> AnswersById = ById("lucene.jsonl");

    /// <summary>The objects of a file.</summary>
    public static IEnumerable<JsonElement> Lines(string name) =>
        File.ReadLines(
            Path.Combine(Repository.Root, "tests", "Engine", "Parity", "Golden", name)).Select(line =>
                JsonDocument.Parse(line).RootElement);

    /// <summary>A tree with Lucene's answer to it.</summary>
    public static (JsonElement Tree, Answer Answer) TreeAndAnswer(string id) =>
        (TreesById[id].GetProperty("query"), Answer.Read(AnswersById[id]));

    private static Dictionary<string, JsonElement> ById(string name) =>
        Lines(name).ToDictionary(line => line.GetProperty("id").GetString()!, StringComparer.Ordinal);
}
