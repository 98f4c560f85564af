using ProposalSearch.Engine.Storage;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Engine.Tests.Storage;

/// <summary>Files that are compared when they are opened, and what they are read from afterwards.</summary>
public sealed class FilesHeldInTests : IDisposable
{
    private const string Name = "s1.settings";

    private readonly TemporaryFolder _folder = new();
    private readonly IndexDirectory _directory;
    private readonly WriterLock _lock;
    private readonly byte[] _content = [.. Enumerable.Range(0, CheckedReading.PartBytes + 100_001).Select(i => (byte)(i * 31 >> 3))];
    private readonly SegmentFile _written;

    public FilesHeldInTests()
    {
        _directory = IndexDirectory.CreateOrOpen(_folder.Path);
        _lock = _directory.Lock();
        _written = _directory.WriteFile(Name, _content);
    }

    private string Path => _folder.File(Name);

    public void Dispose()
    {
        _lock.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData(FilesHeldIn.Memory)]
    [InlineData(FilesHeldIn.Copy)]
    [InlineData(FilesHeldIn.Mapping)]
    public void OpenChecked_WholeFile_HasItsBytesAndLeavesNoOtherFile(FilesHeldIn heldIn)
    {
        using var file = Open(heldIn);

        Assert.Equal((_content.Length, _written.Checksum), (file.Length, file.Checksum));
        Assert.True(file.Slice(0, _content.Length).SequenceEqual(_content));
        Assert.Null(file.FindDamage());
        Assert.Equal([Name, "writer.lock"], _folder.FileNames());
    }

    [Theory]
    [InlineData(FilesHeldIn.Memory)]
    [InlineData(FilesHeldIn.Copy)]
    public void Slice_FileCutChangedOrDeletedSince_HasTheBytesThatWereRead(FilesHeldIn heldIn)
    {
        using var file = Open(heldIn);
        Write(stream => stream.SetLength(10));
        Assert.True(file.Slice(0, _content.Length).SequenceEqual(_content));
        Write(stream => stream.Write(new byte[200_000]));
        Assert.True(file.Slice(0, _content.Length).SequenceEqual(_content));
        File.Delete(Path);
        Assert.True(file.Slice(0, _content.Length).SequenceEqual(_content));
    }

    [Theory]
    [InlineData(FilesHeldIn.Memory)]
    [InlineData(FilesHeldIn.Copy)]
    public void Forget_BytesThatNobodyWouldReadAgain_KeepsThem(FilesHeldIn heldIn)
    {
        using var file = Open(heldIn);
        file.Forget(0, file.Length);

        Assert.True(file.Slice(0, _content.Length).SequenceEqual(_content));
    }

    [Theory]
    [InlineData(FilesHeldIn.Memory)]
    [InlineData(FilesHeldIn.Copy)]
    public void Dispose_LastHolderGone_RefusesToRead(FilesHeldIn heldIn)
    {
        var file = Open(heldIn);
        file.Dispose();
        file.Dispose();

        Assert.Throws<ObjectDisposedException>(() => file.Slice(0, 1).Length);
    }

    [Theory]
    [InlineData(FilesHeldIn.Memory)]
    [InlineData(FilesHeldIn.Copy)]
    [InlineData(FilesHeldIn.Mapping)]
    public void OpenChecked_AnythingButWhatWasWritten_NamesTheFile(FilesHeldIn heldIn)
    {
        var whole = File.ReadAllBytes(Path);
        var random = new Random(4);
        int[] offsets = [0, 64, whole.Length - 1, .. Enumerable.Range(0, 40).Select(_ => random.Next(whole.Length))];
        foreach (var offset in offsets)
        {
            Replace([.. whole[..offset], (byte)(whole[offset] ^ (1 << random.Next(8))), .. whole[(offset + 1)..]]);
            AssertDamaged(heldIn, $"byte {offset}");
        }

        foreach (var length in new[] { 0, 1, 79, 80, whole.Length / 2, whole.Length - 1 })
        {
            Replace(whole[..length]);
            AssertDamaged(heldIn, $"cut to {length}");
        }

        Replace([.. whole, 0]);
        AssertDamaged(heldIn, "a byte more");
        File.Delete(Path);
        AssertDamaged(heldIn, "deleted");
        Directory.CreateDirectory(Path);
        AssertDamaged(heldIn, "a folder");
    }

