using ProposalSearch.Proposals;
using ProposalSearch.Retrieval.Results;

namespace ProposalSearch.Search.Storing;

/// <summary>Puts a proposal together again from its record and its sections.</summary>
internal static class StoredProposal
{
    /// <summary>The proposal of a document.</summary>
    public static Proposal Read(IStoredDocument view, IReadOnlyList<SectionLabel> labels)
    {
        var id = view.Id;
        var record = ProposalRecordFormat.Read(view.ReadStored(), id);
        return new Proposal
        {
            Id = id,
            Title = view.Text(0),
            Summary = Text(view, record.SummarySection),
            Organization = Text(view, record.OrganizationSection),
            OrganizationId = record.OrganizationId,
            Year = record.Year,
            Day = record.Day,
            Links = record.Links,
            Image = record.Image,
            Video = record.Video,
            Facets = record.Facets,
            Answers = Answers(view, record.FirstAnswerSection, labels),
            SourcePath = record.SourcePath,
            ContentHash = record.ContentHash,
        };
    }

    /// <summary>The text of a section that a proposal may lack.</summary>
    public static string? Text(IStoredDocument view, int? section) => section is { } number ? view.Text(number) : null;

    private static Answer[] Answers(IStoredDocument view, int first, IReadOnlyList<SectionLabel> labels)
    {
        var answers = new Answer[view.SectionCount - first];
        for (var at = 0; at < answers.Length; at++)
        {
            var label = labels[view.Label(first + at)];
            answers[at] = new Answer(label.Question, label.QuestionId, view.Text(first + at));
        }

        return answers;
    }
}
