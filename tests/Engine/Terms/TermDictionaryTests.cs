using System.Text;
using ProposalSearch.Engine.Storage;
using ProposalSearch.Engine.Terms;
using ProposalSearch.Engine.Tests.Storage;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Engine.Tests.Terms;

public sealed class TermDictionaryTests
{
    private static readonly int[] Sizes = [0, 1, 2, 15, 16, 17, 31, 32, 33, 48, 49, 500];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, Sizes.Length)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void TryFind_EveryTermAndItsNeighbours_FindsThoseThatAreThere(int seed)
    {
        using var dictionary = Random(seed);
        var known = dictionary.Words.ToHashSet(StringComparer.Ordinal);
        foreach (var word in dictionary.Words)
        {
            Assert.True(dictionary.Reader.TryFind(Words.Bytes(word), out var entry), $"\"{word}\", seed {seed}");
            Assert.Equal(dictionary[word], entry);
            foreach (var near in Neighbours(word).Select(ThroughUtf8).Where(near => !known.Contains(near)))
            {
                Assert.False(dictionary.Reader.TryFind(Words.Bytes(near), out _), $"\"{near}\" beside \"{word}\", seed {seed}");
            }
        }

        Assert.Equal(dictionary.Words.Length, dictionary.Reader.Count);
        Assert.False(dictionary.Reader.TryFind([], out _));
        Assert.False(dictionary.Reader.TryFind([0], out _));
        Assert.False(dictionary.Reader.TryFind([0xFF, 0xFF], out _));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Walk_WholeDictionary_GivesTheTermsInTheirOrder(int seed)
    {
        using var dictionary = Random(seed);
        var cursor = dictionary.Reader.Walk();
        AssertRest(dictionary, cursor, 0);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Seek_AnyTarget_StandsBeforeTheFirstTermFromThereOn(int seed)
    {
        using var dictionary = Random(seed);
        var random = new Random(seed + 1000);
        var cursor = dictionary.Reader.Walk();
        for (var round = 0; round < 40; round++)
        {
            var target = dictionary.Words.Length > 0 && random.Next(2) == 0
                ? Neighbours(dictionary.Words[random.Next(dictionary.Words.Length)]).ElementAt(random.Next(3))
                : random.Next(10) == 0 ? "" : Words.Next(random, 6);
            var first = dictionary.Words.TakeWhile(word => Words.Utf8Order.Instance.Compare(word, target) < 0).Count();
            cursor.Seek(Words.Bytes(target));

            AssertRest(dictionary, cursor, first, most: random.Next(40));
        }
    }

    [Fact]
    public void Add_TwoTerms_WritesTheBytesOfTheFormat()
    {
        using var files = new ScratchFiles();
        files.Write("s1.terms", FileKind.Terms, file =>
        {
            var writer = new TermDictionaryWriter(file);
            writer.Add("art"u8, new TermEntry(2, 0, 0), 4, 7);
            writer.Add("arts"u8, new TermEntry(1, 4, 7), 6, 12);
            writer.Complete();
        });

        byte[] block = [0, 0, 0, 3, 0x61, 0x72, 0x74, 2, 4, 7, 3, 1, 0x73, 1, 2, 5];
        Assert.Equal([.. block, .. new byte[8], 2, 0, 0, 0, 1, 0, 0, 0], files.Content("s1.terms"));
    }

    [Fact]
    public void TryFind_TermsOfThousandsOfBytes_FindsThem()
    {
        string[] words = [new('a', 5000), new string('a', 5000) + "b", new('b', 1000), new('é', 3000)];
        using var dictionary = new DictionaryFile(new Random(1), words);
        var cursor = dictionary.Reader.Walk();

        Assert.All(words, word => Assert.True(dictionary.Reader.TryFind(Words.Bytes(word), out _)));
        AssertRest(dictionary, cursor, 0);
    }

    private static DictionaryFile Random(int seed)
    {
        var random = new Random(seed);
        return new DictionaryFile(random, Words.Sorted(random, Sizes[seed], 1 + random.Next(3, 7)));
    }

    // What is left of half a surrogate pair is U+FFFD.
    private static string ThroughUtf8(string word) => Encoding.UTF8.GetString(Words.Bytes(word));

    private static string[] Neighbours(string word) =>
        [word + "a", word + "\0", word + "\uFFFD", word[..^1], word[..^1] + (char)(word[^1] + 1), word[..^1] + "\u0001", "a" + word];

    private static void AssertRest(DictionaryFile dictionary, TermCursor cursor, int first, int most = int.MaxValue)
    {
        foreach (var word in dictionary.Words.Skip(first).Take(most))
        {
            Assert.True(cursor.MoveNext());
            Assert.Equal(word, Encoding.UTF8.GetString(cursor.Term));
            Assert.True(cursor.Term.SequenceEqual(cursor.TermMemory.Span));
            Assert.Equal(dictionary[word], cursor.Entry);
        }

        Assert.True(most < dictionary.Words.Length - first || !cursor.MoveNext());
    }
}
