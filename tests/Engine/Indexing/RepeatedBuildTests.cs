using ProposalSearch.Engine.Indexing;
using ProposalSearch.Engine.Searching;
using ProposalSearch.Engine.Storage;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Retrieval.Results;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Engine.Tests.Indexing;

/// <summary>An index that is built again and again in one folder, compared with a dictionary of what must be there.</summary>
public sealed class RepeatedBuildTests
{
    private const int Ids = 140;
    private const int Words = 5;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 6)];

    /// <summary>With no document at all now and then, and with more chunks than are merged at once.</summary>
    [Theory]
    [MemberData(nameof(Seeds))]
    public void Commit_RandomDocuments_LeavesWhatADictionaryHoldsAndNoOtherFile(int seed)
    {
        var random = new Random(seed);
        using var folder = new TemporaryFolder();
        for (var commit = 0; commit < 14; commit++)
        {
            var expected = new Dictionary<string, string>(StringComparer.Ordinal);
            using (var writer = IndexWriter.Create(folder.Path, new IndexSettings(), random.Next(2) == 0 ? 1 : 60))
            {
                Add(writer, expected, random, random.Next(4) == 0 ? 0 : random.Next(2 * Ids));
                writer.Commit();
            }

            AssertSame(folder, expected, $"seed {seed}, commit {commit}");
        }
    }

    [Theory]
    [InlineData(TermForms.Exact)]
    [InlineData(TermForms.Exact | TermForms.Stemmed)]
    public void Commit_ChunksMerged_KeepsTheAverageLength(TermForms forms)
    {
        using var folder = new TemporaryFolder();
        using (var writer = IndexWriter.Create(folder.Path, new IndexSettings { Forms = forms }, chunkBytes: 1))
        {
            writer.Add(TestIndex.Document("a", "college garden students help"));
            writer.Add(TestIndex.Document("none", "the"));
            writer.Add(TestIndex.Document("b", "college garden"));
            writer.Commit();
        }

        using var snapshot = IndexSnapshot.Open(folder.Path);
        Assert.Equal((3f, 2L), (snapshot.AverageLength, snapshot.DocumentsWithWords));
    }

    private static void Add(IndexWriter writer, Dictionary<string, string> expected, Random random, int attempts)
    {
        for (; attempts > 0; attempts--)
        {
            var (id, text) = ($"d{random.Next(Ids)}", $"w{random.Next(Words)} common w{random.Next(Words)}");
            if (expected.TryAdd(id, text))
            {
                writer.Add(TestIndex.Document(id, text));
            }
            else
            {
                Assert.Throws<ArgumentException>(() => writer.Add(TestIndex.Document(id, text)));
            }
        }
    }

    private static void AssertSame(TemporaryFolder folder, Dictionary<string, string> expected, string where)
    {
        using var snapshot = IndexSnapshot.Open(folder.Path);
        var found = snapshot.Search(new AllQuery(), new SearchOptions { Top = 1000 }).Hits
            .ToDictionary(hit => snapshot.Document(hit.Document).Id, hit => snapshot.Document(hit.Document).Text(0));
        Assert.True(expected.OrderBy(pair => pair.Key).SequenceEqual(found.OrderBy(pair => pair.Key)), where);
        Assert.Equal(expected.Count, snapshot.DocumentCount);
        for (var word = 0; word < Words; word++)
        {
            var ids = expected.Where(pair => pair.Value.Contains($"w{word}", StringComparison.Ordinal)).Select(pair => pair.Key).Order();
            var result = snapshot.Search(
                new TermQuery(TermForm.Stemmed, $"w{word}"), new SearchOptions { Top = 1000, Count = word % 2 == 0 });
            Assert.True(ids.SequenceEqual(result.Hits.Select(hit => snapshot.Document(hit.Document).Id).Order()), $"{where}, w{word}");
        }

        for (var id = 0; id < Ids; id++)
        {
            Assert.True(expected.ContainsKey($"d{id}") == snapshot.TryFind($"d{id}", out _), $"{where}, d{id}");
        }

        FolderContent.AssertNothingElse(folder);
        Assert.Empty(IndexDirectory.Open(folder.Path).Verify());
        Assert.Equal(expected.Count == 0 ? 0 : 1, snapshot.Manifest.Segments.Count);
    }
}
