using System.Globalization;
using ProposalSearch.Proposals;

namespace ProposalSearch.Search;

/// <summary>
/// Finds all faults of a request at once, so that every backend and every program refuses the same requests in the same words. Whoever
/// reads requests from text has nothing to check but that the text can be read. It runs before every search, so that a request without a
/// fault must cost next to nothing: what a message needs is captured only where there is a fault.
/// </summary>
public static class SearchRequestCheck
{
    private const string ReadOnByCursor = "To read on, go on from the cursor of the last answer; or narrow the query.";

    /// <summary>
    /// Adds the faults of a request to an index of this metadata; none where it can be carried out. Whether its cursor is of this index
    /// and this request is found out when it is searched.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="metadata">Which facets and questions there are.</param>
    /// <param name="faults">Takes the faults.</param>
    /// <param name="unread">
    /// Faults of parts that could not be read from what somebody sent, and that the request has its defaults for. They are told after those
    /// of names, before those of numbers.
    /// </param>
    /// <param name="readOn">A sentence about how to read beyond the last page, where there are better ways than a cursor.</param>
    public static void AddFaults(
        SearchRequest request, IndexMetadata metadata, FaultList faults, FaultList? unread = null, string readOn = ReadOnByCursor)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(metadata);
        ArgumentNullException.ThrowIfNull(faults);
        AddFilterFaults(request.Filters, metadata, faults);
        AddUnknownQuestions(request.In, metadata, faults);
        AddUnknownFacets(request.Facets ?? [], metadata, faults);
        if (unread is not null)
        {
            faults.Add(unread);
        }

        AddNumberFault(NumberBounds.Page, request.Page, faults);
        AddNumberFault(NumberBounds.PerPage, request.PerPage, faults);
        AddNumberFault(NumberBounds.Snippets, request.Snippets, faults);
        AddNumberFault(NumberBounds.SnippetLength, request.SnippetLength, faults);
        AddNumberFault(NumberBounds.FacetSize, request.FacetSize, faults);
        AddChoiceFault("match", request.Match, faults);
        AddChoiceFault("sort", request.Sort, faults);
        if (request.SortBy is { } number && !NumberOrder.FieldsOf(metadata).Contains(number.Field, StringComparer.Ordinal))
        {
            AddUnknownSort(faults, number.ToString(), metadata);
        }

