namespace ProposalSearch.SearchHost.Problems;

/// <summary>A kind of error, by the code that programs know it by.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">Stable.</param>
/// <param name="When">When it is answered, in a few words.</param>
internal sealed record ProblemKind(int Status, string Code, string When)
{
    /// <summary>All codes that an address of the API may answer with; docs/http-api.md has the same.</summary>
    public static IReadOnlyList<ProblemKind> All { get; } =
    [
        new(400, "invalid_request", "several faults with different codes"),
        new(400, "unknown_parameter", "a name that is no parameter and no facet"),
        new(400, "unknown_facet", "a facet that the schema does not have"),
        new(400, "unknown_question", "a canonical question that the schema does not have"),
        new(400, "unknown_field", "a field that hits do not have"),
        new(400, "unknown_part", "a part that answers do not have"),
        new(400, "unknown_column", "a column that exports do not have"),
        new(400, "invalid_value", "a value that the parameter does not take"),
        new(400, "out_of_range", "a number that the parameter does not take"),
        new(400, "invalid_range", "two ranges of a field, a range beside values, or an excluded range"),
        new(400, "repeated_parameter", "a parameter of one value, sent twice"),
        new(400, "too_many_values", "too many filter values"),
        new(400, "query_too_long", "a query of too many characters"),
        new(400, "value_too_long", "a filter value of too many characters"),
        new(400, "filters_too_long", "filter values of too many characters together"),
        new(400, "snippets_too_long", "per_page times snippets times snippet_length is too much"),
        new(400, "window_exceeded", "a page beyond the first 10,000 hits"),
        new(400, "invalid_cursor", "a cursor of another query or another index"),
        new(400, "invalid_tag", "pre_tag or post_tag is more than a plain element"),
        new(400, "invalid_json", "a body that is no JSON object"),
        new(400, "unreadable_body", "a chunk of the body has a size that no body can have"),
        new(400, "host_not_allowed", "the header Host has a name that the server does not answer to"),
        new(401, "unauthorized", "the request does not carry the key of the operator"),
        new(404, "proposal_not_found", "no proposal has this id"),
        new(404, "not_found", "nothing has this address"),
        new(405, "method_not_allowed", "the address does not take the method"),
        new(413, "body_too_large", "a body that has, with the query string, more than 256 KB"),
        new(429, "rate_limited", "the client sends more requests than it may"),
        new(500, "internal_error", "a fault of the server"),
        new(503, "index_unreachable", "the cluster that keeps the index does not answer, or not all of it"),
        new(503, "index_unavailable", "a file of the index cannot be read, or is damaged"),
        new(503, "refresh_failed", "the index could not be brought up to date; the one that was there goes on answering"),
        new(503, "not_ready", "the index is not open yet"),
        new(503, "dump_not_ready", "there is no whole dump yet"),
        new(503, "busy", "other requests were running, and this one waited for its turn in vain"),
        new(503, "time_budget", "the search took too long"),
        new(503, "stopping", "the server is being stopped"),
    ];

    /// <summary>The kind of a code, which is there.</summary>
    public static ProblemKind Of(string code) => All.Single(kind => kind.Code == code);
}
