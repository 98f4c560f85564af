using ProposalSearch.Proposals;
using ProposalSearch.Proposals.Schema;

namespace ProposalSearch.Wordings;

/// <summary>The schema's own wordings, a tenth of them hidden at a time.</summary>
internal static class Folds
{
    private const int Count = 10;

    /// <summary>Each tenth, with the schema without it. Names are left out: they are never alike, only the same.</summary>
    public static IEnumerable<(IReadOnlyList<Judged> Wordings, ProposalSchema Without)> Of(ProposalSchema schema)
    {
        var all = schema.Questions
            .SelectMany(static rule => rule.Wordings.Where(static wording => wording.IsExact)
                .Select(wording => new Judged(wording.Text, [rule.Definition.Id])))
            .Concat(schema.Likeness.Others.Select(static wording => new Judged(wording, [])))
            .Where(static judged => Wording.IsQuestion(judged.Text))
            .ToList();
        for (var fold = 0; fold < Count; fold++)
        {
            var hidden = all.Where((_, at) => at % Count == fold).ToList();
            yield return (hidden, Without(schema, hidden.Select(static judged => judged.Text).ToHashSet(StringComparer.Ordinal)));
        }
    }

    private static ProposalSchema Without(ProposalSchema schema, HashSet<string> hidden) => schema with
    {
        Questions =
        [
            .. schema.Questions.Select(rule => rule with
            {
                Wordings = [.. rule.Wordings.Where(wording => wording.IsExact && !hidden.Contains(wording.Text))],
            }),
        ],
        Likeness = schema.Likeness with { Others = [.. schema.Likeness.Others.Where(other => !hidden.Contains(other))] },
    };
}