        AddTimeFault(request.TimeBudget, faults);
        AddWindowFault(request, faults, readOn);
    }

    /// <summary>Throws <see cref="SearchRequestException"/> when there are faults.</summary>
    public static void ThrowIfFaulty(SearchRequest request, IndexMetadata metadata)
    {
        var faults = new FaultList();
        AddFaults(request, metadata, faults);
        ThrowIfAny(faults);
    }

    /// <summary>
    /// Throws <see cref="SearchRequestException"/> where the limit or the time is out of its bounds, or a filter is faulty.
    /// </summary>
    public static void ThrowIfFaulty(SuggestRequest request, IndexMetadata metadata)
    {
        ArgumentNullException.ThrowIfNull(request);
        var faults = new FaultList();
        AddNumberFault(NumberBounds.SuggestLimit, request.Limit, faults);
        AddFilterFaults(request.Filters, metadata, faults);
        AddTimeFault(request.TimeBudget, faults);
        ThrowIfAny(faults);
    }

    /// <summary>Adds the fault that a facet of numbers is asked for what is no number.</summary>
    /// <param name="faults">Takes it.</param>
    /// <param name="parameter">The part of the request.</param>
    /// <param name="facet">The facet.</param>
    /// <param name="value">What it is asked for.</param>
    public static void AddNoNumber(FaultList faults, string parameter, FacetDefinition facet, string value)
    {
        ArgumentNullException.ThrowIfNull(faults);
        faults.Add(FaultCodes.InvalidValue, parameter, () =>
            $"'{Shown.Short(value)}' is no {facet.Label.ToLowerInvariant()}: send a whole number, "
            + $"a range such as 2016..2020, 2016.. or ..2020, or {FacetFilter.Missing}.");
    }

    /// <summary>Adds the fault that there is no such order.</summary>
    /// <param name="faults">Takes it.</param>
    /// <param name="sort">What was asked for.</param>
    /// <param name="metadata">Says by which numbers the index can be sorted.</param>
    public static void AddUnknownSort(FaultList faults, string sort, IndexMetadata metadata)
    {
        ArgumentNullException.ThrowIfNull(faults);
        faults.Add(FaultCodes.InvalidValue, "sort", () =>
            $"sort is '{Shown.Short(sort)}'; it must be one of {string.Join(", ", NumberOrder.WordsOf(metadata))}.");
    }

    private static void ThrowIfAny(FaultList faults)
    {
        if (faults.Count > 0)
        {
            throw new SearchRequestException(faults);
        }
    }

    private static void AddFilterFaults(IReadOnlyList<FacetFilter> filters, IndexMetadata metadata, FaultList faults)
    {
        var seen = filters.Count > 1 ? new HashSet<string>(StringComparer.Ordinal) : null;
        foreach (var filter in filters)
        {
            if (seen?.Add(filter.Field) == false)
            {
                var field = filter.Field;
                faults.Add(FaultCodes.DuplicateFilter, field,
                    () => $"There are two filters on '{Shown.Short(field)}': put all values into one.");
            }

            if (Find(metadata, filter.Field) is { } facet)
            {
                AddRangeFaults(filter, facet, faults);
                AddValueFaults(filter, facet, faults);
            }
            else
            {
                AddUnknownFacet(filter.Field, filter.Field, metadata, faults);
            }
        }
    }

    private static void AddRangeFaults(FacetFilter filter, FacetDefinition facet, FaultList faults)
    {
        if (filter.Range is not { } range)
        {
            return;
        }

        var field = filter.Field;
        if (facet.Type != FacetType.Number)
        {
            faults.Add(FaultCodes.InvalidRange, field,
                () => $"{field} has words for values and takes no range: name the values.");
        }
        else if (!range.IsInOrder)
        {
            faults.Add(FaultCodes.InvalidRange, field,
                () => $"The range of {field} must have an end, and its ends in order, such as 2016..2020, 2016.. or ..2020.");
        }

        if (filter.Include.Count > 0)
        {
            faults.Add(FaultCodes.InvalidRange, field,
                () => $"{field} has both a range and single values: send either one range, such as 2016..2020, or values.");
        }
    }

    private static void AddValueFaults(FacetFilter filter, FacetDefinition facet, FaultList faults)
    {
        if (facet.Type == FacetType.Number)
        {
            foreach (var value in filter.Include.Concat(filter.Exclude).Where(value => !IsNumber(value) && value != FacetFilter.Missing))
            {
                AddNoNumber(faults, filter.Field, facet, value);
            }
        }
    }

    private static bool IsNumber(string value) => long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);

    private static void AddUnknownQuestions(IReadOnlyList<string> names, IndexMetadata metadata, FaultList faults)
    {
        foreach (var name in names)
        {
            if (!QuerySections.All.Contains(name, StringComparer.Ordinal) && !IsQuestion(metadata, name))
            {
                AddUnknownQuestion(name, metadata, faults);
            }
        }
    }

    private static void AddUnknownQuestion(string name, IndexMetadata metadata, FaultList faults)
        => AddUnknown(FaultCodes.UnknownQuestion, "in", "question", name, faults, () => Questions(metadata));

    private static IEnumerable<string> Questions(IndexMetadata metadata)
        => metadata.Questions.Select(question => question.Id).Union(QuerySections.All, StringComparer.Ordinal);

    private static bool IsQuestion(IndexMetadata metadata, string name)
    {
        foreach (var question in metadata.Questions)
        {
            if (question.Id == name)
            {
                return true;
            }
        }

        return false;
    }

    private static void AddUnknownFacets(IReadOnlyList<string> fields, IndexMetadata metadata, FaultList faults)
    {
        foreach (var field in fields)
        {
            if (Find(metadata, field) is null)
            {
                AddUnknownFacet("facets", field, metadata, faults);
            }
        }
    }

    private static void AddUnknownFacet(string parameter, string field, IndexMetadata metadata, FaultList faults)
        => AddUnknown(FaultCodes.UnknownFacet, parameter, "facet", field, faults, () => metadata.Facets.Select(facet => facet.Field));

    private static FacetDefinition? Find(IndexMetadata metadata, string field)
    {
        foreach (var facet in metadata.Facets)
        {
            if (facet.Field == field)
            {
                return facet;
            }
        }

        return null;
    }

    private static void AddUnknown(
        string code, string parameter, string kind, string name, FaultList faults, Func<IEnumerable<string>> known)
    {
        faults.Add(code, parameter, () => $"There is no {kind} '{Shown.Short(name)}'. {Hint()}");

        string Hint()
        {
            string[] names = [.. known()];
            return NearestName.Of(name, names) is { } nearest ? $"Did you mean {nearest}?" : $"There are {string.Join(", ", names)}.";
        }
    }

    private static void AddNumberFault(NumberBounds bounds, int value, FaultList faults)
    {
        if (!bounds.Includes(value))
        {
            bounds.AddFault(faults, value.ToString(CultureInfo.InvariantCulture));
        }
    }

    private static void AddChoiceFault<T>(string parameter, T choice, FaultList faults)
        where T : struct, Enum
    {
        if (!Enum.IsDefined(choice))
        {
            ChoiceWords.AddFault<T>(faults, FaultCodes.OutOfRange, parameter, ChoiceWords.Of(choice));
        }
    }

    private static void AddTimeFault(TimeSpan? budget, FaultList faults)
    {
        if (budget < TimeSpan.Zero)
        {
            var asked = budget;
            faults.Add(FaultCodes.OutOfRange, "time_budget",
                () => FormattableString.Invariant($"The time budget is {asked}: it must not be negative."));
        }
    }

    private static void AddWindowFault(SearchRequest request, FaultList faults, string readOn)
    {
        var isBeyond = request.Cursor is null && request.Page > 1 && (long)request.Page * request.PerPage > SearchLimits.Window;
        if (isBeyond && NumberBounds.PerPage.Includes(request.PerPage))
        {
            var how = readOn;
            faults.Add(FaultCodes.WindowExceeded, "page",
                () => FormattableString.Invariant($"Pages reach the first {SearchLimits.Window:N0} hits. {how}"));
        }
    }
}
