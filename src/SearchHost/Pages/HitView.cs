using System.Globalization;
using ProposalSearch.Proposals;
using ProposalSearch.Search;
using ProposalSearch.SearchHost.Addresses;
using ProposalSearch.SearchHost.Markup;
using ProposalSearch.SearchHost.Pictures;

namespace ProposalSearch.SearchHost.Pages;

/// <summary>The hits of a page.</summary>
internal static class HitView
{
    /// <summary>All of them, as an ordered list; before the first that lacks a word, a line that says so, and a list of its own.</summary>
    public static Html List(SearchView view)
    {
        var hits = view.Response.Hits;
        var full = hits.Where(static hit => !hit.Partial).ToList();
        var partial = hits.Skip(full.Count).ToList();
        return Html.Of($"{Items(view, full)}{(partial.Count == 0 ? Html.None : PartialLine(view))}{Items(view, partial)}");
    }

    /// <summary>Some of them, as an ordered list.</summary>
    public static Html Items(SearchView view, List<Hit> hits)
        => hits.Count == 0 ? Html.None : Html.Of($"""<ol class="hits">{hits.Select(hit => Item(view, hit))}</ol>""");

    private static Html PartialLine(SearchView view)
    {
        var all = view.Address.Setting("match", "all").ToString();
        return Html.Of($"""
            <p class="partial quiet" role="note">{view.Words.Count("hits.partial", view.Response.PartialTotal)}
            <a href="{all}">{view.Words.Say("hits.partial.link")}</a></p>
            """);
    }

    private static Html Item(SearchView view, Hit hit) => Html.Of($"""
        <li><article>{Picture(view.Frame, hit)}
        <h2 dir="auto"{view.Frame.OfProposals}><a href="{view.Proposal(hit)}">{Html.Marked(hit.Title, hit.TitleMatches)}</a></h2>
        {Meta(view, hit)}
        {PassageView.Render(view, hit)}
        <p class="hit-links">
        <a href="{view.Proposal(hit)}#similar" rel="nofollow">{view.Words.Say("hits.similar")}</a>{Missing(view, hit)}</p>
        </article></li>
        """);

    /// <summary>
    /// The picture, where the operator wants any: loaded when it is near the screen, of a size that is known before, and without a text, so
    /// that one that is gone leaves nothing behind.
    /// </summary>
    private static Html Picture(PageFrame frame, Hit hit) => frame.Pictures.Of(hit.Image) is null ? Html.None : Html.Of($"""
        <img class="picture" src="{PictureEndpoint.Address(frame.Base, hit.Id)}" alt="" width="120" height="80" loading="lazy">
        """);

    private static Html Meta(SearchView view, Hit hit)
    {
        string?[] parts = [hit.Year?.ToString(CultureInfo.InvariantCulture), Kind(view, hit)];
        var shown = parts.Where(part => !string.IsNullOrWhiteSpace(part)).Select(part => Html.Of($"<span>{part}</span>")).ToList();
        if (!string.IsNullOrWhiteSpace(hit.Organization))
        {
            var address = OrganizationAddress.Page(view.Frame.Root, hit.Id);
            var names = ApplicantNames.Some(view.Frame, view.Snapshot.Index.Metadata, hit.Organization, hit.Facets, address);
            shown.Insert(0, Html.Of($"<span>{names}</span>"));
        }

        return shown.Count == 0 ? Html.None : Html.Of($"""<p class="meta">{shown}</p>""");
    }

    /// <summary>
    /// The facet value to show beside a hit: that of the schema's first facet of which the proposal has a single value, other than its
    /// organization.
    /// </summary>
    private static string? Kind(SearchView view, Hit hit)
        => view.Snapshot.Index.Metadata.Facets
            .Where(facet => facet.Type == FacetType.Text && hit.Facets.ContainsKey(facet.Field))
            .Select(facet => (facet.Field, Values: FacetPath.Lowest(hit.Facets[facet.Field], facet.Separator)))
            .Where(facet => facet.Values.Count == 1 && !string.Equals(facet.Values[0], hit.Organization, StringComparison.Ordinal))
            .Select(facet => FilterView.Label(view, facet.Field, facet.Values[0]))
            .FirstOrDefault();

    private static Html Missing(SearchView view, Hit hit)
    {
        var words = Html.Join(hit.MissingWords.Select((word, at) => Html.Of($"{(at > 0 ? ", " : "")}<s>{word}</s>")));
        return hit.MissingWords.Count == 0 ? Html.None
            : Html.Of($""" <span class="missing">{view.Words.Say("hits.missing", ("words", words))}</span>""");
    }
}
