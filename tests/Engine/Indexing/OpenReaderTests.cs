using ProposalSearch.Engine.Indexing;
using ProposalSearch.Engine.Searching;
using ProposalSearch.Engine.Tests.Searching;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Retrieval.Results;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Engine.Tests.Indexing;

/// <summary>Readers that stay open while the index goes on.</summary>
public sealed class OpenReaderTests
{
    private const int Commits = 10;
    private const int Queries = 60;

    [Fact]
    public void Search_ReaderOpenAcrossTenCommits_AnswersAsBefore()
    {
        var random = new Random(10);
        using var folder = new TemporaryFolder();
        Commit(folder.Path, random, documents: 300);
        var queries = new RandomQueries(random);
        var asked = Enumerable.Range(0, Queries).Select(_ => queries.Next(3)).ToArray();
        using (var reader = IndexSnapshot.Open(folder.Path))
        {
            var before = asked.Select(query => Answer(reader, query)).ToArray();
            for (var commit = 0; commit < Commits; commit++)
            {
                Commit(folder.Path, random, documents: random.Next(1, 400));
                Assert.Equal(before, asked.Select(query => Answer(reader, query)));
                Assert.Equal("d7", reader.Document(7).Id);
            }

            using var latest = IndexSnapshot.Open(folder.Path);
            Assert.Equal(Commits + 1, latest.Manifest.Generation);
            Assert.NotEqual(before, asked.Select(query => Answer(latest, query)));
        }

        FolderContent.AssertNothingElse(folder);
        FolderContent.AssertNoHandles(folder);
    }

    /// <summary>Searches on several threads while commits go on: each answer is that of one commit, whole.</summary>
    [Fact]
    public async Task Search_WhileCommitsGoOn_SeesOneCommitOrTheNext()
    {
        using var folder = new TemporaryFolder();
        using var ended = new CancellationTokenSource();
        Edition(folder.Path, 0);
        var readers = Enumerable.Range(0, 3).Select(_ => Task.Run(() => ReadUntil(folder.Path, ended.Token))).ToArray();
        for (var edition = 1; edition <= 25; edition++)
        {
            Edition(folder.Path, edition);
        }

        await ended.CancelAsync();
        Assert.All(await Task.WhenAll(readers), count => Assert.InRange(count, 1, int.MaxValue));
        FolderContent.AssertNothingElse(folder);
        FolderContent.AssertNoHandles(folder);
    }

    private static string Answer(IndexSnapshot reader, Query query)
    {
        var result = reader.Search(query, new SearchOptions { Top = 20, Facets = ["category", "year"] });
        return $"{result.Total}: {string.Join(' ', result.Hits)} {string.Join(' ', result.Facets.SelectMany(facet => facet.Values))}";
    }

    private static void Commit(string folder, Random random, int documents)
    {
        var settings = SmallWorld.Settings(weighted: true);
        using var writer = IndexWriter.Create(folder, settings, 5_000);
        foreach (var document in SmallWorld.Documents(random, 0, documents, longest: 10))
        {
            writer.Add(document);
        }

        writer.Commit();
    }

    /// <summary>Twenty documents of one edition.</summary>
    private static void Edition(string folder, int edition)
    {
        using var writer = IndexWriter.Create(folder, SmallWorld.Settings(weighted: false));
        for (var i = 0; i < 20; i++)
        {
            writer.Add(TestIndex.Document($"d{i}", $"edition{edition}"));
        }

        writer.Commit(new IndexBlob("edition", BitConverter.GetBytes(edition)));
    }

    private static int ReadUntil(string folder, CancellationToken ended)
    {
        var count = 0;
        do
        {
            using var reader = IndexSnapshot.Open(folder);
            var edition = BitConverter.ToInt32(reader.ReadBlob("edition"));
            Assert.Equal(20, reader.Search(new TermQuery(TermForm.Exact, $"edition{edition}"), new SearchOptions()).Total);
            Assert.Equal(20, reader.DocumentCount);
            count++;
        }
        while (!ended.IsCancellationRequested);
        return count;
    }
}
