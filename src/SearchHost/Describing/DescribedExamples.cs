namespace ProposalSearch.SearchHost.Describing;

/// <summary>Answers as examples of the OpenAPI document. A test compares them to their schemas.</summary>
internal static class DescribedExamples
{
    private const string Index = """{"build": "5b0c1c8e0f5d4c31", "built_at": "2026-01-31T12:00:00+00:00", "documents": 1287}""";

    private const string Query = """
        {"text": "college", "interpreted": "college", "ignored": [], "corrected": null, "corrections": [], "other_forms_only": [],
         "synonyms": [], "also_weighed": [], "relaxed": false}
        """;

    /// <summary>Of a search.</summary>
    public const string Search = $$"""
        {
          "query": {{Query}}, "total": 386, "unfiltered_total": 386, "partial_total": 0, "page": 1, "per_page": 1, "best_bets": [],
          "hits": [{
            "id": "2015/level-up", "url": "/proposals/2015/level-up", "title": "Level Up: College Success",
            "title_highlighted": "Level Up: <mark>College</mark> Success", "summary": "Mentors.", "organization": "Level Up",
            "year": 2015, "image": null, "score": 12.5, "facets": {"year": ["2015"]},
            "snippets": [{"question": "How will you measure success?", "question_id": "evaluation",
              "url": "/proposals/2015/level-up#answer-2", "html": "We count who stays in <mark>college</mark>."}],
            "partial": false, "missing_words": [], "source": "2015/level-up.md"
          }],
          "facets": [{"field": "year", "label": "Year", "type": "number", "missing": 0, "missing_selected": false, "other": 0,
            "values": [{"value": "2015", "label": "2015", "count": 90, "selected": false}]}],
          "suggested_filters": [], "did_you_mean": null, "warnings": [], "took_ms": 1.5, "index": {{Index}},
          "links": {"self": "/v1/search?q=college&per_page=1", "next": "/v1/search?q=college&per_page=1&page=2",
            "csv": "/v1/search.csv?q=college", "ndjson": "/v1/search.ndjson?q=college",
            "atom": "/v1/search.atom?q=college&per_page=1"}
        }
        """;

    /// <summary>Of suggestions.</summary>
    public const string Suggest = $$"""
        {"text": "colleg", "took_ms": 0.4, "index": {{Index}},
         "suggestions": [{"text": "college students", "kind": "phrase", "query": "\"college students\"",
           "url": "/?q=%22college+students%22", "html": "<mark>colleg</mark>e students", "match": {"start": 0, "length": 6}, "edits": 0}]}
        """;

    /// <summary>Of similar proposals.</summary>
    public const string Similar = $$"""
        {"id": "2015/level-up", "took_ms": 2.5, "index": {{Index}},
         "similar": [{"id": "2016/first-year", "url": "/proposals/2016/first-year", "title": "First Year", "summary": null,
           "organization": "First Year", "year": 2016, "score": 7.25, "shared_terms": ["mentors"],
           "questions": [{"question_id": "evaluation", "label": "Evaluation", "url": "/proposals/2016/first-year#answer-3",
             "shared_terms": ["mentors"]}]}]}
        """;

    /// <summary>Of the values of a facet.</summary>
    public const string FacetValues = $$"""
        {"field": "category", "label": "Category", "type": "text", "prefix": "l", "other": 0, "took_ms": 0.5, "index": {{Index}},
         "values": [{"value": "learn", "label": "LEARN", "count": 42, "selected": false}]}
        """;

    /// <summary>Of trends.</summary>
    public const string Trends = $$"""
        {"query": {{Query}}, "total": 386, "years": [{"year": 2015, "count": 90, "of": 299, "share": 0.301}], "missing": 0, "warnings": [],
         "took_ms": 0.8, "index": {{Index}}}
        """;

    /// <summary>Of bringing the index up to date.</summary>
    public const string Refresh = $$"""
        {"changed": true, "index": {{Index}}, "took_ms": 812.5}
        """;

    /// <summary>Of the canonical questions.</summary>
    public const string Questions = $$"""
        {"index": {{Index}}, "questions": [{"id": "evaluation", "label": "Evaluation", "proposals": 1104,
         "wordings": [{"wording": "How will you measure success?", "answers": 276, "confidence": 1}]}]}
        """;
}
