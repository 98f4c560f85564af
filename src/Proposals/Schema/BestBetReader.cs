using System.Globalization;

namespace ProposalSearch.Proposals.Schema;

/// <summary>A best bet of a schema.</summary>
/// <param name="Bet">The bet.</param>
/// <param name="Line">The line of its proposals in the schema file.</param>
internal sealed record BestBetRule(BestBet Bet, int Line);

/// <summary>The part of a schema file about best bets: a list of them.</summary>
internal static class BestBetReader
{
    private const string Key = "best_bets";
    private static readonly string[] Keys = ["queries", "proposals", "text", "link", "from", "to"];

    /// <summary>Reads the part; its bets go before those of the schema below.</summary>
    public static IReadOnlyList<BestBetRule> Read(SchemaNode root, IReadOnlyList<BestBetRule> under, SchemaFaults faults)
    {
        var rules = new List<BestBetRule>();
        foreach (var item in root.Items(Key))
        {
            if (item is Sources.SourceMap { Entries: [var first, ..] } map)
            {
                rules.Add(Read(new SchemaNode(map, faults, $"an item of '{Key}'", first.Line), faults));
            }
            else
            {
                const string Remedy = "write '- queries: [rent]', and 'proposals: [id]' below it";
                faults.Add(root.LineOf(Key), $"'{Key}' has an item that is no mapping: {Remedy}.");
            }
        }

        return [.. rules, .. under];
    }

    private static BestBetRule Read(SchemaNode node, SchemaFaults faults)
    {
        node.AllowOnly(Keys);
        var bet = new BestBet(
            node.Words("queries"),
            node.Words("proposals"),
            node.Text("text"),
            node.Text("link"),
            Day(node, "from", faults),
            Day(node, "to", faults));
        if (bet.Queries.Count == 0)
        {
            faults.Add(node.Line, $"an item of '{Key}' has no 'queries': list those that it is for, as 'queries: [rent, rent control]'.");
        }

        if (bet.Proposals.Count == 0 && bet.Text is null)
        {
            faults.Add(node.Line, $"an item of '{Key}' has neither 'proposals' nor 'text': list ids, or write a text to show.");
        }

        if (bet.Link is { } link && !IsAddress(link))
        {
            faults.Add(node.LineOf("link"), $"'link' is '{link}', which is no address: begin it with https://.");
        }

        if (bet.From > bet.To)
        {
            faults.Add(node.LineOf("from"), "'from' is after 'to', so that it is never shown: exchange them.");
        }

        return new BestBetRule(bet, node.LineOf("proposals") ?? node.Line);
    }

    private static bool IsAddress(string link) =>
        Uri.TryCreate(link, UriKind.Absolute, out var address) && (address.Scheme is "https" or "http");

    private static DateOnly? Day(SchemaNode node, string key, SchemaFaults faults)
    {
        if (node.Text(key) is not { } text)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        faults.Add(node.LineOf(key), $"'{key}' is '{text}'; it must be a day, as 2026-01-31.");
        return null;
    }
}
