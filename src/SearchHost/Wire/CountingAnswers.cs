namespace ProposalSearch.SearchHost.Wire;

/// <summary>The JSON of <c>/v1/facets/{field}</c>: values of a facet that begin as asked, <c>other</c> of them not listed.</summary>
internal sealed record FacetValuesAnswer(
    string Field,
    string Label,
    string Type,
    string Prefix,
    IReadOnlyList<FacetValueAnswer> Values,
    int Other,
    double TookMs,
    IndexAnswer Index);

/// <summary>The JSON of <c>/v1/trends</c>.</summary>
internal sealed record TrendsAnswer(
    QueryAnswer Query,
    long Total,
    IReadOnlyList<TrendYearAnswer> Years,
    long Missing,
    IReadOnlyList<string> Warnings,
    double TookMs,
    IndexAnswer Index);

/// <summary>A year: <c>count</c> matches of <c>of</c> proposals, which is the <c>share</c>, 0 to 1.</summary>
internal sealed record TrendYearAnswer(int Year, long Count, long Of, double Share);

/// <summary>The JSON of <c>/v1/questions</c>.</summary>
internal sealed record QuestionsAnswer(IReadOnlyList<QuestionAnswer> Questions, IndexAnswer Index);

/// <summary>A canonical question, with how many proposals answer it.</summary>
internal sealed record QuestionAnswer(
    string Id, string Label, long Proposals, IReadOnlyList<WordingAnswer> Wordings);

/// <summary>How forms worded a question, and how sure it is that they meant it.</summary>
internal sealed record WordingAnswer(string Wording, int Answers, double Confidence);

/// <summary>The JSON of <c>/v1/proposals/{id}/similar</c>.</summary>
internal sealed record SimilarAnswer(string Id, IReadOnlyList<SimilarProposalAnswer> Similar, double TookMs, IndexAnswer Index);

/// <summary>A similar proposal, and why it is similar.</summary>
internal sealed record SimilarProposalAnswer(
    string Id,
    string Url,
    string Title,
    string? Summary,
    string? Organization,
    int? Year,
    double Score,
    IReadOnlyList<string> SharedTerms,
    IReadOnlyList<SimilarQuestionAnswer> Questions);

/// <summary>A question that both proposals answer with the same words; <c>url</c> is the answer of the similar one.</summary>
internal sealed record SimilarQuestionAnswer(string QuestionId, string Label, string Url, IReadOnlyList<string> SharedTerms);
