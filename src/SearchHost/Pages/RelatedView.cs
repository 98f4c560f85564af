using System.Globalization;
using ProposalSearch.Search.Related;
using ProposalSearch.SearchHost.Addresses;
using ProposalSearch.SearchHost.Markup;

namespace ProposalSearch.SearchHost.Pages;

/// <summary>What a proposal has to do with others, on its page.</summary>
internal static class RelatedView
{
    private const int MostOfAnAnswer = 5;

    /// <summary>Other proposals of the organization, each with the evidence for it.</summary>
    public static Html Organization(PageFrame frame, RelatedProposals related)
    {
        return related.OrganizationProposals.Count == 0
            ? Html.None
            : Html.Of($"""
                <h2>{frame.Words.Say("related.organization")}</h2>
                <ul class="plain related">{related.OrganizationProposals.Select(other => Other(frame, other))}</ul>
                """);
    }

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

    private static Html Other(PageFrame frame, OrganizationProposal other) => Html.Of($"""
        <li><a href="{ProposalAddress.Page(frame.Root, other.Id)}">{other.Title}</a>
        <span class="quiet">{string.Join(" · ", About(other))}</span></li>
        """);

    private static IEnumerable<string> About(OrganizationProposal other)
    {
        if (other.Year is { } year)
        {
            yield return year.ToString(CultureInfo.InvariantCulture);
        }

        if (!string.IsNullOrWhiteSpace(other.Organization))
        {
            yield return other.Organization;
        }

        foreach (var evidence in other.Evidence.Take(1))
        {
            yield return evidence;
        }
    }

    private static Html Shared(PageFrame frame, SharedAnswer shared)
    {
        var year = shared.Year is { } stated ? string.Create(CultureInfo.InvariantCulture, $"{stated}, ") : "";
        var percent = frame.Words.Say("related.share", ("percent", frame.Words.Number(Math.Round(shared.Share * 100), 0)));
        var address = $"{ProposalAddress.Page(frame.Root, shared.Id)}#{ProposalAddress.Anchor(shared.OtherAnswer)}";
        return Html.Of($"""<a href="{address}">{shared.Title}</a> ({year}{percent})""");
    }

    private static IEnumerable<Html> Listed(List<Html> items) => items.Select((item, at) => at == 0 ? item : Html.Of($", {item}"));
}
