using System.Globalization;
using ProposalSearch.Proposals;
using ProposalSearch.Search;
using ProposalSearch.SearchHost.Markup;
using ProposalSearch.SearchHost.Settings;
using ProposalSearch.SearchHost.Snapshots;

namespace ProposalSearch.SearchHost.Parameters;

/// <summary>
/// Reads the parameters of one search request and finds all of their faults at once. The text of a query is never at fault, but for its
/// length. Used by one thread, for one request.
/// </summary>
internal sealed class SearchParameters
{
    /// <summary>Characters of all snippets of an answer at most, by what is asked for.</summary>
    public const int MaxSnippetCharacters = 500_000;

    private const string ReadOn = "To read on, follow links.next, which carries a cursor from there on; "
        + "to read all, use /v1/search.ndjson or /v1/search.csv.";

    // More than a page has is taken as what it has, with a warning.
    private static readonly NumberBounds AskedPerPage = NumberBounds.PerPage with { Most = int.MaxValue };

    private static readonly SearchRequest Defaults = new();
    private readonly IndexSnapshot _snapshot;
    private readonly SearchHostOptions _options;
    private readonly FaultList _faults = new();
    private readonly FaultList _unread = new();
    private readonly List<string> _warnings = [];
    private readonly List<string> _text = [];
    private readonly List<string> _in = [];
    private readonly Dictionary<string, string> _single = new(StringComparer.Ordinal);
    private readonly FilterParameters _filters;
    private List<string>? _facets;
    private List<string>? _fields;
    private List<string>? _parts;

    private SearchParameters(IndexSnapshot snapshot, SearchHostOptions options)
    {
        _snapshot = snapshot;
        _options = options;
        _filters = new FilterParameters(snapshot.Facets, options, _faults);
    }

    /// <summary>Reads a request.</summary>
    /// <param name="parameters">Its parameters.</param>
    /// <param name="snapshot">Says which facets and questions there are.</param>
    /// <param name="options">The limits.</param>
    /// <param name="others">Names to let pass without reading them.</param>
    /// <param name="lenient">Whether unknown parameters are passed over, as on pages, whose addresses others decorate.</param>
    public static SearchQueryReading Read(
        IReadOnlyList<Parameter> parameters, IndexSnapshot snapshot, SearchHostOptions options, IReadOnlyList<string> others, bool lenient)
    {
        var reader = new SearchParameters(snapshot, options);
        foreach (var parameter in parameters.Where(parameter => !others.Contains(parameter.Name, StringComparer.Ordinal)))
        {
            reader.Take(parameter, lenient);
        }

        var query = reader.Finish();
        return new SearchQueryReading(reader._faults.Count == 0 ? query : null, reader._faults);
    }

    private void Take(Parameter parameter, bool lenient)
    {
        switch (parameter.Name)
        {
            case "q" or "keywords" or "tags":
                _text.Add(parameter.Value);
                break;
            case "in":
                _in.AddRange(Listed(parameter.Value));
                break;
            case "facets":
                (_facets ??= []).AddRange(Listed(parameter.Value));
                break;
            case "fields":
                (_fields ??= []).AddRange(Listed(parameter.Value));
                break;
            case "parts":
                (_parts ??= []).AddRange(Listed(parameter.Value));
                break;
            case var name when ParameterNames.Search.Contains(name, StringComparer.Ordinal):
                TakeSingle(parameter);
                break;
            default:
                if (!_filters.TryAdd(parameter) && !lenient)
                {
                    AddUnknown(parameter.Name);
                }

                break;
        }
    }

    private void TakeSingle(Parameter parameter)
    {
        if (parameter.Value.Length > 0 && !_single.TryAdd(parameter.Name, parameter.Value))
        {
            _faults.Add("repeated_parameter", parameter.Name, () => $"{parameter.Name} is there more than once: send it once.");
        }
    }

    private void AddUnknown(string name)
    {
        var fields = _snapshot.Facets.Keys;
        _faults.Add("unknown_parameter", name, () => $"There is no parameter '{Shown.Short(name)}'. {Hint()}");

        string Hint()
        {
            var filters = fields.Select(ParameterNames.ForFilter).Concat(fields.Select(field => ParameterNames.Exclude + field));
            return NearestName.Of(name, ParameterNames.Search.Concat(filters)) is { } meant
                ? $"Did you mean {meant}?"
                : $"The fields to filter by are {string.Join(", ", fields)}.";
        }
    }

    private SearchQuery Finish()
    {
        var request = Request();
        SearchRequestCheck.AddFaults(request, _snapshot.Index.Metadata, _faults, _unread, ReadOn);
        CheckSnippets(request);
        CheckNames("fields", "unknown_field", "field", "of a hit", _fields, ParameterNames.HitFields);
        CheckNames("parts", "unknown_part", "part", "of an answer", _parts, ParameterNames.AnswerParts);
        return new SearchQuery
        {
            Request = WithoutRepetition(request),
            Tags = Tags(),
            HasFacetLinks = Flag("links", _faults),
            HasMatches = Flag("matches", _faults) || _fields?.Any(ParameterNames.NeedMatches.Contains) == true,
            Fields = _fields?.Distinct(StringComparer.Ordinal).ToList(),
            Parts = _parts?.Distinct(StringComparer.Ordinal).ToList(),
            Warnings = _warnings,
        };
    }

