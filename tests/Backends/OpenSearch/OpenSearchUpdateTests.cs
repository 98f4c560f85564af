using ProposalSearch.Backends.OpenSearch.Tests.Cluster;
using ProposalSearch.Foundation.Timing;
using ProposalSearch.Retrieval;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Retrieval.Results;
using ProposalSearch.Testing.Conformance;
using Xunit;

namespace ProposalSearch.Backends.OpenSearch.Tests;

/// <summary>An index that was changed answers as one that was made anew.</summary>
public sealed class OpenSearchUpdateTests : OpenSearchUpdates, INeedsCluster
{
    /// <inheritdoc/>
    protected override int Rounds => 2;

    /// <inheritdoc/>
    protected override int Queries => 10;

    [Fact]
    public Task Update_ByRandomEdits_AnswersAsAnIndexMadeAnew() => CompareByRandomEditsAsync(seed: 1);

    [Fact]
    public async Task Update_LeavesTheIndexBeforeAsItWas_ForWhoeverHasItOpen()
    {
        var random = new Random(1);
        await BuildAsync(Changed, Enumerable.Range(0, 5).Select(number => RandomDocument(random, $"d{number}")));
        using var before = await Store.OpenAsync(Changed);
        await using (var update = (await Store.UpdateAsync(Changed, Settings))!)
        {
            await update.DeleteAsync("d1");
            await update.PutAsync(RandomDocument(random, "d11"));
            await update.PutAsync(RandomDocument(random, "c"));
            await update.PublishAsync([new IndexBlob("more", new byte[3])]);
            await update.DeleteAsync("c");
            await update.PublishAsync([]);
        }

        using var after = await Store.OpenAsync(Changed);
        Assert.Equal((5, 5), (before.Identity.Documents, after.Identity.Documents));
        Assert.Equal(["d0", "d11", "d2", "d3", "d4"], await IdsAsync(after));
        Assert.Equal(["d0", "d1", "d2", "d3", "d4"], await IdsAsync(before));
        Assert.Equal((4, 3), ((await after.ReadBlobAsync("number"))!.Length, (await after.ReadBlobAsync("more"))!.Length));
        Assert.Empty((await Store.VerifyAsync(Changed)).Faults);
    }

    [Fact]
    public async Task Update_NotPublished_LeavesNothing()
    {
        var random = new Random(1);
        await BuildAsync(Changed, [RandomDocument(random, "a")]);
        await using (var update = (await Store.UpdateAsync(Changed, Settings))!)
        {
            var document = RandomDocument(random, "b");
            document.Values.Add(("new", "value"));
            await update.PutAsync(document);
        }

        Assert.Single(await TestLocations.EditionsAsync(Changed));
        using var reader = await Store.OpenAsync(Changed);
        Assert.Equal(["a"], await IdsAsync(reader));
    }

    [Fact]
    public async Task Update_OfNoIndexOrOneOfOtherSettings_IsNone()
    {
        Assert.Null(await Store.UpdateAsync(Changed, Settings));
        await BuildAsync(Changed, [RandomDocument(new Random(1), "a")]);

        Assert.Null(await Store.UpdateAsync(Changed, Settings with { SectionWeights = [4] }));
    }

    private static async Task<string[]> IdsAsync(IIndexReader reader)
    {
        var found = await reader.Begin(TimeLimit.None).SearchAsync(new AllQuery(), new SearchOptions { Top = 100 });
        var ids = new List<string>();
        await foreach (var document in reader.ReadAsync(found))
        {
            ids.Add(document.Id);
        }

        return [.. ids];
    }
}

/// <summary>The same, again and again.</summary>
public sealed class OpenSearchManyUpdatesTests : OpenSearchUpdates, ITakesLong
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public Task Update_ByRandomEdits_AnswersAsAnIndexMadeAnew(int seed) => CompareByRandomEditsAsync(seed);
}

/// <summary>Indexes that are changed on the cluster of the tests.</summary>
public abstract class OpenSearchUpdates : UpdateConformance, IDisposable
{
    /// <inheritdoc/>
    protected override IIndexStore Store => TestLocations.Store;

    /// <inheritdoc/>
    protected override string Changed { get; } = TestLocations.New();

    /// <inheritdoc/>
    protected override string Anew { get; } = TestLocations.New();

    /// <inheritdoc/>
    protected override bool HasSameNumbers => false;

    /// <inheritdoc/>
    public void Dispose()
    {
        TestLocations.Remove(Changed);
        TestLocations.Remove(Anew);
        GC.SuppressFinalize(this);
    }
}
