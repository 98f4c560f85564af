using ProposalSearch.Proposals;
using ProposalSearch.Retrieval;
using ProposalSearch.Search;
using ProposalSearch.Search.Counting;
using ProposalSearch.Search.Related;
using ProposalSearch.SearchHost.Addresses;

namespace ProposalSearch.SearchHost.Wire;

/// <summary>Turns counts and similar proposals into what the API answers.</summary>
internal static class CountingAnswering
{
    /// <summary>Values of a facet.</summary>
    public static FacetValuesAnswer FacetValues(FacetResult facet, string prefix, IndexIdentity identity, TimeSpan took) => new(
        facet.Field,
        facet.Label,
        facet.Type == FacetType.Number ? "number" : "text",
        prefix,
        [.. facet.Values.Select(static value =>
            new FacetValueAnswer(value.Value, value.Label, value.Count, value.Selected, null, value.Parent))],
        facet.Other,
        Milliseconds(took),
        Index(identity));

    /// <summary>A trend.</summary>
    public static TrendsAnswer Trends(Trend trend, IndexIdentity identity, TimeSpan took) => new(
        QueryAnswer.Of(trend.Query),
        trend.Total,
        [.. trend.Years.Select(static year => new TrendYearAnswer(year.Year, year.Count, year.Of, Math.Round(year.Share, 4)))],
        trend.Missing,
        trend.Warnings,
        Milliseconds(took),
        Index(identity));

    /// <summary>The canonical questions.</summary>
    public static QuestionsAnswer Questions(IReadOnlyList<QuestionUse> questions, IndexIdentity identity) => new(
        [
            .. questions.Select(static one => new QuestionAnswer(
                one.Id,
                one.Label,
                one.Proposals,
                [.. one.Wordings.Select(static said => new WordingAnswer(said.Wording, said.Answers, Math.Round(said.Confidence, 3)))])),
        ],
        Index(identity));

    /// <summary>Similar proposals.</summary>
    public static SimilarAnswer Similar(
        string root, string id, IReadOnlyList<SimilarProposal> similar, IndexIdentity identity, TimeSpan took) =>
        new(id, [.. similar.Select(one => Similar(root, one))], Milliseconds(took), Index(identity));

    private static SimilarProposalAnswer Similar(string root, SimilarProposal similar)
    {
        var url = ProposalAddress.Page(root, similar.Id);
        return new SimilarProposalAnswer(
            similar.Id,
            url,
            similar.Title,
            similar.Summary,
            similar.Organization,
            similar.Year,
            similar.Score,
            similar.SharedTerms,
            [
                .. similar.Questions.Select(question => new SimilarQuestionAnswer(
                    question.QuestionId,
                    question.Label,
                    question.AnswerIndex is { } answer ? $"{url}#{ProposalAddress.Anchor(answer)}" : url,
                    question.SharedTerms)),
            ]);
    }

    private static double Milliseconds(TimeSpan took) => Math.Round(took.TotalMilliseconds, 2);

    private static IndexAnswer Index(IndexIdentity identity) => new(identity.Build, identity.BuiltAt, identity.Documents);
}
