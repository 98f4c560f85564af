using ProposalSearch.Proposals.Schema;
using ProposalSearch.Proposals.Sources;

namespace ProposalSearch.Indexing;

/// <summary>Best bets that name proposals which are not in the index.</summary>
internal static class BestBetCheck
{
    /// <summary>A warning for each, with the schema's file and line.</summary>
    public static IEnumerable<SourceFault> Warnings(IndexingOptions options, ProposalSchema schema, ArchiveReader archive)
    {
        if (schema.BestBets.Count == 0)
        {
            return [];
        }

        var known = archive.Records.Where(static record => (record.Before ?? record.Notes.Fate) == RecordFate.Indexed)
            .Select(static record => record.Id).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. schema.BestBets.SelectMany(rule => rule.Bet.Proposals.Where(id => !known.Contains(id)).Select(id => new SourceFault(
                options.Schema ?? "built-in", rule.Line, Cause(rule, id), Remedy(id, known)))),
        ];
    }

    private static string Cause(BestBetRule rule, string id) =>
        $"The best bet for '{rule.Bet.Queries[0]}' names the proposal '{id}', which the index does not have.";

    private static string Remedy(string id, IReadOnlySet<string> known)
    {
        var last = id[(id.LastIndexOf('/') + 1)..];
        var alike = known
            .Where(other => string.Equals(other, id, StringComparison.OrdinalIgnoreCase)
                || other.EndsWith("/" + last, StringComparison.OrdinalIgnoreCase)
                || id.StartsWith(other + ".", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .FirstOrDefault();
        return alike is null ? "Write its id as the address of its page has it, or take it out." : $"Did you mean '{alike}'?";
    }
}
