using ProposalSearch.SearchHost.Tests.Serving;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.SearchHost.Tests.Regressions;

/// <summary>
/// A list in Arabic had a direction for each item and none of its own: its signs stood outside of the page, which scrolled sideways.
/// </summary>
public sealed class Bug737ListsOfTwoDirections
{
    [Theory]
    [InlineData("ul", "-")]
    [InlineData("ol", "1.")]
    public async Task List_OfAnAnswer_HasOneDirection(string kind, string sign)
    {
        using var archive = new TemporaryArchive();
        var text = $"  نزرع حديقة للأطفال في وسط المدينة ونعلمهم العناية بها.\n\n  {sign} الماء\n  {sign} garden\n";
        archive.Write("a.yml", $"title: حديقة\nplan: |\n{text}");
        await using var host = await RunningHost.StartOnAsync(archive.Path);
        var list = (await host.PageAsync("/proposals/a")).QuerySelector($".answer {kind}")!;

        Assert.Equal("auto", list.GetAttribute("dir"));
        Assert.All(list.Children, static item => Assert.False(item.HasAttribute("dir")));
    }
}
