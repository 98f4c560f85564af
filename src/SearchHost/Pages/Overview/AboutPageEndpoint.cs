using ProposalSearch.Search;
using ProposalSearch.Search.Counting;
using ProposalSearch.SearchHost.Api;
using ProposalSearch.SearchHost.Limits;
using ProposalSearch.SearchHost.Markup;
using ProposalSearch.SearchHost.Pages.Years;
using ProposalSearch.SearchHost.Snapshots;
using ProposalSearch.SearchHost.Wording;

namespace ProposalSearch.SearchHost.Pages.Overview;

/// <summary><c>/about</c>: how search works here, and what is searched.</summary>
internal static class AboutPageEndpoint
{
    /// <summary>The address.</summary>
    public const string Path = "/about";

    /// <summary>Answers with the page.</summary>
    public static async Task GetAsync(HttpContext context, IndexSnapshot snapshot)
    {
        var report = context.RequestServices.GetRequiredService<LastIndexing>().Report;
        var state = PageLanguage.Of(context).Words(context).Code + report?.Read;
        if (Validator.IsFresh(context, snapshot.Identity, state))
        {
            return;
        }

        var rendered = await Turn.TakeAsync(context, Work.Ordinary, async cancellation =>
        {
            var questions = await snapshot.Index.QuestionsAsync(cancellation).ConfigureAwait(false);
            var all = new SearchRequest { PerPage = 0, FacetSize = 1 };
            var facets = await snapshot.Index.SearchAsync(all, cancellation).ConfigureAwait(false);
            var years = await ArchiveYears.OfAsync(snapshot, cancellation).ConfigureAwait(false);
            var frame = PageFrame.Of(context);
            var ways = await WaysToAsk.OfAsync(frame, snapshot, cancellation).ConfigureAwait(false);
            var view = new AboutView(frame, snapshot, questions, facets.Facets, YearSeries.Of(years), report) { Ways = ways };
            return new Rendered(AboutPage.Render(view));
        }).ConfigureAwait(false);
        if (rendered is not null)
        {
            await PageAnswer.WriteAsync(context, rendered.Page).ConfigureAwait(false);
        }
    }

    private sealed record Rendered(Html Page);
}

/// <summary>What the page is made from.</summary>
/// <param name="Frame">What all pages share.</param>
/// <param name="Snapshot">The index.</param>
/// <param name="Questions">The canonical questions.</param>
/// <param name="Facets">How many proposals state which field.</param>
/// <param name="Years">All proposals by year.</param>
/// <param name="Report">What became of the files, where this host indexed them.</param>
internal sealed record AboutView(
    PageFrame Frame,
    IndexSnapshot Snapshot,
    IReadOnlyList<QuestionUse> Questions,
    IReadOnlyList<FacetResult> Facets,
    YearSeries Years,
    Indexing.IndexingReport? Report)
{
    /// <summary>How one can ask, with words of this archive.</summary>
    public IReadOnlyList<WayToAsk> Ways { get; init; } = [];

    /// <summary>What the page says.</summary>
    public Words Words => Frame.Words;
}
