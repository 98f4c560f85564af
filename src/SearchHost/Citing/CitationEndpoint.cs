using System.Text;
using ProposalSearch.SearchHost.Addresses;
using ProposalSearch.SearchHost.Api;
using ProposalSearch.SearchHost.Problems;
using ProposalSearch.SearchHost.Settings;
using ProposalSearch.SearchHost.Snapshots;
using ProposalSearch.SearchHost.Wording;

namespace ProposalSearch.SearchHost.Citing;

/// <summary><c>/citations/bibtex/{id}</c> and <c>/citations/csl/{id}</c>: the citation of a proposal, to save.</summary>
internal static class CitationEndpoint
{
    /// <summary>The path of BibTeX, below the base path; the id follows.</summary>
    public const string BibTexPath = "/citations/bibtex/";

    /// <summary>The path of CSL-JSON, below the base path; the id follows.</summary>
    public const string CslPath = "/citations/csl/";

    /// <summary>Answers with BibTeX.</summary>
    public static Task GetBibTexAsync(HttpContext context, IndexSnapshot snapshot) =>
        WriteAsync(context, snapshot, CitationFormats.BibTex, "application/x-bibtex; charset=utf-8", ".bib");

    /// <summary>Answers with CSL-JSON.</summary>
    public static Task GetCslAsync(HttpContext context, IndexSnapshot snapshot) =>
        WriteAsync(context, snapshot, CitationFormats.CslJson, "application/vnd.citationstyles.csl+json; charset=utf-8", ".json");

    /// <summary>The address of a proposal's page as citations have it: with scheme and host, without a language.</summary>
    public static string AddressOf(HttpContext context, string id) =>
        ProposalAddress.Page(OpenSearchDescription.Site(context.Request) + PageLanguage.Of(context).Base, id);

    private static async Task WriteAsync(
        HttpContext context, IndexSnapshot snapshot, Func<Citation, string> format, string type, string extension)
    {
        var ids = AskedProposal.Readings(ProposalEndpoint.Id(context));
        var found = await snapshot.Index.FindAsync(ids, context.RequestAborted).ConfigureAwait(false);
        if (found.FirstOrDefault(static one => one is not null) is not { } proposal)
        {
            await ProblemAnswer.WriteAsync(context, Problem.NoSuchProposal).ConfigureAwait(false);
            return;
        }

        if (Validator.IsFresh(context, snapshot.Identity))
        {
            return;
        }

        var archive = context.RequestServices.GetRequiredService<SearchHostOptions>().Title;
        var citation = Citation.Of(proposal, archive, AddressOf(context, proposal.Id));
        context.Response.ContentType = type;
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"{citation.Key}{extension}\"";
        await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(format(citation)), context.RequestAborted).ConfigureAwait(false);
    }
}
