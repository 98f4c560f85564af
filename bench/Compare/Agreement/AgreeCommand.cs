using System.Text.Json;
using ProposalSearch.Compare.Corpus;

namespace ProposalSearch.Compare.Agreement;

/// <summary>
/// Compares two files of answers (LuceneSearch) or of tokens (LuceneTokens) line by line, and counts what differs by the kind of
/// query, which an id begins with, and by class of difference. Exit code 1 where anything differs.
/// </summary>
internal static class AgreeCommand
{
    public const string Usage = "agree OURS.jsonl THEIRS.jsonl [--show 10]";

    public static int Run(ReadOnlySpan<string> line)
    {
        var arguments = new Arguments(line, Usage, 2, ["show"]);
        int show = (int)arguments.Get("show", 10);
        var tally = new Tally();
        using var ours = new LineReader(arguments.Word(0));
        using var theirs = new LineReader(arguments.Word(1));
        while (Pair(ours, theirs, out var own, out var other))
        {
            using (own)
            using (other)
            {
                Compare(own.RootElement, other.RootElement, tally, show);
            }
        }

        tally.Print(Console.Out);
        return tally.Differing == 0 ? 0 : 1;
    }

    private static bool Pair(LineReader ours, LineReader theirs, out JsonDocument own, out JsonDocument other)
    {
        bool more = ours.TryRead(out var line);
        own = other = null!;
        if (more != theirs.TryRead(out var otherLine))
        {
            throw new CorpusException($"One file ends after {Math.Min(ours.Number, theirs.Number)} lines, the other does not.");
        }

        if (more)
        {
            own = JsonDocument.Parse(line.ToArray());
            other = JsonDocument.Parse(otherLine.ToArray());
        }

        return more;
    }

    private static void Compare(JsonElement own, JsonElement other, Tally tally, int show)
    {
        string id = own.GetProperty("id").GetString()!;
        if (other.GetProperty("id").GetString() is var otherId && otherId != id)
        {
            throw new CorpusException($"The files answer different questions: {id} stands beside {otherId}.");
        }

        if (own.TryGetProperty("tokens", out var tokens))
        {
            tally.Add("tokens", TokenComparison.Difference(tokens, other.GetProperty("tokens")), id, show, tokens.GetArrayLength());
        }
        else
        {
            tally.Add(id.Split('-')[0], AnswerComparison.Difference(Answer.Read(own), Answer.Read(other)), id, show, 1);
        }
    }
}
