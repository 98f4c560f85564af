using ProposalSearch.Engine.Postings;
using ProposalSearch.Engine.Storage;
using ProposalSearch.Engine.Terms;
using ProposalSearch.Engine.Tests.Storage;
using Xunit;

namespace ProposalSearch.Engine.Tests.Postings;

public sealed class PostingsCursorTests
{
    private static readonly int[] Counts = [1, 2, 127, 128, 129, 255, 256, 257, 1000, 2000];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 8)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void NextBlock_ToTheEnd_GivesAllPostings(int seed)
    {
        using var file = Random(seed);
        var cursor = new PostingsCursor();
        for (var term = 0; term < file.Terms.Length; term++)
        {
            cursor.Reset(file.Reader, file.Entries[term]);
            var found = new List<(int, uint)>();
            while (cursor.NextBlock())
            {
                for (var i = 0; i < cursor.Documents.Length; i++)
                {
                    found.Add((cursor.Documents[i], cursor.Frequencies[i]));
                }
            }

            Assert.Equal(file.Terms[term].Length, cursor.DocumentFrequency);
            Assert.Equal(file.Terms[term].Select(posting => (posting.Document, posting.Frequency)), found);
            Assert.False(cursor.NextBlock());
            Assert.False(cursor.SkipTo(0));
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void SkipTo_AscendingTargets_StandsOnTheBlockThatReachesThem(int seed)
    {
        using var file = Random(seed);
        var random = new Random(seed + 50);
        foreach (var (postings, entry) in file.Terms.Zip(file.Entries))
        {
            var cursor = file.Reader.Open(entry);
            var target = 0;
            while (target < 11_000)
            {
                var next = postings.FirstOrDefault(posting => posting.Document >= target);
                Assert.True((next is not null) == cursor.SkipTo(target), $"target {target}, seed {seed}");
                if (next is not null)
                {
                    AssertBlock(cursor, postings, next, random, seed);
                }

                target += random.Next(random.Next(3) == 0 ? 2000 : 20);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Positions_DocumentsInAnyOrder_AreThoseWritten(int seed)
    {
        using var file = Random(seed);
        var random = new Random(seed + 90);
        var room = new int[500];
        foreach (var (postings, entry) in file.Terms.Zip(file.Entries))
        {
            var cursor = file.Reader.Open(entry);
            for (var first = 0; cursor.NextBlock(); first += 128)
            {
                foreach (var i in Enumerable.Range(0, cursor.Documents.Length).OrderBy(_ => random.Next()).Take(40))
                {
                    var expected = postings[first + i].Positions;
                    Assert.Equal(expected.Length, cursor.Positions(i, room));
                    Assert.True(expected.AsSpan().SequenceEqual(room.AsSpan(0, expected.Length)), $"posting {first + i}, seed {seed}");
                }
            }
        }
    }

    [Fact]
    public void Positions_IntoTooLittleRoom_TellsHowManyAndWritesNothing()
    {
        using var file = new PostingsFile(new Random(4), 300);
        var cursor = file.Reader.Open(file.Entries[0]);
        Assert.True(cursor.NextBlock());
        var index = Array.FindIndex(file.Terms[0], posting => posting.Positions.Length > 3);
        int[] room = [-5, -5, -5];

        Assert.Equal(file.Terms[0][index].Positions.Length, cursor.Positions(index, room));
        Assert.Equal([-5, -5, -5], room);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void BlockReaching_AnyTarget_IsTheFirstBlockThatDoesNotEndBeforeIt(int seed)
    {
        using var file = Random(seed);
        var random = new Random(seed + 70);
        foreach (var (postings, entry) in file.Terms.Zip(file.Entries).Where(term => term.First.Length > 128))
        {
            var cursor = file.Reader.Open(entry);
            var ends = postings.Chunk(128).Select(block => block[^1].Document).ToArray();
            Assert.Equal(ends.Length, cursor.BlockCount);
            Assert.Equal(ends, Enumerable.Range(0, ends.Length).Select(cursor.LastDocument));
            for (var round = 0; round < 50; round++)
            {
                int from = random.Next(ends.Length + 1), target = random.Next(10_500);
                var expected = Enumerable.Range(from, ends.Length - from).FirstOrDefault(block => ends[block] >= target, ends.Length);
                Assert.True(expected == cursor.BlockReaching(target, from), $"target {target} from block {from}, seed {seed}");
            }

            Assert.Equal(-1, cursor.Block);
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void TryGetImpacts_EachBlock_BoundEveryPosting(int seed)
    {
        using var file = Random(seed);
        foreach (var (postings, entry) in file.Terms.Zip(file.Entries))
        {
            var cursor = file.Reader.Open(entry);
            var block = 0;
            foreach (var part in postings.Chunk(128))
            {
                Assert.Equal(postings.Length > 128, cursor.TryGetImpacts(block++, out var impacts));
                var pairs = impacts[..].ToArray();
                Assert.All(part, posting => Assert.True(postings.Length <= 128 || pairs.Any(pair =>
                    pair.Frequency >= Math.Min(posting.Frequency, ushort.MaxValue) && pair.Length <= file.Lengths[posting.Document]),
                    $"document {posting.Document}, seed {seed}"));
            }
        }
    }

    [Fact]
    public void Add_TwoDocuments_WritesTheBytesOfTheFormat()
    {
        using var files = new ScratchFiles();
        using var positions = files.Directory.CreateFile("s1.positions", FileKind.Positions);
        TermEntry entry = default;
        files.Write("s1.postings", FileKind.Postings, file =>
        {
            var writer = new PostingsWriter(file, positions, new byte[8]);
            writer.BeginTerm();
            writer.Add(3, 1, [5]);
            writer.Add(7, 2, [0, 4]);
            entry = writer.EndTerm();
            writer.Complete();
        });
        positions.Complete();

        Assert.Equal(new TermEntry(2, 0, 0), entry);
        Assert.Equal([0x07, 0x06, 0x02, .. new byte[8]], files.Content("s1.postings"));
        Assert.Equal([255, 3, 2, 0b000_101, 0b11, .. new byte[8]], files.Content("s1.positions"));
    }

    private static PostingsFile Random(int seed)
    {
        var random = new Random(seed);
        return new PostingsFile(random, [.. Counts, .. Enumerable.Range(0, 6).Select(_ => random.Next(1, 2001))]);
    }

    private static void AssertBlock(PostingsCursor cursor, PlainPosting[] postings, PlainPosting next, Random random, int seed)
    {
        var index = cursor.Documents.IndexOf(next.Document);
        Assert.True(index >= 0, $"document {next.Document}, seed {seed}");
        Assert.Equal(postings[Array.IndexOf(postings, next) - index].Document, cursor.Documents[0]);
        if (random.Next(3) == 0)
        {
            Assert.Equal(next.Frequency, cursor.Frequencies[index]);
        }

        if (random.Next(3) == 0)
        {
            var room = new int[next.Positions.Length];
            Assert.Equal(next.Positions.Length, cursor.Positions(index, room));
            Assert.Equal(next.Positions, room);
        }
    }
}
