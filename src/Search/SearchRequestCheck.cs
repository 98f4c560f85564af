using System.Globalization;
using ProposalSearch.Proposals;

namespace ProposalSearch.Search;

/// <summary>Finds all faults of a request at once, so that every backend refuses the same requests in the same words.</summary>
public static class SearchRequestCheck
{
    /// <summary>
    /// The faults of a request to an index of this metadata; empty when it can be carried out. The cursor is the backend's to check.
    /// </summary>
    public static IReadOnlyList<RequestFault> Faults(SearchRequest request, IndexMetadata metadata)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(metadata);

        return
        [
            .. FilterFaults(request, metadata),
            .. (request.Facets ?? [])
                .Where(field => Find(metadata, field) is null)
                .Select(field => UnknownFacet(metadata, "facets", field)),
            .. QuestionFaults(request, metadata),
            .. NumberFaults(request),
            .. EnumFaults(request),
            .. TimeFaults(request.TimeBudget),
        ];
    }

    /// <summary>Throws <see cref="SearchRequestException"/> when there are faults.</summary>
    public static void ThrowIfFaulty(SearchRequest request, IndexMetadata metadata)
    {
        if (Faults(request, metadata) is { Count: > 0 } faults)
        {
            throw new SearchRequestException(faults);
        }
    }

    /// <summary>Throws <see cref="SearchRequestException"/> where the limit or the time is out of its bounds.</summary>
    public static void ThrowIfFaulty(SuggestRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var faults = TimeFaults(request.TimeBudget).ToList();
        if (request.Limit is < 1 or > SearchLimits.MaxSuggestions)
        {
            faults.Insert(0, new RequestFault(FaultCodes.OutOfRange, "limit", FormattableString.Invariant(
                $"The limit is {request.Limit}: ask for 1 to {SearchLimits.MaxSuggestions} suggestions.")));
        }

        if (faults.Count > 0)
        {
            throw new SearchRequestException(faults);
        }
    }

    private static IEnumerable<RequestFault> FilterFaults(SearchRequest request, IndexMetadata metadata)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var filter in request.Filters)
        {
            if (!seen.Add(filter.Field))
            {
                yield return new(
                    FaultCodes.DuplicateFilter, filter.Field, $"There are two filters on '{filter.Field}': put all values into one.");
            }

            if (Find(metadata, filter.Field) is not { } facet)
            {
                yield return UnknownFacet(metadata, filter.Field, filter.Field);
                continue;
            }

            foreach (var fault in RangeFaults(filter, facet).Concat(ValueFaults(filter, facet)))
            {
                yield return fault;
            }
        }
    }

    private static IEnumerable<RequestFault> RangeFaults(FacetFilter filter, FacetDefinition facet)
    {
        if (filter.Range is not { } range)
        {
            yield break;
        }

        if (facet.Type != FacetType.Number)
        {
            yield return new(
                FaultCodes.InvalidRange, filter.Field, $"'{filter.Field}' has words for values and takes no range: name the values.");
        }
        else if (range.From > range.To || (range.From is null && range.To is null))
        {
            yield return new(
                FaultCodes.InvalidRange,
                filter.Field,
                $"The range of '{filter.Field}' must have an end, and its ends in order, such as 2016..2020 or 2016..");
        }

        if (filter.Include.Count > 0)
        {
            yield return new(
                FaultCodes.InvalidRange, filter.Field, $"'{filter.Field}' has both a range and values to include: give one of them.");
        }
    }

    private static IEnumerable<RequestFault> ValueFaults(FacetFilter filter, FacetDefinition facet) =>
        facet.Type != FacetType.Number
            ? []
            : filter.Include.Concat(filter.Exclude)
                .Where(
                    value =>
                        value != FacetFilter.Missing
                            && !long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _))
                .Select(
                    value =>
                        new RequestFault(FaultCodes.InvalidValue, filter.Field, $"'{filter.Field}' takes whole numbers, not '{value}'."));

    private static IEnumerable<RequestFault> QuestionFaults(SearchRequest request, IndexMetadata metadata)
    {
        var known = QuerySections.All.Concat(metadata.Questions.Select(question => question.Id)).ToList();
        return request.In
            .Where(question => !known.Contains(question, StringComparer.Ordinal))
            .Select(
                question =>
                    new RequestFault(
                        FaultCodes.UnknownQuestion, "in", $"There is no question '{question}'. There are: {string.Join(", ", known)}."));
    }

    private static IEnumerable<RequestFault> NumberFaults(SearchRequest request)
    {
        if (OutOfRange("page", request.Page, 1, int.MaxValue) is { } page)
        {
            yield return page;
        }

        if (OutOfRange("per_page", request.PerPage, 0, SearchLimits.MaxPerPage) is { } perPage)
        {
            yield return perPage;
        }
        else if (request.Cursor is null && request.Page > 1 && (long)request.Page * request.PerPage > SearchLimits.Window)
        {
            yield return new(FaultCodes.WindowExceeded, "page", BeyondWindow(request));
        }

        if (OutOfRange("snippets", request.Snippets, 0, SearchLimits.MaxSnippets) is { } snippets)
        {
            yield return snippets;
        }

        if (OutOfRange("snippet_length", request.SnippetLength, SearchLimits.MinSnippetLength, SearchLimits.MaxSnippetLength) is { } length)
        {
            yield return length;
        }

        if (OutOfRange("facet_size", request.FacetSize, 0, SearchLimits.MaxFacetSize) is { } size)
        {
            yield return size;
        }
    }

    private static string BeyondWindow(SearchRequest request) =>
        FormattableString.Invariant($"Page {request.Page} of {request.PerPage} hits ends beyond the {SearchLimits.Window:N0}th hit: ")
        + "go on from the last answer's cursor, or narrow the query.";

    private static IEnumerable<RequestFault> EnumFaults(SearchRequest request)
    {
        if (!Enum.IsDefined(request.Match))
        {
            yield return new(FaultCodes.OutOfRange, "match", "'match' is one of auto, all and any.");
        }

        if (!Enum.IsDefined(request.Sort))
        {
            yield return new(FaultCodes.OutOfRange, "sort", "'sort' is one of relevance, newest, oldest and title.");
        }
    }

    private static IEnumerable<RequestFault> TimeFaults(TimeSpan? budget) => budget < TimeSpan.Zero
        ? [new(FaultCodes.OutOfRange, "time_budget", FormattableString.Invariant($"The time budget is {budget}: it must not be negative."))]
        : [];

    private static RequestFault? OutOfRange(string parameter, int value, int least, int greatest) =>
        value >= least && value <= greatest
            ? null
            : new(
                FaultCodes.OutOfRange,
                parameter,
                FormattableString.Invariant($"'{parameter}' is {value}: it must be {least} to {greatest}."));

    private static FacetDefinition? Find(IndexMetadata metadata, string field) =>
        metadata.Facets.FirstOrDefault(facet => facet.Field == field);

    private static RequestFault UnknownFacet(IndexMetadata metadata, string parameter, string field) =>
        new(
            FaultCodes.UnknownFacet,
            parameter,
            $"There is no facet '{field}'. There are: {string.Join(", ", metadata.Facets.Select(facet => facet.Field))}.");
}
