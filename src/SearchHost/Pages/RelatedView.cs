using System.Globalization;
using ProposalSearch.Proposals;
using ProposalSearch.Search;
using ProposalSearch.Search.Related;
using ProposalSearch.SearchHost.Addresses;
using ProposalSearch.SearchHost.Markup;

namespace ProposalSearch.SearchHost.Pages;

/// <summary>What a proposal has to do with others, on its page.</summary>
internal static class RelatedView
{
    private const int MostOfAnAnswer = 5;
    private const int MostOfAnOrganization = 5;
    private const int MostWords = 4;
    private const int MostNames = 3;

    /// <summary>
    /// Who proposes, as a link to the organization; for a proposal that states no name, the one that it has in another year;
    /// <see langword="null"/> where there is none.
    /// </summary>
    public static Html? Applicant(PageFrame frame, IndexMetadata metadata, Proposal proposal, RelatedProposals related)
    {
        var address = OrganizationAddress.Page(frame.Root, proposal.Id);
        if (!string.IsNullOrWhiteSpace(proposal.Organization))
        {
            return ApplicantNames.All(frame, metadata, proposal.Organization, proposal.Facets, address);
        }

        var named = related.OrganizationProposals.Select(static other => (other.Organization, other.Year));
        return NameElsewhere.Of(proposal.Year, named) is not { } elsewhere ? null
            : Html.Of($"""<a href="{address}">{OrganizationPage.OtherName(frame.Words, proposal, elsewhere)}</a>""");
    }

    /// <summary>How the organization was named in other years, for a proposal that states a name itself.</summary>
    public static Html OtherNames(PageFrame frame, Proposal proposal, RelatedProposals related)
    {
        var names = string.IsNullOrWhiteSpace(proposal.Organization) ? [] : related.OtherNames.Take(MostNames).ToList();
        return names.Count == 0 ? Html.None
            : Html.Of($"""<ul class="plain quiet names">{names.Select(name => Html.Of($"<li>{OtherName(frame, name)}</li>"))}</ul>""");
    }

    private static Html OtherName(PageFrame frame, OtherName name)
    {
        var years = name.FirstYear == name.LastYear ? Digits(name.FirstYear) : $"{Digits(name.FirstYear)}–{Digits(name.LastYear)}";
        return name.Time == NameTime.Also || years is null ? frame.Words.Say("organization.named-also", ("name", name.Name))
            : frame.Words.Say(
                name.Time == NameTime.Later ? "organization.named-later" : "organization.named-earlier",
                ("name", name.Name),
                ("years", years));
    }

    /// <summary>Other proposals of the organization, and the way to all of them.</summary>
    public static Html Organization(PageFrame frame, Proposal proposal, RelatedProposals related)
    {
        var others = related.OrganizationProposals;
        return others.Count == 0 ? Html.None : Html.Of($"""
            <h2>{frame.Words.Say("related.organization")}</h2>
            <ul class="plain related">{others.Take(MostOfAnOrganization).Select(other => Other(frame, proposal, other))}</ul>
            <p class="quiet"><a href="{OrganizationAddress.Page(frame.Root, proposal.Id)}">{frame.Words.Count(
                "related.all", others.Count + 1)}</a></p>
            """);
    }

    /// <summary>Proposals about the same, each with the words that say so.</summary>
    public static Html Similar(PageFrame frame, IReadOnlyList<SimilarProposal> similar) => similar.Count == 0 ? Html.None : Html.Of($"""
        <h2 id="similar" tabindex="-1">{frame.Words.Say("related.similar")}</h2>
        <ul class="plain similar">{similar.Select(other => Alike(frame, other))}</ul>
        """);

    /// <summary>Where else an answer was given.</summary>
    /// <param name="frame">What all pages share.</param>
    /// <param name="related">What the proposal has to do with others.</param>
    /// <param name="answer">The answer, from 0.</param>
    public static Html AlsoProposed(PageFrame frame, RelatedProposals related, int answer)
    {
        var shared = related.AlsoProposedIn.Where(one => one.Answer == answer)
            .Take(MostOfAnAnswer).Select(one => Shared(frame, one)).ToList();
        return shared.Count == 0 ? Html.None : Html.Of($"""
            <p class="quiet">{frame.Words.Say("related.also", ("proposals", Html.Join(Listed(shared))))}</p>
            """);
    }

    private static Html Other(PageFrame frame, Proposal proposal, OrganizationProposal other)
    {
        string?[] about = [Digits(other.Year), other.Organization == proposal.Organization ? null : other.Organization];
        return Item(frame, other.Id, other.Title, about);
    }

    private static Html Alike(PageFrame frame, SimilarProposal other)
    {
        var words = string.Join(", ", other.SharedTerms.Take(MostWords));
        return Item(frame, other.Id, other.Title, [Digits(other.Year), frame.Words.Text("related.words", ("words", words))]);
    }

    private static Html Item(PageFrame frame, string id, string title, IEnumerable<string?> about) => Html.Of($"""
        <li><a href="{ProposalAddress.Page(frame.Root, id)}"{frame.OfProposals}>{title}</a>
        <span class="quiet">{string.Join(" · ", about.Where(static part => !string.IsNullOrWhiteSpace(part)))}</span></li>
        """);

    private static string? Digits(int? year) => year?.ToString(CultureInfo.InvariantCulture);

    private static Html Shared(PageFrame frame, SharedAnswer shared)
    {
        var year = shared.Year is { } stated ? string.Create(CultureInfo.InvariantCulture, $"{stated}, ") : "";
        var percent = frame.Words.Say("related.share", ("percent", frame.Words.Number(Math.Round(shared.Share * 100), 0)));
        var address = $"{ProposalAddress.Page(frame.Root, shared.Id)}#{ProposalAddress.Anchor(shared.OtherAnswer)}";
        return Html.Of($"""<a href="{address}"{frame.OfProposals}>{shared.Title}</a> ({year}{percent})""");
    }

    private static IEnumerable<Html> Listed(List<Html> items) => items.Select((item, at) => at == 0 ? item : Html.Of($", {item}"));
}
