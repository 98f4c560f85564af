using ProposalSearch.Proposals.Sources;

namespace ProposalSearch.Proposals.Mapping;

/// <summary>Records to proposals, by what was decided about each key. Safe for use by several threads at once.</summary>
/// <param name="keys">The schema.</param>
/// <param name="plans">What becomes of each key, by the key as files have it.</param>
/// <param name="headings">The headings of the archive.</param>
internal sealed class ProposalMapper(SchemaKeys keys, IReadOnlyDictionary<string, KeyPlan> plans, ArchiveHeadings headings)
{
    /// <summary>The facet that every proposal with a year has a value of.</summary>
    public const string YearField = "year";

    private const string TextQuestion = "Text";

    /// <summary>The wordings of keys, and whether hardly any file has the key.</summary>
    private readonly Dictionary<string, bool> _shown = plans.Values
        .GroupBy(static plan => plan.Link?.Label ?? plan.Question, StringComparer.Ordinal)
        .ToDictionary(static group => group.Key, static group => group.All(static plan => plan.IsRare), StringComparer.Ordinal);

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

        var proposal = draft.Build(id);

        // Headers of columns, and keys of a list, are no headings, however few of its records fill them.
        var isOfAList = record is { Number: not null, Body: null };
        return WithStated(isOfAList ? proposal : WithOwnHeadings(proposal), draft);
    }

    /// <summary>
    /// Words of headings are searched as an answer of their own where no text has them. Those of keys that other files have too are the
    /// wording of the form, and so are wordings that the schema lists, and headings that many files of the archive have.
    /// </summary>
    private Proposal WithOwnHeadings(Proposal proposal)
    {
        var own = proposal.Answers.Select(static answer => answer.Question).Where(IsOwn)
            .SelectMany(static question => question.Split(Wording.Below))
            .Where(part => !headings.IsUsual(part) && keys.Questions.Listed(part) is null);
        return With(proposal, OwnQuestions.Headings, OwnHeadings.Missing(own, Texts(proposal)));
    }

    /// <summary>Values to filter by and the like are searched as an answer of their own where no text has them.</summary>
    private static Proposal WithStated(Proposal proposal, ProposalDraft draft)
        => With(proposal, OwnQuestions.Stated, draft.StatedBeside([.. Texts(proposal), proposal.Organization ?? ""]));

    private static IEnumerable<string> Texts(Proposal proposal)
        => proposal.Answers.Select(static answer => answer.Text).Append(proposal.Title).Append(proposal.Summary ?? "");

    private static Proposal With(Proposal proposal, string question, string text)
        => text.Length == 0 ? proposal : proposal with { Answers = [.. proposal.Answers, new Answer(question, null, text)] };

    private bool IsOwn(string question)
        => question is not (TextQuestion or OwnQuestions.Heading)
            && (!_shown.TryGetValue(question, out var isRare) || isRare)
            && keys.Questions.Listed(question) is null;

    private void AddBody(ProposalDraft draft, SourceBody body)
    {
        var sections = BodySections.Of(
            body, headings, draft.StatedTitle, heading => keys.Questions.Match(heading).QuestionId is not null);
        draft.OfferTitle(sections.Title);
        draft.AddHeading(sections.Form);
        foreach (var section in sections.Sections)
        {
            draft.AddSection(PlanOf(section.Heading), section.Text);
        }
    }

    private KeyPlan PlanOf(string heading)
    {
        var question = heading.Length > 0 ? heading : TextQuestion;
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
