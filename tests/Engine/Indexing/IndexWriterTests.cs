using ProposalSearch.Engine.Indexing;
using ProposalSearch.Engine.Searching;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Retrieval.Results;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Engine.Tests.Indexing;

public sealed class IndexWriterTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Add_IdTwice_IsRefused()
    {
        using var writer = IndexWriter.Create(_folder.Path, new IndexSettings());
        writer.Add(TestIndex.Document("a", "one"));

        Assert.Contains(
            "\"a\"", Assert.Throws<ArgumentException>(() => writer.Add(TestIndex.Document("a", "two"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Add_AfterCommit_IsRefused()
    {
        using var writer = IndexWriter.Create(_folder.Path, new IndexSettings());
        writer.Commit();

        Assert.Throws<ObjectDisposedException>(() => writer.Add(TestIndex.Document("a")));
        Assert.Throws<ObjectDisposedException>(() => writer.Commit());
    }

    [Fact]
    public void Commit_NoDocuments_GivesAnIndexInWhichNothingIsFound()
    {
        using var index = TestIndex.Of();
        var result = index.Snapshot.Search(
            new AllQuery(), new SearchOptions { Facets = ["year"], Sort = new SortBy(SortKind.Text, "year") });

        Assert.Equal((0, 0L, 0), (index.Snapshot.DocumentCount, result.Total, result.Hits.Count));
        Assert.Equal(("year", 0, 0L), (result.Facets[0].Column, result.Facets[0].Values.Count, result.Facets[0].Missing));
        Assert.False(index.Snapshot.TryFind("a", out _));
        Assert.Equal(0, index.Snapshot.TermCount());
        Assert.Equal(0, index.Snapshot.DocumentFrequency(TermForm.Exact, "a"));
    }

    [Fact]
    public void Commit_DocumentsWithNextToNothing_FindsEachByIdAndAmongAll()
    {
        using var index = TestIndex.Of(
            TestIndex.Document("none"), TestIndex.Document("empty", ""), TestIndex.Document("blank", " \n\u00A0", ""),
            TestIndex.Document("marks", "--- ... !"), TestIndex.Document("stop", "the of and"), TestIndex.Document("", "word"));

        Assert.Equal(6, index.Snapshot.Search(new AllQuery(), new SearchOptions()).Total);
        Assert.Equal(1, index.Snapshot.DocumentsWithWords);
        Assert.All(
            ["none", "empty", "blank", "marks", "stop", ""],
            id => Assert.True(index.Snapshot.TryFind(id, out var document) && index.Snapshot.Document(document).Id == id));
        Assert.Equal(["stop"], index.Ids(index.Snapshot.Search(new TermQuery(TermForm.Exact, "of"), new SearchOptions())));
        Assert.Equal(0, index.Snapshot.Search(new TermQuery(TermForm.Stemmed, "of"), new SearchOptions()).Total);
    }

    [Fact]
    public void Commit_DocumentOfAHundredThousandWords_FindsItsLastPhrase()
    {
        var random = new Random(7);
        var text = string.Join(' ', Enumerable.Range(0, 100_000).Select(_ => $"w{random.Next(500)}"));
        using var index = TestIndex.OfTexts("short", text + " the very end");
        PhraseTerm[] end = [new("very", 0), new("end", 1)], never = [new("end", 0), new("very", 1)];

        Assert.Equal(["1"], index.Ids(index.Snapshot.Search(new PhraseQuery(TermForm.Exact, end, 0), new SearchOptions())));
        Assert.Equal(0, index.Snapshot.Search(new PhraseQuery(TermForm.Exact, never, 0), new SearchOptions()).Total);
        Assert.Equal(["1"], index.Ids(index.Snapshot.Search(new TermQuery(TermForm.Stemmed, "w499"), new SearchOptions())));
    }

    [Fact]
    public void Commit_WordOfTenThousandLetters_IsFoundByItsPieces()
    {
        var word = string.Concat(Enumerable.Range(0, 2500).Select(i => $"{(char)('a' + (i % 26))}é😀"[..3])) + "end";
        using var index = TestIndex.OfTexts("a " + new string('x', 10_000) + " b", word);
        var piece = new string('x', 255);

        Assert.Equal(["0"], index.Ids(index.Snapshot.Search(new TermQuery(TermForm.Exact, piece), new SearchOptions())));
        Assert.Equal(
            ["0"],
            index.Ids(
                index.Snapshot.Search(
                    new PhraseQuery(TermForm.Exact, [new("a", 0), new(piece, 1), new(piece, 39)], 0), new SearchOptions())));
        Assert.Equal(
            ["1"],
            index.Ids(index.Snapshot.Search(new WildcardQuery(TermForm.Exact, "*end", TermSetScoring.Constant), new SearchOptions())));
    }

    [Fact]
    public void Commit_UserData_ComesBack()
    {
        using (var writer = IndexWriter.Create(_folder.Path, new IndexSettings()))
        {
            writer.Commit(new IndexBlob("data", new byte[] { 1, 2, 3 }));
        }

        using var snapshot = IndexSnapshot.Open(_folder.Path);
        Assert.Equal([1, 2, 3], snapshot.ReadBlob("data"));
    }

    [Fact]
    public void Commit_WhileAReaderHasTheOldIndexOpen_LeavesItAsItWas()
    {
        using var index = TestIndex.OfTexts("old words", "older words");
        var old = index.Snapshot;
        var query = new TermQuery(TermForm.Exact, "words");
        var before = old.Search(query, new SearchOptions()).Hits;
        for (var round = 0; round < 10; round++)
        {
            using var writer = IndexWriter.Create(index.Folder, new IndexSettings(), chunkBytes: round % 2 == 0 ? 1 : null);
            writer.Add(TestIndex.Document("new", "words"));
            writer.Commit();
        }

        Assert.Equal(before, old.Search(query, new SearchOptions()).Hits);
        Assert.Equal("older words", old.Document(1).Text(0));
        using var latest = IndexSnapshot.Open(index.Folder);
        Assert.Equal(1, latest.DocumentCount);
    }

    [Fact]
    public void Create_OtherSettingsThanBefore_TakeTheirPlace()
    {
        using var index = TestIndex.Of(new IndexSettings { SectionWeights = [2, 1] }, TestIndex.Document("a", "one"));
        using (var writer = IndexWriter.Create(index.Folder, new IndexSettings { SectionWeights = [1, 3] }))
        {
            writer.Add(TestIndex.Document("a", "one"));
            writer.Commit();
        }

        using var now = IndexSnapshot.Open(index.Folder);
        Assert.Equal([1, 3], now.Settings.SectionWeights);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(256)]
    [InlineData(-1)]
    public void Create_WeightOutOfRange_IsRefused(int weight)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(
            () => IndexWriter.Create(_folder.Path, new IndexSettings { SectionWeights = [1, weight] }));

        Assert.Contains("1 to 255", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => IndexWriter.Create(_folder.Path, new IndexSettings { SectionGap = -1 }));
    }

    [Fact]
    public void Add_ANumberWithoutColumn_IsRefusedAtOnce()
    {
        using var writer = IndexWriter.Create(_folder.Path, new IndexSettings());
        var document = TestIndex.Labelled("a", (1, "word"));
        document.Numbers.Add(new(null!, 1));

        var error = Assert.Throws<ArgumentException>(() => writer.Add(document));
        Assert.Contains("number 0 has no column", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Add_NegativeLabel_IsRefusedAtOnce()
    {
        using var writer = IndexWriter.Create(_folder.Path, new IndexSettings());

        Assert.Throws<ArgumentException>(() => writer.Add(TestIndex.Labelled("a", (-1, "word"))));
        writer.Add(TestIndex.Labelled("a", (1, "word")));
        writer.Commit();
    }
}
