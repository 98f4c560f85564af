using Microsoft.Extensions.Logging.Abstractions;
using ProposalSearch.SearchHost.Snapshots;
using Xunit;

namespace ProposalSearch.SearchHost.Tests.Regressions;

/// <summary>
/// The index lies in the source, which is named by a link, while the index is named by its own path: what the host wrote there was told
/// as a change of the source, by which it wrote again, without end.
/// </summary>
public sealed class Bug002AnIndexBelowALinkedSource
{
    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public async Task Wait_WhatTheHostWrites_IsNoChange(bool isSourceLinked, bool isIndexLinked)
    {
        var folder = Directory.CreateTempSubdirectory("watcher-").FullName;
        var (real, link) = (Path.Combine(folder, "real"), Path.Combine(folder, "link"));
        Directory.CreateDirectory(Path.Combine(real, "index"));
        Directory.CreateSymbolicLink(link, real);
        var index = Path.Combine(isIndexLinked ? link : real, "index");
        using (var watcher = new SourceWatcher(isSourceLinked ? link : real, index, NullLogger.Instance))
        {
            File.WriteAllText(Path.Combine(real, "index", "manifest"), "x");
            Assert.False(await watcher.WaitAsync(TimeSpan.FromMilliseconds(400), default));
            File.WriteAllText(Path.Combine(real, "a.md"), "x");
            Assert.True(await watcher.WaitAsync(TimeSpan.FromSeconds(10), default));
        }

        Directory.Delete(folder, recursive: true);
    }
}
