using ProposalSearch.Engine.Highlighting;
using ProposalSearch.Engine.Searching;
using ProposalSearch.Engine.Storage;
using ProposalSearch.Engine.Tests.Searching;
using Xunit;

namespace ProposalSearch.Engine.Tests.Indexing;

public sealed class DamageTests
{
    [Fact]
    public void Verify_AByteOfAnyFileFlipped_NamesTheFile()
    {
        var random = new Random(8);
        using var index = Build(random);
        var directory = IndexDirectory.Open(index.Folder);
        Assert.Empty(directory.Verify());
        var files = index.Files();
        Assert.Contains(files.Keys, name => name.Contains(".live-", StringComparison.Ordinal));
        foreach (var (name, bytes) in files)
        {
            var path = Path.Combine(index.Folder, name);
            int[] offsets = [0, bytes.Length / 2, bytes.Length - 1, .. Enumerable.Range(0, 5).Select(_ => random.Next(bytes.Length))];
            foreach (var offset in offsets)
            {
                WriteByte(path, offset, (byte)(bytes[offset] ^ (1 << random.Next(8))));
                Assert.Contains(path, Assert.Single(directory.Verify()), StringComparison.Ordinal);
                WriteByte(path, offset, bytes[offset]);
            }
        }

        Assert.Empty(directory.Verify());
    }

    /// <summary>What is read from a damaged index may be wrong or refused, but it never reaches beyond the engine's own memory.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Search_DamagedFiles_AnswersOrThrows(int seed)
    {
        var random = new Random(seed);
        using var index = Build(random);
        var files = index.Files().Where(file => file.Key != Manifest.FileName).ToArray();
        var answered = 0;
        for (var round = 0; round < 150; round++)
        {
            var (name, bytes) = files[random.Next(files.Length)];
            var path = Path.Combine(index.Folder, name);
            var offset = 64 + random.Next(Math.Max(1, Math.Min(bytes.Length - 80, random.Next(2) == 0 ? 300 : int.MaxValue)));
            WriteByte(path, offset, (byte)random.Next(256));
            answered += Use(index.Folder, random) ? 1 : 0;
            WriteByte(path, offset, bytes[offset]);
        }

        Assert.True(answered > 20, $"only {answered} answers");
        Assert.Empty(IndexDirectory.Open(index.Folder).Verify());
    }

    private static TestIndex Build(Random random)
    {
        var index = TestIndex.InParts(
            SmallWorld.Settings(weighted: true), [SmallWorld.Documents(random, 0, 400, 9), SmallWorld.Documents(random, 400, 20, 9)]);
        index.Change(writer => Assert.True(writer.Delete("d7")));
        return index;
    }

    private static bool Use(string folder, Random random)
    {
        try
        {
            using var snapshot = IndexSnapshot.Open(folder);
            var queries = new RandomQueries(random);
            for (var i = 0; i < 12; i++)
            {
                var query = queries.Next(2);
                var result = snapshot.Search(query, new SearchOptions { Facets = ["category", "year"], Count = i % 3 > 0 });
                var highlighter = new Highlighter(snapshot, query);
                foreach (var hit in result.Hits)
                {
                    highlighter.Passages(hit.Document, new HighlightOptions());
                }
            }

            return true;
        }
        catch (Exception error) when (error is not (OutOfMemoryException or Xunit.Sdk.XunitException))
        {
            return false;
        }
    }

    private static void WriteByte(string path, int offset, byte value)
    {
        using var file = File.OpenHandle(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        RandomAccess.Write(file, [value], offset);
    }
}