    private SearchRequest Request() => new()
    {
        Text = Text(),
        Match = Choice("match", MatchMode.Auto),
        Sort = Order(),
        SortBy = SortBy(),
        Filters = _filters.Filters,
        Facets = _facets,
        FacetSize = Number(NumberBounds.FacetSize, Defaults.FacetSize),
        Page = Number(NumberBounds.Page, Defaults.Page),
        PerPage = PerPage(),
        Cursor = _single.GetValueOrDefault("cursor"),
        Snippets = Number(NumberBounds.Snippets, Defaults.Snippets),
        SnippetLength = Number(NumberBounds.SnippetLength, Defaults.SnippetLength),
        In = _in,
        Explain = Flag("explain", _unread),
        Exact = Flag("exact", _unread),
        TimeBudget = TimeSpan.FromMilliseconds(_options.SearchBudgetMilliseconds),
    };

    /// <summary>The same request, naming each question and each facet once.</summary>
    private static SearchRequest WithoutRepetition(SearchRequest request)
        => request.In.Count < 2 && request.Facets is not { Count: > 1 } ? request : request with
        {
            In = [.. request.In.Distinct(StringComparer.Ordinal)],
            Facets = request.Facets?.Distinct(StringComparer.Ordinal).ToList(),
        };

    private string Text()
    {
        var text = string.Join(' ', _text.Where(part => part.Length > 0));
        if (text.Length > _options.MaxQueryLength)
        {
            _unread.Add("query_too_long", "q", () => FormattableString.Invariant(
                $"The query has {text.Length:N0} characters; it may have {_options.MaxQueryLength:N0}. Send a shorter one."));
        }

        return text;
    }

    private int PerPage()
    {
        var asked = Number(AskedPerPage, Defaults.PerPage);
        if (asked > SearchLimits.MaxPerPage)
        {
            Warn($"A page has at most {SearchLimits.MaxPerPage} hits, so per_page={asked} was taken as that.");
        }

        return Math.Min(asked, SearchLimits.MaxPerPage);
    }

    /// <summary>All passages of an answer together are bounded: each of the three numbers alone may be as great as the API says.</summary>
    private void CheckSnippets(SearchRequest request)
    {
        var characters = request.PerPage * request.Snippets * request.SnippetLength;
        if (characters > MaxSnippetCharacters)
        {
            _faults.Add("snippets_too_long", "snippets", () => string.Create(
                CultureInfo.InvariantCulture,
                $"{request.PerPage} hits with {request.Snippets} snippets of {request.SnippetLength} characters are {characters:N0} ")
                + string.Create(CultureInfo.InvariantCulture, $"characters, where {MaxSnippetCharacters:N0} are the most: ")
                + "send less of per_page, snippets or snippet_length.");
        }
    }

    /// <summary>Finds fault with names that are none of those that there are.</summary>
    private void CheckNames(
        string parameter, string code, string kind, string owner, IReadOnlyList<string>? asked, IReadOnlyList<string> known)
    {
        foreach (var name in (asked ?? []).Where(name => !known.Contains(name, StringComparer.Ordinal)))
        {
            _faults.Add(code, parameter, () => $"There is no {kind} '{Shown.Short(name)}' {owner}. "
                + (NearestName.Of(name, known) is { } meant ? $"Did you mean {meant}?" : $"There are {string.Join(", ", known)}."));
        }
    }

    private MarkTags Tags()
    {
        if (!_single.TryGetValue("pre_tag", out var before))
        {
            if (_single.ContainsKey("post_tag"))
            {
                _faults.Add("invalid_tag", "post_tag", () => "post_tag needs a pre_tag: send both, or neither.");
            }

            return MarkTags.Default;
        }

        if (MarkTags.TryParse(before, _single.GetValueOrDefault("post_tag")) is { } tags)
        {
            return tags;
        }

        _faults.Add("invalid_tag", "pre_tag", () => $"pre_tag and post_tag must be {MarkTags.Allowed}.");
        return MarkTags.Default;
    }

    private int Number(NumberBounds bounds, int otherwise)
    {
        if (!_single.TryGetValue(bounds.Parameter, out var value))
        {
            return otherwise;
        }

        if (bounds.TryRead(value, out var number))
        {
            return number;
        }

        bounds.AddFault(_unread, value);
        return otherwise;
    }

    private T Choice<T>(string name, T otherwise)
        where T : struct, Enum
    {
        if (!_single.TryGetValue(name, out var value))
        {
            return otherwise;
        }

        if (ChoiceWords.TryRead<T>(value, out var choice))
        {
            return choice;
        }

        ChoiceWords.AddFault<T>(_unread, FaultCodes.InvalidValue, name, value);
        return otherwise;
    }

    /// <summary>The order where it is one of those that every index has.</summary>
    private SortOrder Order() =>
        ChoiceWords.TryRead<SortOrder>(_single.GetValueOrDefault("sort", ""), out var order) ? order : SortOrder.Relevance;

    /// <summary>Any other order: a field of numbers, which the index must have, behind a dash where the greatest is to be first.</summary>
    private NumberOrder? SortBy()
    {
        if (!_single.TryGetValue("sort", out var sort) || ChoiceWords.TryRead<SortOrder>(sort, out _))
        {
            return null;
        }

        var order = new NumberOrder(sort.StartsWith('-') ? sort[1..] : sort, sort.StartsWith('-'));
        if (NumberOrder.FieldsOf(_snapshot.Index.Metadata).Contains(order.Field, StringComparer.Ordinal))
        {
            return order;
        }

        SearchRequestCheck.AddUnknownSort(_unread, sort, _snapshot.Index.Metadata);
        return null;
    }

    private bool Flag(string name, FaultList faults)
    {
        var value = _single.GetValueOrDefault(name, "false");
        if (value is "true" or "1" or "false" or "0")
        {
            return value is "true" or "1";
        }

        faults.Add(FaultCodes.InvalidValue, name, () => $"{name} is '{Shown.Short(value)}'; it must be true or false.");
        return false;
    }

    private void Warn(FormattableString sentence) => _warnings.Add(FormattableString.Invariant(sentence));

    private static IEnumerable<string> Listed(string value)
        => value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
