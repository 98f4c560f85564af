using ProposalSearch.Engine.Documents;
using ProposalSearch.Engine.Storage;
using ProposalSearch.Engine.Tests.Columns;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Engine.Tests.Documents;

public sealed class LiveDocumentsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly IndexDirectory _directory;
    private readonly WriterLock _lock;
    private readonly List<MappedFile> _files = [];

    public LiveDocumentsTests()
    {
        _directory = IndexDirectory.CreateOrOpen(_folder.Path);
        _lock = _directory.Lock();
    }

    public void Dispose()
    {
        _files.ForEach(file => file.Dispose());
        _lock.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Write_WorkedExampleOfTheFormat_HasItsBytes()
    {
        var live = new LiveDocumentsWriter(3);
        Assert.True(live.Delete(1));
        Assert.False(live.Delete(1));
        Write(live);

        Assert.Equal([3, 0, 0, 0, 1, 0, 0, 0, 5, 0, 0, 0, 0, 0, 0, 0], File.ReadAllBytes(_folder.File("s1.live-1"))[64..^16]);
        Assert.Throws<ArgumentOutOfRangeException>(() => live.Delete(3));
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 1)]
    [InlineData(3, 64)]
    [InlineData(4, 1000)]
    public void LiveDocuments_OverCommits_AgreeWithPlainTwin(int seed, int documents)
    {
        var random = new Random(seed);
        var twin = Enumerable.Repeat(true, documents).ToArray();
        var live = new LiveDocumentsWriter(documents);
        for (var commit = 0; commit < 3; commit++)
        {
            for (var i = 0; i < documents / 5; i++)
            {
                var document = random.Next(documents);
                Assert.Equal(twin[document], live.Delete(document));
                twin[document] = false;
            }

            var reader = Write(live);
            Assert.Equal(twin.Count(alive => !alive), reader.Deleted);
            Assert.All(twin.Index(), pair => Assert.Equal(pair.Item, reader.IsLive(pair.Index)));
            AssertAnd(reader, twin, random);
            live = new LiveDocumentsWriter(reader);
        }
    }

    private static void AssertAnd(LiveDocumentsReader reader, bool[] twin, Random random)
    {
        for (var round = 0; round < 20; round++)
        {
            var first = random.Next(twin.Length + 1);
            var bits = Bits.Random(random, 500);
            var before = (ulong[])bits.Clone();
            reader.And(first, bits);
            for (var i = 0; i < bits.Length * 64; i++)
            {
                var expected = Bits.Has(before, i) && first + i < twin.Length && twin[first + i];
                Assert.Equal(expected, Bits.Has(bits, i));
            }
        }
    }

    private LiveDocumentsReader Write(LiveDocumentsWriter live)
    {
        var name = $"s1.live-{_files.Count + 1}";
        using (var writer = _directory.CreateFile(name, FileKind.LiveDocuments))
        {
            live.Write(writer);
            writer.Complete();
        }

        _files.Add(_directory.OpenFile(name, FileKind.LiveDocuments));
        return new LiveDocumentsReader(_files[^1]);
    }
}
