using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using ProposalSearch.SearchHost.Settings;
using ProposalSearch.SearchHost.Snapshots;
using ProposalSearch.SearchHost.Tests.Serving;
using Xunit;

namespace ProposalSearch.SearchHost.Tests.Regressions;

/// <summary>
/// Whoever asked for <c>/v1/index</c> was told where on the server's disks the proposals and the index lie, once something went wrong
/// there.
/// </summary>
public sealed class Bug017PathsOfTheServer
{
    [Theory]
    [InlineData("Access to the path '/srv/data/my/lock' is denied.", "Access to the path 'lock' is denied.")]
    [InlineData(@"Could not find C:\data\proposals\a.md, see docs.", "Could not find a.md, see docs.")]
    [InlineData("Write --source DIR or and/or see http://example.org/a/b.", "Write --source DIR or and/or see http://example.org/a/b.")]
    [InlineData("No space left on device : '/var/lib/x y/_3.tmp'", "No space left on device : 'x y/_3.tmp'")]
    public async Task Get_Index_HasLastNamesOnly(string cause, string told)
    {
        await using var host = await RunningHost.StartAsync();
        host.Services.GetRequiredService<Upkeep>().Fail(DateTimeOffset.UnixEpoch, cause);

        Assert.Equal(told, await FailureAsync(host));
    }

    [Fact]
    public async Task Get_Index_HasNoFolderOfTheHost()
    {
        await using var host = await RunningHost.StartAsync();
        var folders = host.Services.GetRequiredService<Folders>();
        host.Services.GetRequiredService<Upkeep>().Fail(
            DateTimeOffset.UnixEpoch, $"There are no proposals at {folders.Source}: see {folders.Index}/manifest.");
        var told = await FailureAsync(host);

        Assert.Equal($"There are no proposals at seeds: see {Path.GetFileName(folders.Index)}/manifest.", told);
    }

    private static async Task<string?> FailureAsync(RunningHost host)
    {
        var index = JsonDocument.Parse(await host.Client.GetStringAsync(new Uri("/v1/index", UriKind.Relative))).RootElement;
        return index.GetProperty("watch").GetProperty("failure").GetString();
    }
}
