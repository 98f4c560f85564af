using System.Globalization;
using ProposalSearch.Proposals;
using ProposalSearch.Search;
using ProposalSearch.Search.Related;
using ProposalSearch.SearchHost.Addresses;
using ProposalSearch.SearchHost.Citing;
using ProposalSearch.SearchHost.Markup;
using ProposalSearch.SearchHost.Sharing;

namespace ProposalSearch.SearchHost.Pages;

/// <summary>What the page of a proposal is made from.</summary>
/// <param name="Metadata">What the archive's schema says.</param>
/// <param name="Proposal">The proposal.</param>
/// <param name="Related">What it has to do with others.</param>
/// <param name="Similar">Proposals about the same.</param>
/// <param name="Found">How a search led to it.</param>
/// <param name="Citation">How it is cited.</param>
internal sealed record ProposalView(
    IndexMetadata Metadata,
    Proposal Proposal,
    RelatedProposals Related,
    IReadOnlyList<SimilarProposal> Similar,
    FoundView Found,
    Citation Citation);

/// <summary>The page of a proposal. Pictures and videos lie on other hosts, so they are linked to, never loaded.</summary>
internal static class ProposalPage
{
    private const int AnswersWithContents = 3;
    private const string Switch = "show-contents";

    /// <summary>The page.</summary>
    public static Html Render(PageFrame frame, ProposalView view)
    {
        var (proposal, found) = (view.Proposal, view.Found);
        var plain = PlainFacts.Of(proposal, found);
        var about = LinkedData.Proposal(frame.Site, frame.Language, proposal, Web(proposal.Image));
        return (frame.BelowSearch with { About = about }).Render(proposal.Title, Html.Of($"""
            {SearchForm.RenderPlain(frame, found.Query.Request.Text.Trim())}
            {found.Bar(proposal)}
            <article class="proposal">
            <header>
            <h1 dir="auto"{frame.OfProposals}>{Html.Marked(proposal.Title, found.OfTitle)}</h1>
            {Meta(frame, view)}
            {RelatedView.OtherNames(frame, proposal, view.Related)}
            <p class="address">{view.Citation.Address}</p>
            </header>
            {Contents(frame, proposal, found, plain)}
            <div class="answers" id="answers" tabindex="-1">
            {Summary(frame, proposal, found)}
            {Enumerable.Range(0, proposal.Answers.Count).Except(plain).Select(at => Answer(frame, view, at))}
            {(proposal.Answers.Count == 0 ? Html.Of($"<p>{frame.Words.Say("proposal.no-answers")}</p>") : Html.None)}
            </div>
            <aside class="facts" aria-label="{frame.Words.Say("proposal.facts.label")}">
            {FactsView.Render(frame, view.Metadata, proposal, plain)}
            {Links(frame, proposal)}
            {RelatedView.Organization(frame, proposal, view.Related)}
            {RelatedView.Similar(frame, view.Similar)}
            {CitationView.Render(frame, view.Citation, proposal.SourcePath)}
            </aside>
            </article>
            """), [("answers", frame.Words.Text("skip.answers"))]);
    }

    private static Html Summary(PageFrame frame, Proposal proposal, FoundView found) =>
        string.IsNullOrWhiteSpace(proposal.Summary) || proposal.IsSummaryAnswered() ? Html.None
            : Html.Of($"""<div class="lead"{frame.OfProposals}>{new MarkedText(proposal.Summary, found.OfSummary).Paragraphs()}</div>""");

    private static Html Meta(PageFrame frame, ProposalView view)
    {
        var parts = new List<Html>();
        if (RelatedView.Applicant(frame, view.Metadata, view.Proposal, view.Related) is { } applicant)
        {
            parts.Add(applicant);
        }

        if (view.Proposal.Year is { } year)
        {
            parts.Add(Html.Text(Digits(year)));
        }

        return Html.Of($"""<p class="meta">{parts.Select(part => Html.Of($"<span>{part}</span>"))}</p>""");
    }

