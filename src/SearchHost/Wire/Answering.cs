using ProposalSearch.Foundation.Texts;
using ProposalSearch.Proposals;
using ProposalSearch.Retrieval;
using ProposalSearch.Search;
using ProposalSearch.Search.Related;
using ProposalSearch.SearchHost.Addresses;
using ProposalSearch.SearchHost.Markup;
using ProposalSearch.SearchHost.Parameters;

namespace ProposalSearch.SearchHost.Wire;

/// <summary>Turns what the index answered into what the API answers.</summary>
/// <param name="Root">The application's base path, empty at the root of a server.</param>
internal sealed record Answering(string Root)
{
    // Some proposals have a summary of several pages, and all of them together would be half of an answer.
    private const int LongestSummary = 100;

    /// <summary>A page of hits.</summary>
    public SearchAnswer Search(SearchQuery query, SearchResponse response, IndexIdentity identity, TimeSpan took)
    {
        var address = SearchAddress.Of(Root + "/v1/search", query);
        var asked = query.Request;
        var values = response.Facets.Sum(facet => facet.Values.Count + 1);
        var facets = query.HasFacetLinks ? new FacetAddress(address, asked.Filters) : null;
        var hasLinks = facets?.Fits(values) == true;
        return new SearchAnswer(
            QueryAnswer.Of(response.Query) with { Parts = query.Parts },
            response.Total,
            response.UnfilteredTotal,
            response.PartialTotal,
            asked.Cursor is null ? asked.Page : null,
            asked.PerPage,
            [.. response.BestBets.Select(bet => new BestBetAnswer(bet.Text, bet.Link, [.. bet.Hits.Select(hit => Hit(hit, query))]))],
            [.. response.Hits.Select(hit => Hit(hit, query))],
            [.. response.Facets.Select(facet => Facet(facet, hasLinks ? facets : null))],
            asked.Facets is { Count: 0 } ? [] : [.. response.SuggestedFilters.Select(filter => Suggested(filter, address))],
            response.DidYouMean,
            [.. query.Warnings, .. response.Warnings, .. query.HasFacetLinks && !hasLinks ? [TooManyLinks(values)] : Array.Empty<string>()],
            Math.Round(took.TotalMilliseconds, 2),
            Index(identity),
            Links(address, query, response))
        {
            Parts = query.Parts,
        };
    }

    private static SuggestedFilterAnswer Suggested(SuggestedFilter filter, SearchAddress address) => new(
        filter.Field, filter.Label, filter.Value, filter.Text, filter.Count, address.Filtered(filter).ToString());

    /// <summary>Suggestions for what somebody has typed.</summary>
    public SuggestAnswer Suggest(SuggestRequest request, IReadOnlyList<Suggestion> suggestions, IndexIdentity identity, TimeSpan took)
    {
        return new SuggestAnswer(
            request.Text, [.. suggestions.Select(Suggestion)], Math.Round(took.TotalMilliseconds, 2), Index(identity));
    }

    private SuggestionAnswer Suggestion(Suggestion suggestion) => new(
        suggestion.Text,
        suggestion.Kind.ToString().ToLowerInvariant(),
        suggestion.Query,
        SearchAddress.Of(Root + "/", new SearchQuery { Request = new SearchRequest { Text = suggestion.Query } }).ToString(),
        Marking.Mark(suggestion.Text, [suggestion.Match], MarkTags.Default),
        suggestion.Match,
        suggestion.Edits);

    /// <summary>A whole proposal.</summary>
    public ProposalAnswer Proposal(Proposal proposal, RelatedProposals related, IndexIdentity identity)
    {
        var url = ProposalAddress.Page(Root, proposal.Id);
        return new ProposalAnswer(
            proposal.Id,
            url,
            proposal.Title,
            proposal.Summary,
            proposal.Organization,
            proposal.Year,
            [.. proposal.Links.Select(link => new LinkAnswer(link.Label, link.Url))],
            proposal.Image,
            proposal.Video,
            proposal.Facets,
            [.. proposal.Answers.Select((answer, at) => Answer(answer, url, at))],
            proposal.SourcePath,
            proposal.ContentHash,
            new RelatedAnswer(
                [.. related.OrganizationProposals.Select(Other)],
                [.. related.AlsoProposedIn.Select(shared => Shared(shared, proposal, url))]),
            Index(identity));
    }

    /// <summary>A line of an export.</summary>
    public ExportAnswer Export(Hit hit)
    {
        var url = ProposalAddress.Page(Root, hit.Id);
        return new ExportAnswer(hit.Id, url, hit.Title, hit.Summary, hit.Organization, hit.Year, hit.Score, hit.Facets, hit.Source);
    }

