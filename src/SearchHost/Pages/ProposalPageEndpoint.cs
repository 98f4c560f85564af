using ProposalSearch.Foundation.Texts;
using ProposalSearch.SearchHost.Api;
using ProposalSearch.SearchHost.Parameters;
using ProposalSearch.SearchHost.Settings;
using ProposalSearch.SearchHost.Snapshots;

namespace ProposalSearch.SearchHost.Pages;

/// <summary><c>/proposals/{id}</c>: a proposal with all of its answers.</summary>
internal static class ProposalPageEndpoint
{
    /// <summary>Answers with the page.</summary>
    public static async Task GetAsync(HttpContext context, IndexSnapshot snapshot)
    {
        if (await ProposalEndpoint.FindAsync(context, snapshot).ConfigureAwait(false) is { } found)
        {
            var parameters = ParameterSet.FromQueryString(context.Request.QueryString.Value);
            var asked = parameters.FirstOrDefault(parameter => parameter.Name == "q").Value ?? "";
            var longest = context.RequestServices.GetRequiredService<SearchHostOptions>().MaxQueryLength;
            var query = ShortText.Beginning(asked, longest);
            var page = ProposalPage.Render(PageFrame.Of(context), snapshot, found.Proposal, found.Related, query.Trim());
            await PageAnswer.WriteAsync(context, page).ConfigureAwait(false);
        }
    }
}
