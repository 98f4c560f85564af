using ProposalSearch.Retrieval;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Retrieval.Results;
using ProposalSearch.Testing.Conformance;
using Xunit;
using Xunit.Abstractions;

namespace ProposalSearch.Backends.Lucene.Tests.LifeCycle;

/// <summary>An index that was changed answers as one that was made anew of the same documents.</summary>
public sealed class UpdateTests(ITestOutputHelper output) : UpdateConformance, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("updates-").FullName;

    /// <inheritdoc/>
    protected override IIndexStore Store { get; } = new LuceneStore();

    /// <inheritdoc/>
    protected override string Changed => Path.Combine(_folder, "changed");

    /// <inheritdoc/>
    protected override string Anew => Path.Combine(_folder, "anew");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public Task Update_ByRandomEdits_AnswersAsAnIndexMadeAnew(int seed) => CompareByRandomEditsAsync(seed);

    [Fact]
    public async Task Update_AThousandTimes_LeavesFewSegmentsAndFiles()
    {
        const int documents = 300, updates = 1_000;
        var (store, random) = (new LuceneStore(), new Random(1));
        await BuildAsync(Changed, Enumerable.Range(0, documents).Select(i => RandomDocument(random, $"{i:D5}")));
        int segments = 0, files = 0;
        for (int i = 0; i < updates; i++)
        {
            await using (var update = (await store.UpdateAsync(Changed, Settings))!)
            {
                await update.PutAsync(RandomDocument(random, $"{random.Next(documents):D5}"));
                await update.PublishAsync([new IndexBlob("number", BitConverter.GetBytes(i))]);
            }

            if (i % 20 > 0)
            {
                files = Math.Max(files, Directory.GetFiles(Changed).Length);
                continue;
            }

            using var reader = await store.OpenAsync(Changed);
            segments = Math.Max(segments, (await reader.StatisticsAsync()).Segments);
            Assert.Equal(documents, reader.Identity.Documents);
        }

        output.WriteLine($"{updates} updates: {segments} segments and {files} files at most");
        Assert.InRange(segments, 1, 16);
        Assert.InRange(files, 1, 16 * 16);
        Assert.Empty((await store.VerifyAsync(Changed)).Faults);
    }

    [Fact]
    public async Task Update_WhileSomebodyWrites_SaysSo()
    {
        var store = new LuceneStore();
        await BuildAsync(Changed, [RandomDocument(new Random(1), "a")]);
        await using var update = await store.UpdateAsync(Changed, Settings);

        var locked = await Assert.ThrowsAsync<IndexUnavailableException>(async () => await store.UpdateAsync(Changed, Settings));

        Assert.Equal(IndexUnavailableReason.Locked, locked.Reason);
    }

    [Fact]
    public async Task Update_OfNoIndexOfOtherSettingsOrOfADamagedOne_IsNone()
    {
        var store = new LuceneStore();
        Assert.Null(await store.UpdateAsync(Changed, Settings));
        await BuildAsync(Changed, [RandomDocument(new Random(1), "a")]);
        Assert.Null(await store.UpdateAsync(Changed, Settings with { SectionWeights = [4] }));
        string postings = Directory.GetFiles(Changed, "*.pos").Single();
        byte[] bytes = await File.ReadAllBytesAsync(postings);
        bytes[bytes.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(postings, bytes);

        Assert.Null(await store.UpdateAsync(Changed, Settings));
    }

    [Fact]
    public async Task Update_NotPublished_LeavesTheIndexAsItWas()
    {
        var store = new LuceneStore();
        await BuildAsync(Changed, [RandomDocument(new Random(1), "a")]);
        string[] before = [.. Directory.GetFiles(Changed).Order()];
        await using (var update = (await store.UpdateAsync(Changed, Settings))!)
        {
            await update.PutAsync(RandomDocument(new Random(2), "b"));
            await update.DeleteAsync("a");
        }

        Assert.Equal(before, Directory.GetFiles(Changed).Order());
        using var reader = await store.OpenAsync(Changed);
        Assert.Equal(["a", null], (await reader.FindAsync(["a", "b"])).Select(document => document?.Id));
    }

    [Fact]
    public async Task Reader_ReopenedAndDisposed_LeavesTheOtherAlone()
    {
        var store = new LuceneStore();
        await BuildAsync(Changed, Enumerable.Range(0, 50).Select(i => RandomDocument(new Random(i), $"{i:D5}")));
        var old = await store.OpenToServeAsync(Changed, IndexHeldIn.Copy);
        await using (var update = (await store.UpdateAsync(Changed, Settings))!)
        {
            await update.DeleteAsync("00007");
            await update.PublishAsync([]);
        }

        using var next = (await old.ReopenAsync())!;
        Assert.Equal((50, 49), (old.Identity.Documents, next.Identity.Documents));
        Assert.NotNull((await old.FindAsync(["00007"]))[0]);
        old.Dispose();
        Assert.Equal("number", (await next.ReadBlobAsync("number"))!.Length == 4 ? "number" : "");
        Assert.Equal([null, "00008"], (await next.FindAsync(["00007", "00008"])).Select(document => document?.Id));
        Assert.Equal(49, (await next.SearchAsync(new AllQuery(), new SearchOptions())).Total);
    }
}
