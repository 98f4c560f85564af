using ProposalSearch.Retrieval;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Backends.Embedded.Tests.Regressions;

/// <summary>
/// Every <see cref="ArgumentException"/> while a proposal was added counted as a proposal that the index cannot hold, so that a mistake of
/// a program cost proposals with a
/// shrug; and what the disk refused counted as damage of the index.
/// </summary>
public sealed class Bug032FaultsThatLookedLikeRefusals : IDisposable
{
    /// <summary>Between two answers lie so many positions that no more than some 130,000 fit a document.</summary>
    private const int TooMany = 140_000;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("proposalsearch-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Add_MistakeOfAProgram_IsToldAsOne()
    {
        using var builder = BlockingCalls.EmbeddedBackend().Build(_folder.FullName);
        var mistaken = Some.Proposal("a", "trees") with { Facets = Some.Facets(("area", [null!])) };

        Assert.ThrowsAny<ArgumentException>(() => builder.Add(mistaken));
    }

    [Fact]
    public void Add_ProposalThatNoIndexCanHold_IsRefused()
    {
        using var builder = BlockingCalls.EmbeddedBackend().Build(_folder.FullName);
        var endless = Some.Proposal("a") with { Answers = [.. Enumerable.Repeat(new Proposals.Answer("Again?", null, "yes"), TooMany)] };

        var refusal = Assert.Throws<DocumentRefusedException>(() => builder.Add(endless));
        Assert.IsNotType<ArgumentException>(refusal.InnerException, exactMatch: false);
    }

    [Fact]
    public void Commit_DiskThatRefuses_IsToldAsOne()
    {
        var (good, bad) = (_folder.CreateSubdirectory("good"), _folder.CreateSubdirectory("bad"));
        Build(good.FullName);
        foreach (var file in good.EnumerateFiles("s*"))
        {
            bad.CreateSubdirectory(file.Name);
        }

        Assert.Equal(IndexUnavailableReason.Inaccessible, Assert.Throws<IndexUnavailableException>(() => Build(bad.FullName)).Reason);
    }

    private static void Build(string folder)
    {
        using var builder = BlockingCalls.EmbeddedBackend().Build(folder);
        builder.Add(Some.Proposal("a", "trees"));
        builder.Commit(Some.Metadata);
    }
}
