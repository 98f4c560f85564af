using System.Globalization;
using ProposalSearch.Foundation.Texts;
using ProposalSearch.Proposals;
using ProposalSearch.Proposals.Applicants;
using ProposalSearch.Search.Related;
using ProposalSearch.SearchHost.Addresses;
using ProposalSearch.SearchHost.Markup;
using ProposalSearch.SearchHost.Sharing;
using ProposalSearch.SearchHost.Wording;

namespace ProposalSearch.SearchHost.Pages;

/// <summary>The page of an organization: its proposals by year, the names that it had, and why they are taken for one.</summary>
internal static class OrganizationPage
{
    private const int LongestSummary = 220;

    /// <summary>The page.</summary>
    public static Html Render(PageFrame frame, OrganizationHistory history)
    {
        var name = history.Name ?? frame.Words.Text("organization.unnamed");
        var years = history.Proposals.GroupBy(static one => one.Year);
        return (frame.BelowSearch with { About = LinkedData.Organization(history) }).Render(name, Html.Of($"""
            {SearchForm.RenderPlain(frame, "")}
            <article class="organization">
            <header>
            <h1 dir="auto"{(history.Name is null ? Html.None : frame.OfProposals)}>{name}</h1>
            <p class="meta">{Counted(frame.Words, history)}</p>
            {Names(frame, history)}
            </header>
            {years.Select(year => Year(frame, history, year.Key, [.. year]))}
            {Evidence(frame.Words, history)}
            </article>
            """));
    }

    private static Html Counted(Words words, OrganizationHistory history)
    {
        var years = history.Proposals.Select(static one => one.Year).OfType<int>().Distinct().Order().ToList();
        var count = words.Count("count.proposals", history.Total);
        return years.Count switch
        {
            0 => count,
            1 => words.Say("organization.in", ("proposals", count), ("year", Digits(years[0]))),
            _ => words.Say("organization.over", ("proposals", count), ("first", Digits(years[0])), ("last", Digits(years[^1]))),
        };
    }

    /// <summary>The names that it had beside that of the heading.</summary>
    private static Html Names(PageFrame frame, OrganizationHistory history) => history.Names.Count < 2 ? Html.None : Html.Of($"""
        <p>{frame.Words.Say("organization.names")}</p>
        <ul class="plain names">{history.Names.Skip(1).Select(name => Name(frame, name))}</ul>
        """);

    private static Html Name(PageFrame frame, NameOfYears name) => Html.Of($"""
        <li><span{frame.OfProposals}>{name.Name}</span> <span class="quiet">{string.Join(", ", name.Years.Select(Digits))}</span></li>
        """);

    private static Html Year(PageFrame frame, OrganizationHistory history, int? year, IReadOnlyList<Proposal> proposals) => Html.Of($"""
        <section class="year"><h2>{(year is { } stated ? Digits(stated) : frame.Words.Text("organization.no-year"))}</h2>
        <ul class="plain">{proposals.Select(proposal => Item(frame, history, proposal))}</ul></section>
        """);

    private static Html Item(PageFrame frame, OrganizationHistory history, Proposal proposal) => Html.Of($"""
        <li><h3 dir="auto"{frame.OfProposals}><a href="{ProposalAddress.Page(frame.Root, proposal.Id)}">{proposal.Title}</a></h3>
        {Named(frame, history, proposal)}
        {Summary(frame, proposal)}</li>
        """);

    private static Html Summary(PageFrame frame, Proposal proposal) => string.IsNullOrWhiteSpace(proposal.Summary) ? Html.None
        : Html.Of($"""<p class="read" dir="auto"{frame.OfProposals}>{ShortText.OfWords(proposal.Summary, LongestSummary)}</p>""");

    /// <summary>How the proposal names the organization, where that is not as the heading does.</summary>
    private static Html Named(PageFrame frame, OrganizationHistory history, Proposal proposal)
    {
        if (proposal.Organization is { } name)
        {
            return name == history.Name ? Html.None
                : Html.Of($"""<p class="quiet">{frame.Words.Say("organization.as", ("name", name))}</p>""");
        }

        var named = history.Proposals.Select(static one => (one.Organization, one.Year));
        return NameElsewhere.Of(proposal.Year, named) is not { } elsewhere ? Html.None
            : Html.Of($"""<p class="quiet">{OtherName(frame.Words, proposal, elsewhere)}</p>""");
    }

    /// <summary>Says from which year the name of a proposal without one is known.</summary>
    public static Html OtherName(Words words, Proposal proposal, (string Name, int Year) elsewhere)
    {
        Hole[] holes = [("name", elsewhere.Name), ("year", Digits(elsewhere.Year))];
        return elsewhere.Year > proposal.Year ? words.Say("organization.later", holes)
            : elsewhere.Year < proposal.Year ? words.Say("organization.earlier", holes)
            : words.Say("organization.same-year", holes);
    }

    private static Html Evidence(Words words, OrganizationHistory history) => history.Evidence.Count == 0 ? Html.None : Html.Of($"""
        <details class="evidence"><summary>{words.Say("organization.why")}</summary>
        <ul>{history.Evidence.Select(evidence => Html.Of($"<li>{Said(words, evidence)}</li>"))}</ul>
        <p class="quiet">{words.Say("organization.how")}</p></details>
        """);

    private static Html Said(Words words, SharedEvidence evidence)
    {
        var key = evidence.Kind switch
        {
            EvidenceKind.OrganizationId => "organization.evidence.id",
            EvidenceKind.Website => "organization.evidence.website",
            EvidenceKind.Account => "organization.evidence.account",
            _ => "organization.evidence.name",
        };
        return words.Count(key, evidence.Proposals, ("value", evidence.Value));
    }

    private static string Digits(int year) => year.ToString(CultureInfo.InvariantCulture);
}
