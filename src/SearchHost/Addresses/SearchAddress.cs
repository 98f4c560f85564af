using System.Globalization;
using System.Text;
using ProposalSearch.Search;
using ProposalSearch.SearchHost.Markup;
using ProposalSearch.SearchHost.Parameters;

namespace ProposalSearch.SearchHost.Addresses;

/// <summary>
/// The address of a search, in one canonical form: the same search has the same address, whatever the order of the parameters it
/// was asked with. Immutable; changing the query begins at page 1 again.
/// </summary>
internal sealed class SearchAddress
{
    private readonly string _path;
    private readonly string _all;
    private readonly IReadOnlyList<Parameter> _parameters;
    private string? _text;

    private SearchAddress(string path, string all, IReadOnlyList<Parameter> parameters)
    {
        _path = path;
        _all = all;
        _parameters = parameters;
    }

    /// <summary>The parameters without page and cursor, in canonical order: what a form repeats as hidden fields.</summary>
    public IReadOnlyList<Parameter> Parameters => _parameters;

    /// <summary>The address of this query, at page 1.</summary>
    /// <param name="path">The path, such as <c>/v1/search</c>, the application's base included.</param>
    /// <param name="query">The query.</param>
    public static SearchAddress Of(string path, SearchQuery query)
    {
        var (request, parameters, defaults) = (query.Request, new List<Parameter>(), new SearchRequest());
        AddUnless(parameters, "q", request.Text, "");
        AddUnless(parameters, "match", ChoiceWords.Of(request.Match), ChoiceWords.Of(defaults.Match));
        AddUnless(parameters, "exact", request.Exact ? "true" : "", "");
        parameters.AddRange(request.In.Select(question => new Parameter("in", question)));
        parameters.AddRange(request.Filters.SelectMany(Filter));
        AddUnless(parameters, "sort", request.SortBy?.ToString() ?? ChoiceWords.Of(request.Sort), ChoiceWords.Of(defaults.Sort));
        AddUnless(parameters, "per_page", Wire(request.PerPage), Wire(defaults.PerPage));
        parameters.AddRange(request.Facets is null ? [] : [new Parameter("facets", string.Join(',', request.Facets))]);
        AddUnless(parameters, "facet_size", Wire(request.FacetSize), Wire(defaults.FacetSize));
        AddUnless(parameters, "snippets", Wire(request.Snippets), Wire(defaults.Snippets));
        AddUnless(parameters, "snippet_length", Wire(request.SnippetLength), Wire(defaults.SnippetLength));
        AddUnless(parameters, "pre_tag", query.Tags.Before, MarkTags.Default.Before);
        AddUnless(parameters, "explain", request.Explain ? "true" : "", "");
        AddUnless(parameters, "links", query.HasFacetLinks ? "true" : "", "");
        AddUnless(parameters, "matches", query.HasMatches ? "true" : "", "");
        parameters.AddRange(query.Fields is null ? [] : [new Parameter("fields", string.Join(',', query.Fields))]);
        parameters.AddRange(query.Parts is null ? [] : [new Parameter("parts", string.Join(',', query.Parts))]);
        return new SearchAddress(path, path, parameters);
    }

    /// <summary>
    /// The address of this query as a page, at page 1: below the root, where the start page is, unless it asks for all proposals, which
    /// have a page of their own.
    /// </summary>
    /// <param name="root">The application's base path.</param>
    /// <param name="query">The query.</param>
    public static SearchAddress OfPage(string root, SearchQuery query) =>
        new(root + "/", root + AllProposals, Of(root + "/", query)._parameters);

    /// <summary>The path of the page of all proposals.</summary>
    public const string AllProposals = "/proposals";

    /// <summary>The same query at another path.</summary>
    public SearchAddress At(string path) => new(path, path, _parameters);

