using System.Globalization;
using ProposalSearch.Search;
using ProposalSearch.SearchHost.Api;
using ProposalSearch.SearchHost.Limits;
using ProposalSearch.SearchHost.Pages.Overview;
using ProposalSearch.SearchHost.Pages.Years;
using ProposalSearch.SearchHost.Parameters;
using ProposalSearch.SearchHost.Problems;
using ProposalSearch.SearchHost.Settings;
using ProposalSearch.SearchHost.Snapshots;
using ProposalSearch.SearchHost.Wording;

namespace ProposalSearch.SearchHost.Pages.Trends;

/// <summary><c>/trends</c> and <c>/trends.csv</c>: which share of each year's proposals match one query or several.</summary>
internal static class TrendPageEndpoint
{
    /// <summary>The address of the page.</summary>
    public const string Path = "/trends";

    /// <summary>The address of the numbers.</summary>
    public const string CsvPath = "/trends.csv";

    private static readonly string[] NotOfTheSearch = [.. SearchPageEndpoint.NotOnPages, "q", "page", "cursor", "sort", "per_page"];

    /// <summary>Answers with the page.</summary>
    public static async Task GetAsync(HttpContext context, IndexSnapshot snapshot)
    {
        if (await CountAsync(context, snapshot).ConfigureAwait(false) is { } view)
        {
            await PageAnswer.WriteAsync(context, TrendPage.Render(view)).ConfigureAwait(false);
        }
    }

    /// <summary>Answers with the table.</summary>
    public static async Task GetCsvAsync(HttpContext context, IndexSnapshot snapshot)
    {
        if (await CountAsync(context, snapshot).ConfigureAwait(false) is { } view)
        {
            context.Response.ContentType = "text/csv; charset=utf-8";
            context.Response.Headers.ContentDisposition = "attachment; filename=\"trends.csv\"";
            var csv = new CsvWriter(context.Response.BodyWriter);
            csv.WriteRow(["year", "proposals", .. view.Lines.SelectMany(static line => new[] { line.Text, line.Text + " share" })]);
            foreach (var year in view.Years)
            {
                csv.WriteRow([TrendView.Text(year), Text(view.Of(year)), .. view.Lines.SelectMany(line => Cells(line, year))]);
            }

            await context.Response.BodyWriter.FlushAsync(context.RequestAborted).ConfigureAwait(false);
        }
    }

    /// <summary>The counts; <see langword="null"/> where the request was answered already.</summary>
    private static async Task<TrendView?> CountAsync(HttpContext context, IndexSnapshot snapshot)
    {
        if (!snapshot.Facets.ContainsKey(YearSeries.Field))
        {
            await ProblemAnswer.WriteAsync(context, Problem.NotFound).ConfigureAwait(false);
            return null;
        }

        var options = context.RequestServices.GetRequiredService<SearchHostOptions>();
        var parameters = ParameterSet.FromQueryString(context.Request.QueryString.Value);
        var queries = TrendQueries.Of(parameters);
        var faults = new FaultList();
        var searches = queries.Take(TrendQueries.Most).Prepend("")
            .Select(text => Read(text, parameters, snapshot, options, faults)).OfType<SearchQuery>().ToList();
        if (faults.Count > 0)
        {
            await ProblemAnswer.WriteAsync(context, Problem.Of(faults)).ConfigureAwait(false);
            return null;
        }

        if (Validator.IsFresh(context, snapshot.Identity, PageLanguage.Of(context).Words(context).Code))
        {
            return null;
        }

        return await CountAsync(context, snapshot, searches, queries.Count).ConfigureAwait(false);
    }

    /// <summary>Counts each search but the first, which has the filters alone.</summary>
    private static Task<TrendView?> CountAsync(HttpContext context, IndexSnapshot snapshot, List<SearchQuery> searches, int asked)
    {
        var work = searches.Exists(static search => WorkOf.Search(search.Request) == Work.Expensive) ? Work.Expensive : Work.Ordinary;
        return Turn.TakeAsync(context, work, async cancellation =>
        {
            var lines = new List<TrendLine>();
            foreach (var search in searches.Skip(1))
            {
                var trend = await snapshot.Index.TrendAsync(search.Request, cancellation).ConfigureAwait(false);
                lines.Add(new TrendLine(search.Request.Text, trend));
            }

            var frame = PageFrame.Of(context);
            return new TrendView(frame, searches[0], lines, Math.Max(0, asked - TrendQueries.Most))
            {
                Examples = asked > 0 ? [] : await ExampleSearches.OfAsync(frame.Site, snapshot, cancellation).ConfigureAwait(false),
            };
        });
    }

    private static SearchQuery? Read(
        string text, IReadOnlyList<Parameter> parameters, IndexSnapshot snapshot, SearchHostOptions options, FaultList faults)
    {
        Parameter[] own = [.. parameters.Where(static parameter => parameter.Name != "q"), new Parameter("keywords", text)];
        var reading = SearchParameters.Read(own, snapshot, options, NotOfTheSearch, lenient: true);
        faults.Add(reading.Faults);
        return reading.Query;
    }

    private static string[] Cells(TrendLine line, int year) => line.In(year) is { } counted
        ? [Text(counted.Count), counted.Share.ToString("0.0000", CultureInfo.InvariantCulture)]
        : ["0", ""];

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
