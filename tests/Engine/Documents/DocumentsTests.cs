using ProposalSearch.Engine.Documents;
using Xunit;

namespace ProposalSearch.Engine.Tests.Documents;

public sealed class DocumentsTests : IDisposable
{
    private readonly DocumentFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public void Write_WorkedExampleOfTheFormat_HasItsBytes()
    {
        var document = new PlainDocument("d", [1, 2], [PlainDocument.Words(3, 10, "so, ok")]);
        _files.Write(document.WriteTo, TextCodec.Read([0]));

        Assert.Equal(
            [
                1, 0x64, 2, 0, 1, 2, 1, 0, 0, 3, 0x0A, 2, 0x0C, 0x10, 0x18, 0,
                0xFF, 0x73, 0xFF, 0x6F, 0xFF, 0x2C, 0xFF, 0x20, 0xFF, 0x6F, 0xFF, 0x6B, 0x10, 0x12,
            ],
            _files.Data(1));
        Assert.Equal([1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 30, 0, 0, 0, 0, 0, 0, 0], _files.Index(1));
    }

    [Fact]
    public void Write_NoDocument_ReadsAsNone() => Assert.Equal(0, _files.Write(_ => { }).Count);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Documents_AgainstPlainTwin_Agree(int seed)
    {
        var random = new Random(seed);
        var twins = Enumerable.Range(0, 150).Select(i => PlainDocument.Random(random, $"id/{i}")).ToArray();
        var reader = _files.Write(writer => Array.ForEach(twins, twin => twin.WriteTo(writer)));

        Assert.Equal(twins.Length, reader.Count);
        for (var i = 0; i < twins.Length; i++)
        {
            twins[i].AssertEqual(reader.Open(i), random, $"seed {seed}, document {i}");
        }
    }

    [Fact]
    public void Documents_MoreThanTheTrainingText_ReadBack()
    {
        var random = new Random(5);
        var text = PlainDocument.RandomText(random) + string.Concat(Enumerable.Repeat("Students learn by doing, and teach others. ", 9000));
        var twins = Enumerable.Range(0, 5).Select(i => new PlainDocument($"{i}", [], [PlainDocument.Words(i, 0, text + i)])).ToArray();
        var reader = _files.Write(writer => Array.ForEach(twins, twin => twin.WriteTo(writer)));

        for (var i = 0; i < twins.Length; i++)
        {
            Assert.Equal(twins[i].Sections[0].Text, reader.Open(i).Text(0));
            var last = twins[i].Sections[0].Starts.Length - 1;
            Assert.Equal((twins[i].Sections[0].Starts[last], twins[i].Sections[0].Lengths[last]), reader.Open(i).Token(0, last));
        }
    }

    [Fact]
    public void Text_LoneSurrogates_BecomeReplacementCharactersOfTheSameLength()
    {
        var text = new string('a', 254) + "\uD83D\uDE00\uDC00 \uD800";
        var reader = _files.Write(new PlainDocument("d", [], [PlainDocument.Words(0, 0, text)]).WriteTo);

        Assert.Equal("\U0001F600\uFFFD \uFFFD", reader.Open(0).Text(0, 254, 5));
    }

    [Theory]
    [InlineData(253)]
    [InlineData(254)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(511)]
    public void Text_SurrogatePairAtAChunkBoundary_IsCutRight(int before)
    {
        var text = new string('a', before) + string.Concat(Enumerable.Repeat("\U0001F600", 300)) + "z";
        var reader = _files.Write(new PlainDocument("d", [], [PlainDocument.Words(0, 0, text)]).WriteTo);

        for (var start = before; start < text.Length; start += 2)
        {
            Assert.Equal(text[start..], reader.Open(0).Text(0, start, text.Length - start));
            Assert.Equal(text.Substring(start, 1), reader.Open(0).Text(0, start, 1));
        }
    }

