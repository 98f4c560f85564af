using System.Globalization;
using ProposalSearch.Engine.Highlighting;
using ProposalSearch.Engine.Searching;
using ProposalSearch.Engine.Storage;
using ProposalSearch.Engine.Tests.Searching;
using ProposalSearch.Highlighting;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Retrieval.Results;
using Xunit;

namespace ProposalSearch.Engine.Tests.Indexing;

public sealed class DamageTests
{
    /// <summary>Bytes that are changed for each seed. PROPOSALSEARCH_DAMAGES says how many, 150 if it does not.</summary>
    private static readonly int Rounds = int.Parse(
        Environment.GetEnvironmentVariable("PROPOSALSEARCH_DAMAGES") ?? "150", CultureInfo.InvariantCulture);

    [Fact]
    public void Verify_AByteOfAnyFileFlipped_NamesTheFile()
    {
        var random = new Random(8);
        using var index = Build(random);
        var directory = IndexDirectory.Open(index.Folder);
        Assert.Empty(directory.Verify());
        var files = index.Files();
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

    [Fact]
    public void Open_AnyFileCutShortOrGone_NamesTheFile()
    {
        using var index = Build(new Random(9));
        var directory = IndexDirectory.Open(index.Folder);
        foreach (var (name, bytes) in index.Files())
        {
            var path = Path.Combine(index.Folder, name);
            foreach (var length in new[] { 0, 79, bytes.Length / 2, bytes.Length - 1 })
            {
                Replace(path, bytes[..length]);
                AssertNamed(
                    path, Assert.Throws<IndexDamagedException>(() => IndexSnapshot.Open(index.Folder)).Message, $"{name} cut to {length}");
                AssertNamed(path, Assert.Single(directory.Verify()), $"{name} cut to {length}");
            }

            Replace(path, [.. bytes, 0]);
            AssertNamed(
                path, Assert.Throws<IndexDamagedException>(() => IndexSnapshot.Open(index.Folder)).Message, $"{name} with a byte more");
            if (name != Manifest.FileName)
            {
                File.Delete(path);
                AssertNamed(path, Assert.Throws<IndexDamagedException>(() => IndexSnapshot.Open(index.Folder)).Message, $"{name} deleted");
                AssertNamed(path, Assert.Single(directory.Verify()), $"{name} deleted");
            }

            Replace(path, bytes);
        }

        Assert.Empty(directory.Verify());
    }

    /// <summary>
    /// What is read from a damaged index may be wrong, or refused with an error that names the file; it never reaches beyond the engine's
    /// own memory.
    /// </summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Search_DamagedFiles_AnswersOrNamesTheFile(int seed)
    {
        var random = new Random(seed);
        using var index = Build(random);
        var files = index.Files().Where(file => file.Key != Manifest.FileName).ToArray();
        var answered = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var (name, bytes) = files[random.Next(files.Length)];
            var path = Path.Combine(index.Folder, name);
            var offset = 64 + random.Next(Math.Max(1, Math.Min(bytes.Length - 80, random.Next(2) == 0 ? 300 : int.MaxValue)));
            var value = (byte)(bytes[offset] ^ random.Next(1, 256));
            WriteByte(path, offset, value);
            var error = Use(index.Folder, random);
            WriteByte(path, offset, bytes[offset]);
            if (error is null)
            {
                answered++;
                continue;
            }

            Assert.True(
                error is IndexDamagedException damage && damage.Path == path,
                $"seed {seed}, round {round}, byte {offset} of {name} became {value}: {error}");
        }

        Assert.InRange(answered, Rounds / 10, Rounds * 9 / 10);
        Assert.Empty(IndexDirectory.Open(index.Folder).Verify());
    }

    private static TestIndex Build(Random random) => TestIndex.InParts(
        SmallWorld.Settings(weighted: true), [SmallWorld.Documents(random, 0, 400, 9), SmallWorld.Documents(random, 400, 20, 9)]);

    /// <summary>Asks and reads all sorts of things, and returns the error that this ends with.</summary>
    private static Exception? Use(string folder, Random random)
    {
        try
        {
            using var snapshot = IndexSnapshot.Open(folder);
            var queries = new RandomQueries(random);
            for (var i = 0; i < 12; i++)
            {
                var query = queries.Next(2);
                var result = snapshot.Search(query, new SearchOptions { Facets = ["category", "year"], Count = i % 3 > 0, PruneFrom = 0 });
                var highlighter = new Highlighter(snapshot, query);
                foreach (var hit in result.Hits)
                {
                    highlighter.Passages(hit.Document, new HighlightOptions());
                    snapshot.Read(
                        () =>
                            snapshot.TryFind(snapshot.Document(hit.Document).Id, out _)
                                && snapshot.Document(hit.Document).ReadStored().Length > 0);
                    snapshot.Explain(query, [hit.Document]);
                }
            }

            snapshot.Search(new AllQuery(), new SearchOptions { Sort = new SortBy(SortKind.Text, "category") });
            snapshot.Search(new FuzzyQuery(TermForm.Exact, "word", 2), new SearchOptions());
            Assert.NotEqual(0, snapshot.TermCount() + snapshot.TokenCount());
            return null;
        }
        catch (Exception error)
        {
            return error;
        }
    }

    private static void AssertNamed(string path, string message, string what) =>
        Assert.True(message.Contains(path, StringComparison.Ordinal), $"{what}: {message}");

    /// <summary>Under the same name, without touching what is mapped.</summary>
    private static void Replace(string path, byte[] bytes)
    {
        File.Delete(path);
        File.WriteAllBytes(path, bytes);
    }

    private static void WriteByte(string path, int offset, byte value)
    {
        using var file = File.OpenHandle(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        RandomAccess.Write(file, [value], offset);
    }
}
