using ProposalSearch.Engine.Indexing;
using ProposalSearch.Engine.Searching;
using ProposalSearch.Engine.Storage;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Retrieval.Results;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Engine.Tests.Indexing;

/// <summary>Two processes that write to one index at once.</summary>
public sealed class TwoWritersTests
{
    private const int Commits = 5;

    [Fact]
    public async Task Create_TwoProcessesAtOnce_OneIsToldAndEachCommitIsWhole()
    {
        using var folder = new TemporaryFolder();
        using var one = ChildProcess.Start(["take-turns", folder.Path, "one"]);
        using var two = ChildProcess.Start(["take-turns", folder.Path, "two"]);
        var outputs = await Task.WhenAll(one.OutputAsync(), two.OutputAsync());

        Assert.All(outputs, output => Assert.EndsWith("done", output.TrimEnd(), StringComparison.Ordinal));
        using (var snapshot = IndexSnapshot.Open(folder.Path))
        {
            Assert.Equal(1, snapshot.Search(new TermQuery(TermForm.Exact, "turn"), new SearchOptions()).Total);
            Assert.Equal(2 * Commits, snapshot.Manifest.Generation);
        }

        Assert.Empty(IndexDirectory.Open(folder.Path).Verify());
        FolderContent.AssertNothingElse(folder);
    }

    [Fact]
    public async Task Create_WhileAnotherProcessWrites_SaysWhoAndWorksOnceThatIsKilled()
    {
        using var folder = new TemporaryFolder();
        using var holder = ChildProcess.Start(["hold", folder.Path]);
        Assert.Equal("held", await holder.LineAsync());

        var error = Assert.Throws<IndexLockedException>(() => IndexWriter.Create(folder.Path, new IndexSettings()));
        Assert.Contains("another writer", error.Message, StringComparison.Ordinal);
        holder.Kill();
        using (var writer = IndexWriter.Create(folder.Path, new IndexSettings()))
        {
            writer.Commit();
        }

        FolderContent.AssertNothingElse(folder);
    }

    /// <summary>Commits one document after the other, each as soon as the other process lets it.</summary>
    internal static void TakeTurns(string folder, string name)
    {
        for (var turn = 0; turn < Commits;)
        {
            try
            {
                using var writer = IndexWriter.Create(folder, new IndexSettings());
                writer.Add(TestIndex.Document($"{name}-{turn}", $"turn {turn} of {name}"));
                writer.Commit();
                turn++;
            }
            catch (IndexLockedException)
            {
                Task.Delay(10).Wait();
            }
        }

        Console.WriteLine("done");
    }

    /// <summary>Writes until it is killed, or for a minute.</summary>
    internal static void Hold(string folder)
    {
        using var writer = IndexWriter.Create(folder, new IndexSettings(), 1);
        writer.Add(TestIndex.Document("a", "never committed"));
        writer.Add(TestIndex.Document("b", "never committed"));
        Console.WriteLine("held");
        Task.Delay(TimeSpan.FromMinutes(1)).Wait();
    }
}