    private static Html Answer(PageFrame frame, ProposalView view, int at)
    {
        var (answer, found) = (view.Proposal.Answers[at], view.Found);
        var number = found.Of(at).Count > 0 ? null : FactsView.Number(frame, view.Metadata, view.Proposal, answer.Text);
        var text = new MarkedText(number ?? answer.Text, found.Of(at), IsFirst(at, found) ? FoundView.FirstMatch : null);
        var isOwn = OwnQuestions.Contains(answer.Question);
        var kind = isOwn ? "answer own" : text.IsShort || text.IsChoices ? "answer short" : "answer";
        return Html.Of($"""
            <section class="{kind}" id="{ProposalAddress.Anchor(at)}" tabindex="-1" aria-labelledby="{Heading(at)}">
            <h2 id="{Heading(at)}" dir="auto"{frame.OfProposals}>{QuestionLabel.Of(frame.Words, answer.Question)}
            <a class="anchor" href="#{ProposalAddress.Anchor(at)}" aria-label="{frame.Words.Say("proposal.anchor")}">#</a></h2>
            <div{frame.OfProposals}>{(isOwn ? Html.Of($"<p>{text.InOneLine(choices: true)}</p>") : text.Paragraphs())}</div>
            {RelatedView.AlsoProposed(frame, view.Related, at)}
            {found.Onward(view.Proposal, at)}
            </section>
            """);
    }

    private static bool IsFirst(int at, FoundView found) => Enumerable.Range(0, at).All(before => found.Of(before).Count == 0);

    private static string Heading(int at) => string.Create(CultureInfo.InvariantCulture, $"question-{at + 1}");

    private static Html Links(PageFrame frame, Proposal proposal)
    {
        ProposalLink[] pictures =
        [
            new ProposalLink(frame.Words.Text("proposal.picture"), proposal.Image ?? ""),
            new ProposalLink(frame.Words.Text("proposal.video"), proposal.Video ?? ""),
        ];
        var links = proposal.Links.Concat(pictures).Where(link => Web(link.Url) is not null).Select(Link).ToList();
        return links.Count == 0 ? Html.None : Html.Of($"""
            <h2>{frame.Words.Say("proposal.links")}</h2><ul class="plain elsewhere">{links}</ul>
            """);
    }

    private static Html Link(ProposalLink link)
    {
        var host = new Uri(link.Url).Host;
        return Html.Of($"""
            <li><a href="{link.Url}" rel="noopener noreferrer nofollow">{link.Label} <span class="host">({host})</span></a></li>
            """);
    }

    /// <summary>An address of the web; <see langword="null"/> where it is none.</summary>
    private static string? Web(string? address)
        => Uri.TryCreate(address, UriKind.Absolute, out var uri)
            && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
            && uri.Host.Length > 0 ? address : null;

    /// <summary>The questions, those with matches flagged; on narrow screens folded away, and unfolded by a box that is ticked.</summary>
    private static Html Contents(PageFrame frame, Proposal proposal, FoundView found, IReadOnlyList<int> plain)
    {
        var listed = Enumerable.Range(0, proposal.Answers.Count).Except(plain)
            .Where(at => found.Of(at).Count > 0 || !OwnQuestions.Contains(proposal.Answers[at].Question)).ToList();
        return listed.Count < AnswersWithContents ? Html.None : Html.Of($"""
            <div class="beside"><input type="checkbox" class="unfold" id="{Switch}">
            <label class="unfold-label" for="{Switch}">{frame.Words.Count("proposal.questions.count", listed.Count)}</label>
            <nav class="contents" aria-labelledby="contents-title"><h2 id="contents-title">{frame.Words.Say("proposal.questions")}</h2>
            <ol>{listed.Select(at => Entry(frame, proposal.Answers[at], at, found.Of(at).Count))}</ol></nav></div>
            """);
    }

    private static Html Entry(PageFrame frame, Answer answer, int at, int matches)
    {
        var count = matches == 0 ? Html.None : Html.Of($"""
             <mark class="n"><span aria-hidden="true">{frame.Words.Number(matches)}</span>
             <span class="visually-hidden">{frame.Words.Count("count.matches", matches)}</span></mark>
            """);
        var kind = matches == 0 ? "" : "found-in";
        return Html.Of($"""
            <li class="{kind}"><a href="#{ProposalAddress.Anchor(at)}"{frame.OfProposals}>
            {QuestionLabel.Of(frame.Words, answer.Question)}</a>{count}</li>
            """);
    }

    private static string Digits(int year) => year.ToString(CultureInfo.InvariantCulture);
}
