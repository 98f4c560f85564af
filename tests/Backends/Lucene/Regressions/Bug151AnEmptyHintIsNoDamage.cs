using ProposalSearch.Backends.Lucene.Tests.LifeCycle;
using Xunit;

namespace ProposalSearch.Backends.Lucene.Tests.Regressions;

/// <summary>
/// A process that was killed right after a commit left <c>segments.gen</c> empty, which Lucene can do without, and <c>verify</c> called the
/// index damaged.
/// </summary>
public sealed class Bug151AnEmptyHintIsNoDamage : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hint-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Verify_WithAnEmptySegmentsGen_FindsNoFault()
    {
        await ChangedEditions.PublishOneAsync(_folder, 1);
        await File.WriteAllBytesAsync(Path.Combine(_folder, "segments.gen"), []);

        Assert.Empty((await new LuceneStore().VerifyAsync(_folder)).Faults);
        Assert.Equal(1, await ChangedEditions.ReadAsync(_folder));
    }
}
