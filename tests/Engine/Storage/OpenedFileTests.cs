using ProposalSearch.Engine.Storage;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Engine.Tests.Storage;

public sealed class OpenedFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly IndexDirectory _directory;
    private readonly WriterLock _lock;

    public OpenedFileTests()
    {
        _directory = IndexDirectory.CreateOrOpen(_folder.Path);
        _lock = _directory.Lock();
        _directory.WriteFile("s1.settings", 1, 2, 3, 4, 5, 6, 7, 8);
    }

    public void Dispose()
    {
        _lock.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(0, 9)]
    [InlineData(8, 1)]
    [InlineData(9, 0)]
    [InlineData(0, -1)]
    [InlineData(long.MaxValue, 1)]
    [InlineData(0, int.MaxValue)]
    public void Slice_OutsideTheContent_NamesTheFile(long offset, int length)
    {
        using var file = Open();

        var error = Assert.Throws<IndexDamagedException>(() => file.Slice(offset, length).Length);
        Assert.Contains("s1.settings", error.Message, StringComparison.Ordinal);
        Assert.Throws<IndexDamagedException>(() => file.Slice<long>(offset, length).Length);
    }

    [Fact]
    public void Slice_EdgesOfTheContent_AreInside()
    {
        using var file = Open();

        Assert.Equal(8, file.Slice(0, 8)[7]);
        Assert.True(file.Slice(8, 0).IsEmpty);
        Assert.Equal(0x0807060504030201, file.Slice<long>(0, 1)[0]);
    }

    [Fact]
    public void Slice_AfterDispose_IsRefused()
    {
        var file = Open();
        Assert.Equal(1, file.Slice(0, 1)[0]);
        file.Dispose();
        file.Dispose();

        Assert.Throws<ObjectDisposedException>(() => file.Slice(0, 1).Length);
    }

    [Fact]
    public void OpenFile_AnotherKind_SaysWhatItIs()
    {
        var error = Assert.Throws<IndexDamagedException>(() => _directory.OpenFile("s1.settings", FileKind.Terms));

        Assert.Contains("expected a file of kind Terms, but its header says Settings", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void OpenFile_AnotherVersion_SaysBothAndTheRemedy()
    {
        Patch(9, 3);

        var error = Assert.Throws<IndexVersionException>(() => _directory.OpenFile("s1.settings", FileKind.Settings));
        Assert.Equal((2, 3), (error.Expected, error.Actual));
        Assert.Contains("a newer program wrote it. Build the index again", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void OpenFile_CutAnywhere_IsDamaged()
    {
        var whole = File.ReadAllBytes(_folder.File("s1.settings"));
        for (var length = 0; length < whole.Length; length++)
        {
            File.WriteAllBytes(_folder.File("s1.settings"), whole[..length]);
            var error = Assert.Throws<IndexDamagedException>(() => _directory.OpenFile("s1.settings", FileKind.Settings));
            Assert.Contains("cut short", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void OpenFile_Missing_SaysSo()
    {
        var error = Assert.Throws<IndexDamagedException>(() => _directory.OpenFile("s2.settings", FileKind.Settings));

        Assert.Contains("it is not there", error.Message, StringComparison.Ordinal);
    }

    private OpenedFile Open() => _directory.OpenFile("s1.settings", FileKind.Settings);

    private void Patch(int offset, byte value)
    {
        var bytes = File.ReadAllBytes(_folder.File("s1.settings"));
        bytes[offset] = value;
        File.WriteAllBytes(_folder.File("s1.settings"), bytes);
    }
}