    /// <summary>The query with this parameter more.</summary>
    public SearchAddress With(string name, string value)
        => new(_path, _all, [.. _parameters, new Parameter(name, value)]) { _text = TextWith(name, value) };

    /// <summary>The address of the query with this parameter more, for when nothing else is wanted of it.</summary>
    public string TextWith(string name, string value) => _parameters.Count == 0
        ? string.Concat([_path, "?", Encode(name), "=", Encode(value)])
        : string.Concat([ToString(), "&", Encode(name), "=", Encode(value)]);

    /// <summary>The query with all values of a parameter replaced by one.</summary>
    public SearchAddress Setting(string name, string value) => Without(name).With(name, value);

    /// <summary>The query with a filter instead of the words that named it.</summary>
    public SearchAddress Filtered(SuggestedFilter filter)
    {
        var name = ParameterNames.ForFilter(filter.Field);
        return (filter.Text.Length > 0 ? Setting("q", filter.Text) : Without("q")).With(name, filter.Value);
    }

    /// <summary>The query without this value of a parameter.</summary>
    public SearchAddress Without(string name, string value)
        => !_parameters.Contains(new Parameter(name, value)) ? this
            : new(_path, _all, [.. _parameters.Where(parameter => parameter != new Parameter(name, value))]);

    /// <summary>The query without a parameter.</summary>
    public SearchAddress Without(string name)
        => !_parameters.Any(parameter => string.Equals(parameter.Name, name, StringComparison.Ordinal)) ? this
            : new(_path, _all, [.. _parameters.Where(parameter => !string.Equals(parameter.Name, name, StringComparison.Ordinal))]);

    /// <summary>The query without all but one of its parameters.</summary>
    public SearchAddress Only(string name)
        => new(_path, _all, [.. _parameters.Where(parameter => string.Equals(parameter.Name, name, StringComparison.Ordinal))]);

    /// <summary>The address of a page; page 1 is the address of the query itself.</summary>
    public string Page(int page) => page == 1 ? ToString() : With("page", page.ToString(CultureInfo.InvariantCulture)).ToString();

    /// <summary>The address that goes on at a cursor.</summary>
    public string Cursor(string cursor) => With("cursor", cursor).ToString();

    /// <summary>The address: path and query string.</summary>
    public override string ToString()
    {
        if (_text is null)
        {
            var address = new StringBuilder(_parameters.Count == 0 ? _all : _path);
            foreach (var (name, value) in _parameters)
            {
                Append(address, name, value);
            }

            _text = address.ToString();
        }

        return _text;
    }

    private StringBuilder Append(StringBuilder address, string name, string value)
        => address.Append(address.Length == _path.Length ? '?' : '&').Append(Encode(name)).Append('=').Append(Encode(value));

    private static string Encode(string value) => Uri.EscapeDataString(value).Replace("%20", "+", StringComparison.Ordinal);

    private static IEnumerable<Parameter> Filter(FacetFilter filter)
    {
        var name = ParameterNames.ForFilter(filter.Field);
        var range = filter.Range is { } ends ? [new Parameter(name, Range(ends))] : Array.Empty<Parameter>();
        var included = filter.Include.Order(StringComparer.Ordinal).Select(value => new Parameter(name, value));
        var excluded = filter.Exclude.Order(StringComparer.Ordinal)
            .Select(value => new Parameter(ParameterNames.Exclude + filter.Field, value));
        return included.Concat(range).Concat(excluded);
    }

    /// <summary>A range as requests spell it.</summary>
    public static string Range(NumberRange range) => string.Create(CultureInfo.InvariantCulture, $"{range.From}..{range.To}");

    private static void AddUnless(List<Parameter> parameters, string name, string value, string otherwise)
    {
        if (!string.Equals(value, otherwise, StringComparison.Ordinal))
        {
            parameters.Add(new Parameter(name, value));
        }
    }

    private static string Wire(int value) => value.ToString(CultureInfo.InvariantCulture);
}