    /// <summary>What an index is, for people who run it and for programs that build requests.</summary>
    public static IndexDescription Describe(ProposalIndex index, IndexStatistics statistics, WatchAnswer watch)
    {
        var identity = index.Identity;
        return new IndexDescription(
            identity.Build,
            identity.BuiltAt,
            identity.Documents,
            identity.Backend,
            new LanguageAnswer(index.Language.Code, index.Language.Name),
            [.. index.Metadata.Facets.Select(Describe)],
            index.Metadata.Questions,
            new StatisticsAnswer(statistics.Segments, statistics.Terms, statistics.Tokens, statistics.Bytes, statistics.Files),
            watch);
    }

    private OrganizationProposalAnswer Other(OrganizationProposal other)
        => new(other.Id, ProposalAddress.Page(Root, other.Id), other.Title, other.Organization, other.Year, other.Evidence);

    private AlsoProposedAnswer Shared(SharedAnswer shared, Proposal proposal, string url)
        => new(
            proposal.Answers[shared.Answer].Question,
            $"{url}#{ProposalAddress.Anchor(shared.Answer)}",
            (int)Math.Round(shared.Share * 100),
            shared.Id,
            $"{ProposalAddress.Page(Root, shared.Id)}#{ProposalAddress.Anchor(shared.OtherAnswer)}",
            shared.Title,
            shared.Organization,
            shared.Year,
            shared.OtherQuestion);

    private HitAnswer Hit(Hit hit, SearchQuery query)
    {
        var url = ProposalAddress.Page(Root, hit.Id);
        return new HitAnswer(
            hit.Id,
            url,
            hit.Title,
            Marking.Mark(hit.Title, hit.TitleMatches, query.Tags),
            hit.Summary is { } summary ? ShortText.Of(summary, LongestSummary) : null,
            hit.Organization,
            hit.Year,
            hit.Image,
            hit.Score,
            hit.Facets,
            [.. hit.Snippets.Select(snippet => Snippet(snippet, url, query))],
            hit.Partial,
            hit.MissingWords,
            hit.Source,
            hit.Explanation)
        {
            Fields = query.Fields,
        };
    }

    private static SnippetAnswer Snippet(Snippet snippet, string url, SearchQuery query)
        => new(
            snippet.Question,
            snippet.QuestionId,
            snippet.AnswerIndex is { } answer ? $"{url}#{ProposalAddress.Anchor(answer)}" : url,
            Marking.Mark(snippet.Text, snippet.Matches, query.Tags),
            query.HasMatches ? snippet.Text : null,
            query.HasMatches ? snippet.Matches : null)
        {
            Fields = query.Fields,
        };

    private static string TooManyLinks(int values) => FormattableString.Invariant(
        $"The address of this search is long, and the answer has {values:N0} facet values, so their links were left out: ")
        + "ask for fewer with facets or facet_size.";

    private static FacetAnswer Facet(FacetResult facet, FacetAddress? address)
        => new(
            facet.Field,
            facet.Label,
            Type(facet.Type),
            [.. facet.Values.Select(value => Value(value, Links(address, facet.Field, value.Value, facet.Separator)))],
            facet.Missing,
            facet.MissingSelected,
            Links(address, facet.Field, FacetFilter.Missing),
            facet.Other);

    private static FacetValueAnswer Value(FacetValue value, FacetLinks? links)
        => new(value.Value, value.Label, value.Count, value.Selected, links, value.Parent);

    private static AnswerAnswer Answer(Answer answer, string url, int at)
        => new(answer.Question, answer.QuestionId, $"{url}#{ProposalAddress.Anchor(at)}", answer.Text);

    private static FacetDescription Describe(FacetDefinition facet)
        => new(facet.Field, facet.Label, Type(facet.Type), ParameterNames.ForFilter(facet.Field));

    private static FacetLinks? Links(FacetAddress? address, string field, string value, string? separator = null)
    {
        if (address is null)
        {
            return null;
        }

        return address.Includes(field, value)
            ? new FacetLinks(null, address.Removing(field, value))
            : new FacetLinks(address.Adding(field, value, separator), null);
    }

    private SearchLinks Links(SearchAddress address, SearchQuery query, SearchResponse response)
    {
        var around = AddressesAround.Of(address, query.Request, response);
        var whole = address.Without("per_page").Without("fields").Without("parts");
        return new SearchLinks(
            around.Self,
            around.Next,
            around.Previous,
            whole.At(Root + "/v1/search.csv").ToString(),
            whole.At(Root + "/v1/search.ndjson").ToString(),
            query.Fields is null && query.Parts is null ? address.At(Root + "/v1/search.atom").ToString() : null)
        {
            Parts = query.Parts,
        };
    }

    private static IndexAnswer Index(IndexIdentity identity) => new(identity.Build, identity.BuiltAt, identity.Documents);

    private static string Type(FacetType type) => type.ToString().ToLowerInvariant();
}
