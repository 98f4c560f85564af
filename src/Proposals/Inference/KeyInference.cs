using ProposalSearch.Proposals.Indexing;
using ProposalSearch.Proposals.Schema;
using ProposalSearch.Proposals.Sources;

namespace ProposalSearch.Proposals.Inference;

/// <summary>What becomes of every key: the schema's word for those that it knows, and a decision by what the values look like for the others.</summary>
/// <param name="Plans">By the key as files have it.</param>
/// <param name="Facets">Facets that were found.</param>
/// <param name="Roles">What was decided, for the report.</param>
internal sealed record KeyInference(
    IReadOnlyDictionary<string, KeyPlan> Plans, IReadOnlyList<FacetRule> Facets, IReadOnlyList<InferredRole> Roles)
{
    /// <summary>Decides about all keys of these records.</summary>
    public static KeyInference Decide(SchemaKeys keys, IEnumerable<SourceRecord> records)
    {
        var plans = new Dictionary<string, KeyPlan>(StringComparer.Ordinal);
        foreach (var entry in records.SelectMany(static record => record.Entries))
        {
            if (!plans.ContainsKey(entry.Key))
            {
                plans[entry.Key] = keys.Find(entry.Key) ?? new KeyPlan
                {
                    Question = Wording.Label(entry.Key),
                    NormalizedQuestion = Wording.Normalize(entry.Key),
                    IsAnswer = true,
                    IsVerbatim = Wording.IsQuestion(entry.Key),
                };
            }
        }

        return new KeyInference(plans, [], []);
    }
}