    [Fact]
    public void SectionOf_BetweenSectionsAndAfterTheLast_IsNone()
    {
        var sections = new List<PlainDocument.Section>
        {
            PlainDocument.Words(0, 5, "one two"),
            PlainDocument.Words(1, 7, ""),
            PlainDocument.Words(2, 107, "three"),
            PlainDocument.Words(3, 108, "four"),
        };
        var reader = _files.Write(new PlainDocument("d", [], sections).WriteTo);
        var view = reader.Open(0);
        var found = new List<int>();
        foreach (var position in new[] { 4, 5, 6, 7, 107, 108, 109 })
        {
            found.Add(view.SectionOf(position));
        }

        Assert.Equal([-1, 0, 0, -1, 2, 3, -1], found);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Token_OfEveryGapAndLength_IsWhereItWas(int seed)
    {
        var random = new Random(seed);
        var (starts, lengths, end) = (new int[2000], new int[2000], 0);
        for (var i = 0; i < starts.Length; i++)
        {
            // Half of the blocks have no token that is kept apart, because these are added up eight at a time.
            var plain = i / 32 % 2;
            starts[i] = end + random.Next(9 - plain);
            lengths[i] = random.Next(32 - plain);
            end = starts[i] + lengths[i];
        }

        var section = new PlainDocument.Section(0, 0, new string(' ', end), starts, lengths);
        var document = new PlainDocument("d", [], [section]);
        document.AssertEqual(_files.Write(document.WriteTo).Open(0), random, $"seed {seed}");
    }

    [Fact]
    public void AddSection_TokensThatOverlapOrLeaveTheText_AreRefused() => _files.Write(writer =>
    {
        writer.Begin("d", []);
        Assert.Throws<ArgumentException>(() => writer.AddSection(0, 0, "abc", [0, 1], [2, 1]));
        Assert.Throws<ArgumentException>(() => writer.AddSection(0, 0, "abc", [2], [2]));
        Assert.Throws<ArgumentException>(() => writer.AddSection(0, 0, "abc", [int.MaxValue], [1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => writer.AddSection(0, 0, "abc", [0], []));
        Assert.Throws<ArgumentOutOfRangeException>(() => writer.AddSection(-1, 0, "abc", [0], [1]));
        writer.AddSection(0, 3, "abc", [0], [1]);
        Assert.Throws<ArgumentOutOfRangeException>(() => writer.AddSection(0, 3, "abc", [0], [1]));
        Assert.Throws<InvalidOperationException>(() => writer.Begin("e", []));
        writer.End();
        Assert.Throws<InvalidOperationException>(writer.End);
    });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Copy_FromSegmentsOfOneOrSeveralCodecs_EqualsWritingAnew(bool sameCodec)
    {
        var random = new Random(7);
        var twins = Enumerable.Range(0, 60).Select(i => PlainDocument.Random(random, $"id/{i}")).ToArray();
        var first = _files.Write(writer => Array.ForEach(twins[..30], twin => twin.WriteTo(writer)));
        var second = _files.Write(writer => Array.ForEach(twins[30..], twin => twin.WriteTo(writer)), sameCodec ? first.Codec : null);
        var merged = _files.Write(writer =>
        {
            for (var i = 0; i < twins.Length; i += 2)
            {
                writer.Copy(i < 30 ? first : second, i % 30);
            }
        });

        Assert.Equal(sameCodec, first.Codec.Table.SequenceEqual(second.Codec.Table));
        Assert.True(merged.Codec.Table.SequenceEqual(first.Codec.Table));
        for (var i = 0; i < merged.Count; i++)
        {
            twins[2 * i].AssertEqual(merged.Open(i), random, $"document {i}");
        }

        _files.Write(writer =>
        {
            for (var i = 0; i < twins.Length; i += 2)
            {
                twins[i].WriteTo(writer);
            }
        }, first.Codec);
        Assert.Equal(_files.Data(4), _files.Data(3));
    }
}