    [Fact]
    public void OpenChecked_SoundFileOfAnotherIndex_NamesTheFile()
    {
        using var other = new TemporaryFolder();
        var directory = IndexDirectory.CreateOrOpen(other.Path);
        using var taken = directory.Lock();
        directory.WriteFile(Name, [.. _content.Reverse()]);
        File.Copy(other.File(Name), Path, overwrite: true);

        var error = Assert.Throws<IndexDamagedException>(() => Open(FilesHeldIn.Memory));
        Assert.Contains("belongs to another index", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FindChange_FileCutWrittenToOrGone_SaysSo()
    {
        using var file = Open(FilesHeldIn.Memory);
        Assert.Null(file.Stamp.FindChange());

        var written = File.GetLastWriteTimeUtc(Path);
        File.SetLastWriteTimeUtc(Path, written.AddSeconds(1));
        Assert.Contains("was written to", file.Stamp.FindChange(), StringComparison.Ordinal);
        File.SetLastWriteTimeUtc(Path, written);
        Assert.Null(file.Stamp.FindChange());
        Write(stream => stream.SetLength(10));
        Assert.Contains($"had {_written.Length} bytes and has 10 now", file.Stamp.FindChange(), StringComparison.Ordinal);
        File.Delete(Path);
        Assert.Contains("is not there any more", file.Stamp.FindChange(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(FilesHeldIn.Automatic, 100, 800, FilesHeldIn.Memory)]
    [InlineData(FilesHeldIn.Automatic, 101, 800, FilesHeldIn.Copy)]
    [InlineData(FilesHeldIn.Memory, 101, 800, FilesHeldIn.Memory)]
    [InlineData(FilesHeldIn.Copy, 1, 800, FilesHeldIn.Copy)]
    [InlineData(FilesHeldIn.Mapping, 1, 800, FilesHeldIn.Mapping)]
    public void Choice_OfBytesAndMemory_IsTheWantedOneOrMemoryUpToAnEighth(
        FilesHeldIn wanted, long bytes, long available, FilesHeldIn chosen)
        => Assert.Equal(chosen, FilesHeldInChoice.Of(wanted, bytes, available));

    [SmallDiskFact]
    public void OpenChecked_NoRoomForACopyBesideTheIndex_TakesTheFolderForTemporaryFiles()
    {
        using var disk = new SmallDisk(512);
        File.Copy(Path, System.IO.Path.Combine(disk.Path, Name));
        using (var file = IndexDirectory.Open(disk.Path).OpenChecked(_written, FileKind.Settings, FilesHeldIn.Copy))
        {
            Assert.True(file.Slice(0, _content.Length).SequenceEqual(_content));
        }

        disk.MakeReadOnly();
        using var other = IndexDirectory.Open(disk.Path).OpenChecked(_written, FileKind.Settings, FilesHeldIn.Copy);
        Assert.True(other.Slice(0, _content.Length).SequenceEqual(_content));
        Assert.Equal([Name], Directory.GetFiles(disk.Path).Select(System.IO.Path.GetFileName));
    }

    private OpenedFile Open(FilesHeldIn heldIn) => _directory.OpenChecked(_written, FileKind.Settings, heldIn);

    private void AssertDamaged(FilesHeldIn heldIn, string what)
    {
        var error = Record.Exception(() => Open(heldIn).Dispose());
        Assert.True(error is IndexDamagedException damage && damage.Path == Path || error is IndexVersionException, $"{what}: {error}");
    }

    private void Replace(byte[] bytes)
    {
        File.Delete(Path);
        File.WriteAllBytes(Path, bytes);
    }

    private void Write(Action<FileStream> write)
    {
        using var stream = new FileStream(Path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        write(stream);
    }
}
