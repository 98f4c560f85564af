using Microsoft.Extensions.Logging.Abstractions;
using ProposalSearch.SearchHost.Snapshots;
using Xunit;

namespace ProposalSearch.SearchHost.Tests.Regressions;

/// <summary>
/// A file that was renamed to a hidden one is gone from the archive; only its new name was looked at, so that nobody was told.
/// </summary>
public sealed class Bug001AProposalThatIsHidden
{
    [Fact]
    public async Task Wait_AFileRenamedToAHiddenOne_IsAChange()
    {
        var source = Directory.CreateTempSubdirectory("watcher-").FullName;
        File.WriteAllText(Path.Combine(source, "a.md"), "title: A\n");
        using (var watcher = new SourceWatcher(source, Path.Combine(source, "index"), NullLogger.Instance))
        {
            File.Move(Path.Combine(source, "a.md"), Path.Combine(source, ".a.md"));
            Assert.True(await watcher.WaitAsync(TimeSpan.FromSeconds(10), default));
        }

        Directory.Delete(source, recursive: true);
    }
}
