using AngleSharp.Dom;
using ProposalSearch.SearchHost.Tests.Pages;
using ProposalSearch.SearchHost.Tests.Serving;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.SearchHost.Tests.Regressions;

/// <summary>The page of a proposal whose file begins with a number and a date began with these, before what it is about.</summary>
public sealed class Bug500PagesThatBeganWithNumbers
{
    private const string Text = "We build a bridge over the river, so that children reach their school without a detour of an hour.";

    [Fact]
    public async Task Page_FileThatBeginsWithPlainFacts_HasThemAmongTheFacts()
    {
        using var archive = new TemporaryArchive();
        for (var file = 0; file < 12; file++)
        {
            archive.Write(
                $"{file:00}.md",
                $"---\ntitle: Bridge {file}\neip: {file * 37}\nrequires: {file}, {file + 9}\n---\n"
                    + $"## Abstract\n\n{Text}\n\n## Cost\n\nLow.\n");
        }

        await using var host = await RunningHost.StartOnAsync(archive.Path);
        var page = await host.PageAsync("/proposals/03");
        var found = await host.PageAsync("/proposals/03?q=111");

        Assert.Equal("Abstract", Heading(page.QuerySelector(".answers h2")!));
        Assert.Equal(["Eip 111", "Requires 3, 12"], page.QuerySelectorAll(".facts dl div[id]").Select(SearchPageTests.Text));
        Assert.DoesNotContain("Eip", SearchPageTests.Text(page.QuerySelector("main .answers")!), StringComparison.Ordinal);
        Assert.Equal("Eip", Heading(found.QuerySelector(".answers h2")!));
    }

    private static string Heading(IElement heading) => SearchPageTests.Text(heading.FirstChild!);
}
