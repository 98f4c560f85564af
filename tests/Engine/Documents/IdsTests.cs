using ProposalSearch.Engine.Documents;
using ProposalSearch.Engine.Storage;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Engine.Tests.Documents;

public sealed class IdsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly IndexDirectory _directory;
    private readonly WriterLock _lock;
    private OpenedFile? _file;

    public IdsTests()
    {
        _directory = IndexDirectory.CreateOrOpen(_folder.Path);
        _lock = _directory.Lock();
    }

    public void Dispose()
    {
        _file?.Dispose();
        _lock.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Write_WorkedExampleOfTheFormat_HasItsBytes()
    {
        var ids = Write(("ac", 0), ("ab", 1));

        Assert.Equal(
            [2, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0x61, 0x62, 1, 1, 1, 0x63, 0],
            File.ReadAllBytes(_folder.File("s1.ids"))[64..^16]);
        Assert.Equal(2, ids.Count);
    }

    [Fact]
    public void TryFind_NoIds_FindsNothing()
    {
        Assert.False(Write().TryFind("a", out var document));
        Assert.Equal(-1, document);
    }

    [Fact]
    public void Add_SameIdTwice_IsRefusedByName()
    {
        var error = Assert.Throws<InvalidOperationException>(() => Write(("x", 1), ("y", 2), ("x", 3)));

        Assert.Contains("'x'", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 15)]
    [InlineData(3, 16)]
    [InlineData(4, 17)]
    [InlineData(5, 3000)]
    public void TryFind_AgainstDictionary_Agrees(int seed, int count)
    {
        var random = new Random(seed);
        string Id() => string.Concat(Enumerable.Range(0, random.Next(8)).Select(_ => "ab/é\U0001F600"[random.Next(4)]));
        var twin = new Dictionary<string, int>(StringComparer.Ordinal);
        while (twin.Count < count)
        {
            twin[Id() + (count > 100 ? random.Next(100_000) : "")] = random.Next();
        }

        var ids = Write([.. twin.Select(pair => (pair.Key, pair.Value))]);
        Assert.All(
            twin, pair => Assert.True(ids.TryFind(pair.Key, out var document) && document == pair.Value, $"seed {seed}, {pair.Key}"));
        for (var round = 0; round < 3000; round++)
        {
            var id = Id();
            Assert.True(twin.ContainsKey(id) == ids.TryFind(id, out _), $"seed {seed}, {id}");
        }
    }

    private IdsReader Write(params (string Id, int Document)[] ids)
    {
        using var writer = _directory.CreateFile("s1.ids", FileKind.Ids);
        var all = new IdsWriter();
        foreach (var (id, document) in ids)
        {
            all.Add(id, document);
        }

        all.Write(writer);
        writer.Complete();
        _file = _directory.OpenFile("s1.ids", FileKind.Ids);
        return new IdsReader(_file);
    }
}
