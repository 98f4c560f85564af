using System.Globalization;
using ProposalSearch.Proposals;
using ProposalSearch.Search.Related;
using ProposalSearch.SearchHost.Addresses;
using ProposalSearch.SearchHost.Markup;
using ProposalSearch.SearchHost.Parameters;
using ProposalSearch.SearchHost.Snapshots;

namespace ProposalSearch.SearchHost.Pages;

/// <summary>The page of a proposal. Pictures and videos lie on other hosts, so they are linked to, never loaded.</summary>
internal static class ProposalPage
{
    private const int AnswersWithContents = 3;

    /// <summary>The page.</summary>
    /// <param name="frame">What all pages share.</param>
    /// <param name="snapshot">The index.</param>
    /// <param name="proposal">The proposal.</param>
    /// <param name="related">What it has to do with others.</param>
    /// <param name="found">How a search led to it.</param>
    public static Html Render(PageFrame frame, IndexSnapshot snapshot, Proposal proposal, RelatedProposals related, FoundView found)
    {
        return frame.Render(proposal.Title, Html.Of($"""
            {SearchForm.RenderPlain(frame, found.Query.Request.Text.Trim())}
            {found.Bar(proposal)}
            <article class="proposal">
            <header>
            <h1 dir="auto"{frame.OfProposals}>{Html.Marked(proposal.Title, found.OfTitle)}</h1>
            {Meta(proposal)}
            {Summary(frame, proposal, found)}
            </header>
            <div class="columns">
            <div class="answers">
            {proposal.Answers.Select((answer, at) => Answer(frame, proposal, at, related, found))}
            {(proposal.Answers.Count == 0 ? Html.Of($"<p>{frame.Words.Say("proposal.no-answers")}</p>") : Html.None)}
            </div>
            <aside class="facts" aria-label="{frame.Words.Say("proposal.facts.label")}">
            {Facts(frame, snapshot, proposal)}
            {RelatedView.Organization(frame, related)}
            {Links(frame, proposal)}
            {Contents(frame, proposal, found)}
            {Source(frame, proposal)}
            </aside>
            </div>
            </article>
            """));
    }

    private static Html Summary(PageFrame frame, Proposal proposal, FoundView found) => string.IsNullOrWhiteSpace(proposal.Summary)
        ? Html.None
        : Html.Of($"""<div class="lead"{frame.OfProposals}>{new MarkedText(proposal.Summary, found.OfSummary).Paragraphs()}</div>""");

    private static Html Meta(Proposal proposal)
    {
        string?[] parts = [proposal.Organization, proposal.Year?.ToString(CultureInfo.InvariantCulture)];
        var stated = parts.Where(part => !string.IsNullOrWhiteSpace(part));
        return Html.Of($"""<p class="meta">{stated.Select(part => Html.Of($"<span>{part}</span>"))}</p>""");
    }

    private static Html Answer(PageFrame frame, Proposal proposal, int at, RelatedProposals related, FoundView found) => Html.Of($"""
        <section class="answer" id="{ProposalAddress.Anchor(at)}" tabindex="-1" aria-labelledby="{Heading(at)}"{frame.OfProposals}>
        <h2 id="{Heading(at)}" dir="auto">{proposal.Answers[at].Question}
        <a class="anchor" href="#{ProposalAddress.Anchor(at)}" aria-label="{frame.Words.Say("proposal.anchor")}">#</a></h2>
        {new MarkedText(proposal.Answers[at].Text, found.Of(at), IsFirst(at, found) ? FoundView.FirstMatch : null).Paragraphs()}
        {RelatedView.AlsoProposed(frame, related, at)}
        {found.Onward(proposal, at)}
        </section>
        """);

    private static bool IsFirst(int at, FoundView found) => Enumerable.Range(0, at).All(before => found.Of(before).Count == 0);

    private static string Heading(int at) => string.Create(CultureInfo.InvariantCulture, $"question-{at + 1}");

    private static Html Facts(PageFrame frame, IndexSnapshot snapshot, Proposal proposal)
    {
        var facts = snapshot.Index.Metadata.Facets
            .Where(facet => proposal.Facets.TryGetValue(facet.Field, out var values) && values.Count > 0)
            .Select(facet => Fact(frame, facet, proposal.Facets[facet.Field]))
            .ToList();
        return facts.Count == 0 ? Html.None : Html.Of($"<h2>{frame.Words.Say("proposal.facts")}</h2><dl>{facts}</dl>");
    }

    private static Html Fact(PageFrame frame, FacetDefinition facet, IReadOnlyList<string> values)
        => Html.Of($"<div><dt>{facet.Label}</dt>{values.Select(value => Value(frame, facet.Field, value))}</div>");

    private static Html Value(PageFrame frame, string field, string value)
    {
        var others = $"{frame.Root}/?{Uri.EscapeDataString(ParameterNames.ForFilter(field))}={Uri.EscapeDataString(value)}";
        return Html.Of($"""<dd><a href="{others}">{value}</a></dd>""");
    }

    private static Html Links(PageFrame frame, Proposal proposal)
    {
        ProposalLink[] pictures =
        [
            new ProposalLink(frame.Words.Text("proposal.picture"), proposal.Image ?? ""),
            new ProposalLink(frame.Words.Text("proposal.video"), proposal.Video ?? ""),
        ];
        var links = proposal.Links.Concat(pictures).Where(link => IsWeb(link.Url)).Select(Link).ToList();
        return links.Count == 0 ? Html.None : Html.Of($"""<h2>{frame.Words.Say("proposal.links")}</h2><ul class="plain">{links}</ul>""");
    }

    private static Html Link(ProposalLink link)
    {
        var host = new Uri(link.Url).Host;
        return Html.Of($"""
            <li><a href="{link.Url}" rel="noopener noreferrer nofollow">{link.Label} <span class="host">({host})</span></a></li>
            """);
    }

    private static bool IsWeb(string address)
        => Uri.TryCreate(address, UriKind.Absolute, out var uri)
            && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
            && uri.Host.Length > 0;

    private static Html Contents(PageFrame frame, Proposal proposal, FoundView found)
        => proposal.Answers.Count < AnswersWithContents
            ? Html.None
            : Html.Of($"""
                <nav aria-labelledby="contents-title"><h2 id="contents-title">{frame.Words.Say("proposal.questions")}</h2>
                <ol class="contents">{proposal.Answers.Select((answer, at) => Entry(frame, answer, at, found.Of(at).Count))}</ol></nav>
                """);

    private static Html Entry(PageFrame frame, Answer answer, int at, int matches)
    {
        var count = matches == 0 ? Html.None
            : Html.Of($"""
                 <mark class="n"><span aria-hidden="true">{frame.Words.Number(matches)}</span>
                 <span class="visually-hidden">{frame.Words.Count("count.matches", matches)}</span></mark>
                """);
        return Html.Of($"""<li><a href="#{ProposalAddress.Anchor(at)}">{answer.Question}</a>{count}</li>""");
    }

    private static Html Source(PageFrame frame, Proposal proposal) => Html.Of($"""
        <h2>{frame.Words.Say("proposal.source")}</h2>
        <p class="quiet"><code>{proposal.SourcePath}</code><br>
        <a href="{ProposalAddress.Api(frame.Root, proposal.Id)}">{frame.Words.Say("proposal.json")}</a></p>
        """);
}
