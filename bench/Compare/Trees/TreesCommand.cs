using System.Text.Json.Nodes;

namespace ProposalSearch.Compare.Trees;

/// <summary>Query trees made of a corpus's own words, for a comparison of answers. The same seed gives the same trees.</summary>
internal static class TreesCommand
{
    public const string Usage = "trees DOCS.jsonl [--count 1000] [--seed 1]";

    public static int Run(ReadOnlySpan<string> line)
    {
        var arguments = new Arguments(line, Usage, 1, ["count", "seed"]);
        int seed = (int)arguments.Get("seed", 1);
        int count = (int)arguments.Get("count", 1000);
        var generator = new TreeGenerator(new CorpusWords(arguments.Word(0)), new Random(seed));
        Console.Error.WriteLine($"{count} trees, seed {seed}");
        using var output = new JsonLines();
        for (int i = 1; i <= count; i++)
        {
            var (kind, tree) = generator.Next();
            output.Write(json =>
            {
                json.WriteString("id", FormattableString.Invariant($"{kind}-{i:0000}"));
                json.WritePropertyName("query");
                ((JsonNode)tree).WriteTo(json);
            });
        }

        return 0;
    }
}
