using ProposalSearch.Engine.Storage;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Engine.Tests.Storage;

public sealed class FileWriterTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly IndexDirectory _directory;
    private readonly WriterLock _lock;

    public FileWriterTests()
    {
        _directory = IndexDirectory.CreateOrOpen(_folder.Path);
        _lock = _directory.Lock();
    }

    public void Dispose()
    {
        _lock.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Complete_TwoBytes_FramesThemAsTheFormatSays()
    {
        var file = _directory.WriteFile("s1.settings", 1, 2);

        var bytes = File.ReadAllBytes(_folder.File("s1.settings"));
        Assert.Equal(82, bytes.Length);
        Assert.Equal(82, file.Length);
        Assert.Equal([.. "PSEARCH\0"u8, 11, FileFrame.Version, .. new byte[54], 1, 2, 2, 0, 0, 0, 0, 0, 0, 0], bytes[..74]);
        Assert.Equal(file.Checksum, BitConverter.ToUInt64(bytes, 74));
    }

    [Fact]
    public void Checksum_ZerosAtTheEnd_MakeADifference() => Assert.NotEqual(
        _directory.WriteFile("s1.settings", 1).Checksum,
        _directory.WriteFile("s2.settings", 1, 0).Checksum);

    [Fact]
    public void Write_NumbersOfEveryWidth_ReadBackInPlace()
    {
        using (var writer = _directory.CreateFile("s1.terms", FileKind.Terms))
        {
            writer.WriteByte(7);
            writer.Align(8);
            Assert.Equal(8, writer.Position);
            writer.WriteInt64(-5);
            writer.WriteUInt64(ulong.MaxValue);
            writer.WriteInt32(int.MinValue);
            writer.WriteUInt32(3_000_000_000);
            writer.WriteUInt16(65535);
            writer.Align(4);
            writer.WriteUInt32(5);
            writer.WriteVarUInt32(127);
            writer.WriteVarUInt32(300);
            writer.WriteVarUInt64(ulong.MaxValue);
            writer.WriteValues<int>([1, 2]);
            writer.Complete();
        }

        using var file = _directory.OpenFile("s1.terms", FileKind.Terms);
        Assert.Equal(-5, file.Slice<long>(8, 1)[0]);
        Assert.Equal(ulong.MaxValue, file.Slice<ulong>(16, 1)[0]);
        Assert.Equal(int.MinValue, file.Slice<int>(24, 1)[0]);
        Assert.Equal(3_000_000_000, file.Slice<uint>(28, 1)[0]);
        Assert.Equal(65535, file.Slice<ushort>(32, 1)[0]);
        Assert.Equal(5u, file.Slice<uint>(36, 1)[0]);
        Assert.Equal([127, 0xAC, 2, 255, 255, 255, 255, 255, 255, 255, 255, 255, 1], file.Slice(40, 13).ToArray());
        Assert.Equal([1, 2], file.Slice<int>(53, 2).ToArray());
        Assert.Equal(61, file.Length);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Write_PiecesOfAnyLength_ReadsBackAndVerifies(int seed)
    {
        var random = new Random(seed);
        var expected = new MemoryStream();
        SegmentFile written;
        using (var writer = _directory.CreateFile("s1.terms", FileKind.Terms))
        {
            for (var i = 0; i < 200; i++)
            {
                var piece = new byte[random.Next(10) == 0 ? random.Next(200_000) : random.Next(40)];
                random.NextBytes(piece);
                Assert.Equal(expected.Length, writer.Position);
                writer.Write(piece);
                writer.WriteByte((byte)i);
                expected.Write(piece);
                expected.WriteByte((byte)i);
            }

            written = writer.Complete();
        }

        _directory.Publish(new Manifest { Generation = 1, Segments = [new SegmentInfo("s1", 0, [written])] });
        using var file = _directory.OpenFile("s1.terms", FileKind.Terms);
        Assert.True(file.Slice(0, (int)file.Length).SequenceEqual(expected.ToArray()), $"seed {seed}");
        Assert.Empty(_directory.Verify());
    }

    [Fact]
    public void Dispose_BeforeComplete_LeavesNoFile()
    {
        using (var writer = _directory.CreateFile("s1.terms", FileKind.Terms))
        {
            writer.Write(new byte[100_000]);
            Assert.True(File.Exists(_folder.File("s1.terms")));
        }

        Assert.False(File.Exists(_folder.File("s1.terms")));
        _directory.WriteFile("s1.terms", 1);
        Assert.Throws<ArgumentException>(() => _directory.WriteFile("s1.terms", 1));
    }

    [Fact]
    public void Write_AfterComplete_IsRefused()
    {
        using var writer = _directory.CreateFile("s1.terms", FileKind.Terms);
        writer.Complete();

        Assert.Throws<ObjectDisposedException>(() => writer.Write(new byte[100_000]));
        Assert.Throws<ObjectDisposedException>(() => writer.Complete());
    }

    [Fact]
    public void CreateFile_WhileAnOldFileOfThatNameIsMapped_LeavesTheMappingWhole()
    {
        _directory.WriteFile("s1.terms", 1, 2, 3);
        using var old = _directory.OpenFile("s1.terms", FileKind.Settings);
        _lock.Dispose();
        using var again = _directory.Lock();
        _directory.WriteFile("s1.terms", 4);

        Assert.Equal([1, 2, 3], old.Slice(0, 3).ToArray());
    }
}
