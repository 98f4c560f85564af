using ProposalSearch.Retrieval;
using Xunit;
using Xunit.Abstractions;

namespace ProposalSearch.Backends.Lucene.Tests.LifeCycle;

/// <summary>Readers that are swapped under searches, and what the mapped files of Lucene.Net cannot do.</summary>
public sealed class SwapTests(ITestOutputHelper output) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("swaps-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>Files in memory, and files read at places.</summary>
    [Theory]
    [InlineData(1 << 28)]
    [InlineData(0)]
    public async Task Readers_SwappedUnderTwoThreads_AnswerFromTheirOwnEdition(long memory)
    {
        const int least = 25, most = 1_000;
        await Editions.PublishOneAsync(_folder, 1);
        var store = new LuceneStore { ReaderBytes = memory };
        int[] answers = new int[2];
        using var ended = new CancellationTokenSource();
        var searches = answers.Select((_, thread) => Task.Run(() => SearchAsync(store, thread, answers, ended.Token))).ToArray();
        int edition = 1;
        while (edition < most && (edition < least || answers.Min() < least) && !searches.Any(search => search.IsFaulted))
        {
            await Editions.PublishOneAsync(_folder, ++edition);
        }

        await ended.CancelAsync();
        await Task.WhenAll(searches);
        Assert.All(answers, count => Assert.InRange(count, least, int.MaxValue));
        output.WriteLine($"{edition} editions, two threads: {answers.Sum()} answers, each of one edition whole");
    }

    [Fact]
    public async Task Reader_OfAnEditionThatWasReplaced_GoesOn()
    {
        await Editions.PublishOneAsync(_folder, 1);
        using var old = await new LuceneStore { ReaderBytes = 0 }.OpenAsync(_folder);
        await Editions.PublishOneAsync(_folder, 2);
        await Editions.PublishOneAsync(_folder, 3);

        Assert.Equal(1, await Editions.ReadAsync(old));
        Assert.Equal(3, await Editions.ReadAsync(_folder));
    }

    /// <summary>Opens the newest edition again and again, and asks each five times.</summary>
    private async Task SearchAsync(LuceneStore store, int thread, int[] answers, CancellationToken ended)
    {
        for (int last = 0; !ended.IsCancellationRequested;)
        {
            using IIndexReader reader = await store.OpenAsync(_folder, CancellationToken.None);
            int edition = await Editions.ReadAsync(reader);
            Assert.True(edition >= last, $"edition {edition} after {last}");
            last = edition;
            for (int i = 0; i < 5; i++)
            {
                Assert.Equal(edition, await Editions.ReadAsync(reader));
                Interlocked.Increment(ref answers[thread]);
            }
        }
    }
}
