using System.Globalization;
using ProposalSearch.Search;
using ProposalSearch.SearchHost.Markup;
using ProposalSearch.SearchHost.Problems;

namespace ProposalSearch.SearchHost.Pages;

/// <summary>A problem, for people.</summary>
internal sealed class ProblemPage : IProblemPage
{
    /// <inheritdoc/>
    public Task WriteAsync(HttpContext context, Problem problem) => PageAnswer.WriteAsync(context, Render(PageFrame.Of(context), problem));

    /// <summary>The page.</summary>
    public static Html Render(PageFrame frame, Problem problem)
    {
        return (frame with { About = null }).Render(problem.Title, Html.Of($"""
            <section class="message">
            <h1>{problem.Title}</h1>
            {Account(problem)}
            <p><a class="button" href="{frame.Root}/">{frame.Words.Say("problem.search")}</a></p>
            <p class="quiet">{frame.Words.Say("problem.code", ("status", Number(problem.Status)), ("code", problem.Code))}</p>
            </section>
            """));
    }

    private static string Number(int status) => status.ToString(CultureInfo.InvariantCulture);

    private static Html Account(Problem problem)
        => problem.Errors is { Count: > 1 } errors
            ? Html.Of($"<ul>{errors.Select(Item)}</ul>")
            : Html.Of($"<p>{problem.Detail}</p>");

    private static Html Item(RequestFault fault) => Html.Of($"<li>{fault.Message}</li>");
}
