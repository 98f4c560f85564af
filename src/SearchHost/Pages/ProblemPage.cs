using System.Globalization;
using ProposalSearch.Search;
using ProposalSearch.SearchHost.Addresses;
using ProposalSearch.SearchHost.Markup;
using ProposalSearch.SearchHost.Parameters;
using ProposalSearch.SearchHost.Problems;

namespace ProposalSearch.SearchHost.Pages;

/// <summary>A problem, in words for people and with a way on. What programs are told stands folded below.</summary>
internal sealed class ProblemPage : IProblemPage
{
    private const int LongestWords = 100;
    private const int FaultsTold = 10;

    // What people are told of the problems that they meet, by code; of others what programs are told.
    private static readonly Dictionary<string, (string Title, string Text)> Told = new(StringComparer.Ordinal)
    {
        ["not_found"] = ("problem.nothing", "problem.nothing.text"),
        ["proposal_not_found"] = ("problem.proposal", "problem.proposal.text"),
        ["not_ready"] = ("problem.preparing", "problem.preparing.text"),
        ["index_unavailable"] = ("problem.preparing", "problem.preparing.text"),
        ["index_unreachable"] = ("problem.unreachable", "problem.unreachable.text"),
        ["stopping"] = ("problem.stopping", "problem.stopping.text"),
        ["busy"] = ("problem.busy", "problem.busy.text"),
        ["rate_limited"] = ("problem.often", "problem.often.text"),
        ["internal_error"] = ("problem.failure", "problem.failure.text"),
        ["time_budget"] = ("problem.slow", "problem.slow.text"),
        ["window_exceeded"] = ("problem.far", "problem.far.text"),
    };

    // What passes by itself, so that the page asks again. A search that takes too long would only take as long once more.
    private static readonly string[] Passing =
        ["not_ready", "index_unavailable", "index_unreachable", "stopping", "busy", "rate_limited"];

    /// <inheritdoc/>
    public Task WriteAsync(HttpContext context, Problem problem)
    {
        var (request, frame) = (context.Request, PageFrame.Of(context));
        var parameters = ParameterSet.FromQueryString(request.QueryString.Value);
        var seconds = int.TryParse(context.Response.Headers.RetryAfter, NumberStyles.None, CultureInfo.InvariantCulture, out var told)
            && Passing.Contains(problem.Code, StringComparer.Ordinal) && HttpMethods.IsGet(request.Method) ? told : (int?)null;
        frame = frame with { Again = seconds, IsStarting = problem.Code == Problem.NotReady.Code };
        return PageAnswer.WriteAsync(context, Render(frame, problem, request.Path.Value ?? "", parameters));
    }

    /// <summary>The page.</summary>
    /// <param name="frame">What all pages share.</param>
    /// <param name="problem">What is wrong.</param>
    /// <param name="path">The path that was asked for, behind the root.</param>
    /// <param name="parameters">What was asked.</param>
    public static Html Render(PageFrame frame, Problem problem, string path, IReadOnlyList<Parameter> parameters)
    {
        var told = Told.GetValueOrDefault(problem.Code, problem.Errors is null ? ("", "") : ("problem.address", "problem.address.text"));
        var title = told.Item1.Length == 0 ? problem.Title : frame.Words.Text(told.Item1);
        var text = told.Item2.Length == 0 ? Html.Text(problem.Detail)
            : problem.Code == Problem.RateLimited.Code ? frame.Words.Count(told.Item2, frame.Again ?? 1)
            : frame.Words.Say(told.Item2);
        var ways = Ways(frame, problem, path, parameters).Select(static way => Html.Of($"<li>{way}</li>"));
        return (frame with { About = null }).Render(title, Html.Of($"""
            <section class="message"><h1>{title}</h1><p>{text}</p>{Again(frame)}<ul>{ways}</ul></section>
            {SearchForm.RenderPlain(frame, Words(parameters))}
            <details class="how quiet"><summary>{frame.Words.Say("problem.details")}</summary><div lang="en">{Account(problem)}</div>
            <p>{frame.Words.Say("problem.code", ("status", Number(problem.Status)), ("code", problem.Code))}</p></details>
            """));
    }

    /// <summary>Where the script that asks again says so.</summary>
    private static Html Again(PageFrame frame) => frame.Again is not { } seconds ? Html.None : Html.Of($"""
        <p class="quiet" role="status" data-again="{Number(seconds)}" data-waiting="{frame.Words.Say("problem.waiting")}"
        data-stopped="{frame.Words.Say("problem.stopped")}"></p>
        """);

    /// <summary>What can be done about it, the most promising first.</summary>
    private static IEnumerable<Html> Ways(PageFrame frame, Problem problem, string path, IReadOnlyList<Parameter> parameters)
    {
        var faulty = (problem.Errors ?? []).Select(static fault => fault.Parameter).Distinct(StringComparer.Ordinal).ToList();
        if (faulty.Count > 0)
        {
            var rest = Address(frame.Root + path, parameters.Where(parameter => !faulty.Contains(parameter.Name, StringComparer.Ordinal)));
            var names = string.Join(", ", faulty.Take(FaultsTold).Select(static name => Shown.Short(name)));
            yield return Link(rest, frame.Words.Say("problem.without", ("names", names)));
        }

        if (problem.Status is StatusCodes.Status500InternalServerError or StatusCodes.Status503ServiceUnavailable
            or StatusCodes.Status429TooManyRequests)
        {
            yield return Link(Address(frame.Root + path, parameters), frame.Words.Say("problem.again"));
        }

        if (problem.Status == StatusCodes.Status404NotFound && NearWords(path) is { Length: > 0 } words)
        {
            var near = SearchAddress.OfPage(frame.Root, new SearchQuery { Request = new SearchRequest { Text = words } });
            yield return Link(near.ToString(), frame.Words.Say("problem.near", ("words", words)));
        }

        yield return Link(frame.Root + SearchAddress.AllProposals, frame.Words.Say("page.all"));
    }

    /// <summary>The words in the last part of an address: that of a proposal is made of its title.</summary>
    private static string NearWords(string path)
    {
        var last = path.TrimEnd('/').Split('/')[^1];
        var words = new string([.. last.Select(static letter => char.IsLetterOrDigit(letter) ? letter : ' ')]);
        return words.Length > LongestWords ? "" : string.Join(' ', words.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    private static string Words(IReadOnlyList<Parameter> parameters)
    {
        var text = parameters.FirstOrDefault(static parameter => parameter.Name == "q").Value ?? "";
        return text.Length <= LongestAddress ? text : "";
    }

    private static string Address(string path, IEnumerable<Parameter> parameters)
    {
        var query = string.Join('&', parameters.Select(
            static one => $"{Uri.EscapeDataString(one.Name)}={Uri.EscapeDataString(one.Value)}"));
        return query.Length is 0 or > LongestAddress ? path : $"{path}?{query}";
    }

    // A longer one is not repeated.
    private const int LongestAddress = 8_000;

    private static Html Link(string address, Html label) => Html.Of($"""<a href="{address}" rel="nofollow">{label}</a>""");

    private static string Number(int status) => status.ToString(CultureInfo.InvariantCulture);

    private static Html Account(Problem problem)
        => problem.Errors is { Count: > 1 } errors
            ? Html.Of($"<ul>{errors.Select(Item)}</ul>")
            : Html.Of($"<p>{problem.Detail}</p>");

    private static Html Item(RequestFault fault) => Html.Of($"<li>{fault.Message}</li>");
}
