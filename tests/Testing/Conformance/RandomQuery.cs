using ProposalSearch.Search;
using ProposalSearch.Search.Language;

namespace ProposalSearch.Testing.Conformance;

/// <summary>
/// Random texts of queries on <see cref="ProposalCorpus"/>: operators, brackets, fields and scopes around words that stand in one form
/// only.
/// </summary>
public static class RandomQuery
{
    private static readonly string[] Leaves =
    [
        "\"free of charge\"", "\"the river\"", "\"no garden\"", "\"public library\"", "\"not there\"", "neigh*", "surv*", "wal*",
        "year:2014", "year:2015..", "category:learn", "category:~missing",
        "area:\"South LA\"", "in:need", "title:river", "organization:data", "summary:nothing",
    ];

    /// <summary>A query's text.</summary>
    public static string Text(Random random, int depth = 0)
    {
        var parts = Enumerable.Range(0, random.Next(1, 4)).Select(_ => Part(random, depth));
        return string.Join(random.Next(3) switch { 0 => " AND ", 1 => " OR ", _ => " " }, parts);
    }

    private static string Part(Random random, int depth)
    {
        var sign = random.Next(8) switch { 0 => "-", 1 => "NOT ", 2 => "+", _ => "" };
        return sign + random.Next(10) switch
        {
            < 2 when depth < 3 => $"({Text(random, depth + 1)})",
            2 when depth < 3 => $"(in:{ProposalCorpus.Metadata.Questions[random.Next(3)].Id} {Text(random, depth + 1)})",
            < 6 => Leaves[random.Next(Leaves.Length)],
            _ => ProposalCorpus.PlainWords[random.Next(ProposalCorpus.PlainWords.Count)],
        };
    }

    /// <summary>The tree that the contract reads of a text.</summary>
    public static QueryNode? Read(string text, MatchMode match) =>
        QueryText.Parse(text, QueryTextOptions.For(ProposalCorpus.Metadata, match == MatchMode.Any)).Root;
}
