using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;
using ProposalSearch.Backends.Lucene.Searching;
using ProposalSearch.Foundation.Timing;
using ProposalSearch.Retrieval.Documents;
using Xunit;

namespace ProposalSearch.Backends.Lucene.Tests.Searching;

/// <summary>Which postings are held in memory, and that they are those of the files.</summary>
public sealed class HeldTermsTests : IAsyncLifetime, IDisposable
{
    private const int Documents = 1_000;

    private readonly string _folder = System.IO.Directory.CreateTempSubdirectory("held-").FullName;
    private SimpleFSDirectory? _directory;
    private DirectoryReader? _reader;

    /// <summary>Word <c>wN</c> is in every N-th document, in some of them several times.</summary>
    public async Task InitializeAsync()
    {
        await using var writer = await new LuceneStore().CreateAsync(_folder, new IndexSettings());
        for (int at = 0; at < Documents; at++)
        {
            var words = Enumerable.Range(1, 40).Where(word => at % word == 0).SelectMany(word => Enumerable.Repeat($"w{word}", 1 + at % 3));
            var document = new IndexDocument { Id = $"{at:0000}" };
            document.Sections.Add(new Section(0, string.Join(' ', words)));
            await writer.AddAsync(document);
        }

        await writer.PublishAsync([]);
        _directory = new SimpleFSDirectory(_folder);
        _reader = DirectoryReader.Open(_directory);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        _reader?.Dispose();
        _directory?.Dispose();
        System.IO.Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void Of_ATermAskedForAgain_HoldsThePostingsOfTheFiles()
    {
        var segment = Segment();
        Assert.Null(Held(segment, "w3"));
        var held = Held(segment, "w3")!;

        var postings = Found(segment, "w3").Docs(null, null, DocsFlags.FREQS);
        var read = Enumerable.Range(0, held.Documents.Length).Select(_ => (postings.NextDoc(), postings.Freq)).ToList();
        Assert.Equal(334, held.Documents.Length);
        Assert.Equal(read, held.Documents.Zip(held.Products,
            (document, product) => (document, (int)MathF.Round(product / segment.InverseNorms[document]))));
        Assert.Equal(held.Products.Max(), held.MostProduct);
        Assert.Same(held, Held(segment, "w3"));
    }

    [Theory]
    [InlineData("w7", true)]
    [InlineData("w8", false)]
    public void Of_ARareTerm_HoldsNothing(string term, bool isHeld)
    {
        var segment = Segment();
        Held(segment, term);

        Assert.Equal(isHeld, Held(segment, term) is not null);
    }

    /// <summary>A generation has room for eight postings of each document; what is asked for here has more than two of them.</summary>
    [Fact]
    public void Of_MoreThanThereIsRoomFor_LetsGoWhatWasNotAskedForLately()
    {
        var segment = Segment();
        Held(segment, "w7");
        var first = Held(segment, "w7");
        for (int turn = 0; turn < 60; turn++)
        {
            Held(segment, $"w{1 + turn % 6}", TermForm.Exact, turn);
            Held(segment, $"w{1 + turn % 6}", TermForm.Exact, turn);
        }

        Assert.NotNull(first);
        Assert.Null(Held(segment, "w7"));
        Assert.NotSame(first, Held(segment, "w7"));
    }

    [Fact]
    public void Of_ATermAskedForAmongMany_IsKept()
    {
        var segment = Segment();
        Held(segment, "w7");
        var first = Held(segment, "w7");
        for (int turn = 0; turn < 60; turn++)
        {
            Held(segment, $"w{1 + turn % 6}", TermForm.Stemmed, turn);
            Held(segment, $"w{1 + turn % 6}", TermForm.Stemmed, turn);
            Assert.Same(first, Held(segment, "w7"));
        }
    }

    [Fact]
    public void Find_AnyDocumentFromAnyPosting_IsTheFirstThatDoesNotComeBefore()
    {
        var segment = Segment();
        Held(segment, "w7");
        var held = Held(segment, "w7")!;
        foreach (int from in Enumerable.Range(0, held.Documents.Length + 1))
        {
            for (int document = 0; document <= Documents; document += 5)
            {
                int expected = from;
                while (expected < held.Documents.Length && held.Documents[expected] < document)
                {
                    expected++;
                }

                Assert.Equal(expected, held.Find(document, from));
            }
        }
    }

    private Segment Segment()
    {
        var snapshot = new Snapshot(_reader!, new IndexSettings());
        Assert.Equal(Documents, snapshot.DocumentsWithWords);
        return snapshot.Segments.Single();
    }

    private static TermsEnum Found(Segment segment, string term, TermForm form = TermForm.Stemmed)
    {
        var walk = segment.Terms(form)!.GetEnumerator();
        Assert.True(walk.SeekExact(new BytesRef(term)));
        return walk;
    }

    /// <param name="segment">The segment.</param>
    /// <param name="term">The term.</param>
    /// <param name="form">Its form.</param>
    /// <param name="name">Under which name it is held, so that there are more terms than the segment has.</param>
    private static HeldTerm? Held(Segment segment, string term, TermForm form = TermForm.Stemmed, int name = -1) =>
        segment.Held.Of(form, name < 0 ? term : term + name, Found(segment, term, form), TimeLimit.None);
}
