using ProposalSearch.SearchHost.Addresses;
using ProposalSearch.SearchHost.Citing;
using ProposalSearch.SearchHost.Markup;

namespace ProposalSearch.SearchHost.Pages;

/// <summary>How to use a proposal elsewhere: its address, its citation, its data.</summary>
internal static class CitationView
{
    /// <summary>The part of the page.</summary>
    public static Html Render(PageFrame frame, Citation citation, string sourcePath)
    {
        var words = frame.Words;
        var path = ProposalAddress.Path(citation.Id);
        return Html.Of($"""
            <h2>{words.Say("cite.title")}</h2>
            <ul class="plain use">
            <li><a href="{citation.Address}">{words.Say("cite.address")}</a> {Copy(frame, citation.Address, "cite.copy-link")}</li>
            <li><details><summary>{words.Say("cite.cite")}</summary>
            <p class="citation">{citation.Sentence}</p>
            <p>{Copy(frame, citation.Sentence, "cite.copy")}
            <a href="{frame.Base}{CitationEndpoint.BibTexPath}{path}" rel="nofollow">{words.Say("cite.bibtex")}</a> ·
            <a href="{frame.Base}{CitationEndpoint.CslPath}{path}" rel="nofollow">{words.Say("cite.csl")}</a></p></details></li>
            <li><a href="{ProposalAddress.Api(frame.Base, citation.Id)}" rel="nofollow">{words.Say("proposal.json")}</a></li>
            <li class="quiet">{words.Say("proposal.source")} <code>{sourcePath}</code></li>
            </ul>
            """);
    }

    private static Html Copy(PageFrame frame, string text, string key) => Html.Of($"""
        <button type="button" class="minor" data-copy="{text}" data-done="{frame.Words.Say("cite.copied")}" hidden>
        {frame.Words.Say(key)}</button>
        """);
}
