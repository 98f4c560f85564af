using System.Diagnostics;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Regressions;

/// <summary>Each answer was compared with all answers before it, so that a file of many keys with one text took minutes.</summary>
public sealed class Bug001ManyKeysWithOneText
{
    [Fact]
    public void Map_ManyKeysWithOneText_TakesSeconds()
    {
        using var archive = new TemporaryArchive().Write(
            "a.yml", string.Concat(Enumerable.Range(0, 50_000).Select(static key => $"k{key}: v\n")));
        var began = Stopwatch.GetTimestamp();
        var added = Assert.Single(archive.Run().Index.Added);

        Assert.Equal(50_000, added.Answers.Count);
        Assert.InRange(Stopwatch.GetElapsedTime(began).TotalSeconds, 0, 60);
    }
}
