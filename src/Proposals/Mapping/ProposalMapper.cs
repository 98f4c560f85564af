using ProposalSearch.Proposals.Sources;

namespace ProposalSearch.Proposals.Mapping;

/// <summary>Records to proposals, by what was decided about each key. Safe for use by several threads at once.</summary>
/// <param name="keys">The schema.</param>
/// <param name="plans">What becomes of each key, by the key as files have it.</param>
internal sealed class ProposalMapper(SchemaKeys keys, IReadOnlyDictionary<string, KeyPlan> plans)
{
    /// <summary>The facet that every proposal with a year has a value of.</summary>
    public const string YearField = "year";

    /// <summary>Makes a proposal of a record.</summary>
    /// <param name="record">The record.</param>
    /// <param name="id">Its id.</param>
    /// <param name="warnings">Takes what somebody should know.</param>
    public Proposal Map(SourceRecord record, string id, List<SourceFault> warnings)
    {
        var draft = new ProposalDraft(record, warnings);
        foreach (var entry in record.Entries)
        {
            if (plans.TryGetValue(entry.Key, out var plan))
            {
                draft.Add(entry, plan);
            }
        }

        draft.AddOutranked();
        if (record.Body is not null)
        {
            AddBody(draft, record.Body);
        }

        return draft.Build(id);
    }

    private void AddBody(ProposalDraft draft, SourceBody body)
    {
        var sections = BodySections.Of(body);
        draft.OfferTitle(sections.Title);
        foreach (var section in sections.Sections)
        {
            draft.AddSection(PlanOf(section.Heading), section.Text);
        }
    }

    private KeyPlan PlanOf(string heading)
    {
        var question = heading.Length > 0 ? heading : "Text";
        return new KeyPlan
        {
            Question = question,
            NormalizedQuestion = Wording.Normalize(question),
            QuestionId = heading.Length > 0 ? keys.Questions.Match(heading).QuestionId : null,
            IsAnswer = true,
            IsVerbatim = true,
        };
    }
}
