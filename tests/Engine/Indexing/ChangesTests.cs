using ProposalSearch.Engine.Indexing;
using ProposalSearch.Engine.Searching;
using ProposalSearch.Engine.Storage;
using ProposalSearch.Engine.Tests.Storage;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Retrieval.Results;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Engine.Tests.Indexing;

/// <summary>Updates and deletions, compared with a dictionary of what must be there.</summary>
public sealed class ChangesTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 6)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Commit_RandomChanges_LeavesWhatADictionaryHoldsAndNoOtherFile(int seed)
    {
        var random = new Random(seed);
        using var folder = new TemporaryFolder();
        var expected = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var commit = 0; commit < 14; commit++)
        {
            var anew = commit == 0 || random.Next(12) == 0;
            using (var writer = anew ? IndexWriter.Create(folder.Path, new IndexSettings(), 60) : IndexWriter.Update(folder.Path, new IndexSettings()))
            {
                if (anew)
                {
                    expected.Clear();
                }

                Change(writer, expected, random, random.Next(4) == 0 ? 60 : random.Next(8));
                writer.Commit();
            }

            AssertSame(folder, expected, $"seed {seed}, commit {commit}");
        }
    }

    /// <summary>Nothing says how long a deleted document was where no stems are kept: it is taken for one of average length.</summary>
    [Theory]
    [InlineData(TermForms.Exact)]
    [InlineData(TermForms.Exact | TermForms.Stemmed)]
    public void Commit_SegmentWrittenAnewWithoutTheDeleted_KeepsTheAverageLength(TermForms forms)
    {
        using var index = TestIndex.Of(
            new IndexSettings { Forms = forms }, [.. Enumerable.Range(0, 4).Select(number => TestIndex.Document($"{number}", "college garden students help"))]);
        Assert.Equal(4, index.Snapshot.AverageLength);

        index.Change(writer => Assert.True(writer.Delete("1") && writer.Delete("2")));
        Assert.Equal((0, 4f, 2L), (index.Snapshot.Manifest.Segments[0].Deleted, index.Snapshot.AverageLength, index.Snapshot.DocumentsWithWords));
    }

    [Fact]
    public void Commit_EverythingDeleted_LeavesAnEmptyIndexThatCanBeFilled()
    {
        using var index = TestIndex.OfTexts("one", "two");
        index.Change(writer => Assert.True(writer.Delete("0") && writer.Delete("1") && !writer.Delete("1")));
        Assert.Equal(0, index.Snapshot.DocumentCount);
        Assert.Equal(0, index.Snapshot.Search(new AllQuery(), new SearchOptions()).Total);

        index.Change(writer => writer.Add(TestIndex.Document("0", "three")));
        Assert.Equal(["0"], index.Ids(index.Snapshot.Search(new TermQuery(TermForm.Exact, "three"), new SearchOptions())));
    }

    [Fact]
    public void Commit_AllThatWasAddedDeletedAgain_LeavesAnEmptyIndex()
    {
        using var folder = new TemporaryFolder();
        using (var writer = IndexWriter.Create(folder.Path, new IndexSettings(), 1))
        {
            writer.Add(TestIndex.Document("a", "one"));
            writer.Add(TestIndex.Document("b", "two"));
            Assert.True(writer.Delete("a") && writer.Delete("b") && !writer.Delete("b"));
            writer.Commit();
        }

        AssertSame(folder, [], "all deleted");
    }

    private static void Change(IndexWriter writer, Dictionary<string, string> expected, Random random, int changes)
    {
        for (; changes > 0; changes--)
        {
            var (id, text) = ($"d{random.Next(40)}", $"w{random.Next(5)} common w{random.Next(5)}");
            switch (random.Next(4))
            {
                case 0:
                    Assert.Equal(expected.Remove(id), writer.Delete(id));
                    break;
                case 1 when !expected.ContainsKey(id):
                    writer.Add(TestIndex.Document(id, text));
                    expected.Add(id, text);
                    break;
                default:
                    writer.Put(TestIndex.Document(id, text));
                    expected[id] = text;
                    break;
            }
        }
    }

    private static void AssertSame(TemporaryFolder folder, Dictionary<string, string> expected, string where)
    {
        using var snapshot = IndexSnapshot.Open(folder.Path);
        var found = snapshot.Search(new AllQuery(), new SearchOptions { Top = 1000 }).Hits.ToDictionary(
            hit => snapshot.Document(hit.Document).Id, hit => snapshot.Document(hit.Document).Text(0));
        Assert.True(expected.OrderBy(pair => pair.Key).SequenceEqual(found.OrderBy(pair => pair.Key)), where);
        Assert.Equal(expected.Count, snapshot.DocumentCount);
        for (var word = 0; word < 5; word++)
        {
            var ids = expected.Where(pair => pair.Value.Contains($"w{word}", StringComparison.Ordinal)).Select(pair => pair.Key).Order();
            var result = snapshot.Search(new TermQuery(TermForm.Stemmed, $"w{word}"), new SearchOptions { Top = 1000, Count = word % 2 == 0 });
            Assert.True(ids.SequenceEqual(result.Hits.Select(hit => snapshot.Document(hit.Document).Id).Order()), $"{where}, w{word}");
        }

        for (var id = 0; id < 40; id++)
        {
            Assert.True(expected.ContainsKey($"d{id}") == snapshot.TryFind($"d{id}", out _), $"{where}, d{id}");
        }

        string[] files = ["manifest", "writer.lock", .. snapshot.Manifest.AllFiles.Select(file => file.Name)];
        Assert.Equal(files.Order(StringComparer.Ordinal), folder.FileNames());
        Assert.Empty(IndexDirectory.Open(folder.Path).Verify());
        Assert.True(snapshot.Manifest.Segments.Count <= MergePolicy.MaximumSegments, where);
    }
}
