using ProposalSearch.Engine.Storage;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Engine.Tests.Storage;

public sealed class IndexDirectoryTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly IndexDirectory _directory;

    public IndexDirectoryTests() => _directory = IndexDirectory.CreateOrOpen(_folder.Path);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Open_NoFolder_NamesItAndCreatesNothing()
    {
        var path = _folder.File("missing");

        var error = Assert.Throws<IndexNotFoundException>(() => IndexDirectory.Open(path));
        Assert.Equal(path, error.Path);
        Assert.False(Directory.Exists(path));
    }

    [Fact]
    public void ReadManifest_NothingPublished_IsNull()
    {
        Assert.Null(_directory.ReadManifest());
        Assert.Null(_directory.OpenLatest(manifest => manifest));
        Assert.Empty(_directory.Verify());
    }

    [Fact]
    public void Publish_Manifest_ReadsBackWhole()
    {
        using var taken = _directory.Lock();
        var written = _directory.Commit(1);

        var read = _directory.ReadManifest()!;
        Assert.Equal((1L, 2L), (read.Generation, read.NextSegment));
        var segment = Assert.Single(read.Segments);
        Assert.Equal(("s1", 3), (segment.Name, segment.Documents));
        Assert.Equal(written.AllFiles, read.AllFiles);
        Assert.Empty(_directory.Verify());
    }

    [Fact]
    public void Publish_SecondGeneration_RemovesTheFilesOfTheFirst()
    {
        using var taken = _directory.Lock();
        _directory.Commit(1);
        using var held = _directory.OpenFile("s1.terms", FileKind.Settings);
        _directory.Commit(2);

        Assert.Equal(["g2.settings", "manifest", "s2.columns", "s2.terms", "writer.lock"], _folder.FileNames());
        Assert.Equal([1, 2, 3, 1], held.Slice(0, 4).ToArray());
    }

    [Fact]
    public void Publish_FilesOfOthersAndFilesNotYetPublished_Stay()
    {
        File.WriteAllText(_folder.File("README.md"), "ours to keep");
        File.WriteAllText(_folder.File("s9.txt"), "not begun by a writer");
        using var taken = _directory.Lock();
        _directory.Commit(1);
        _directory.WriteFile("s7.terms", 1);
        _directory.Commit(2);
        _directory.DeleteFile("s7.terms");
        _directory.WriteFile("s8.terms", 1);
        _directory.Commit(3);

        Assert.Equal(
            ["README.md", "g3.settings", "manifest", "s3.columns", "s3.terms", "s8.terms", "s9.txt", "writer.lock"],
            _folder.FileNames());
    }

    [Fact]
    public void Publish_GenerationNotGreater_IsRefused()
    {
        using var taken = _directory.Lock();
        _directory.Commit(4);

        Assert.Throws<ArgumentException>(() => _directory.Publish(new Manifest { Generation = 4, Segments = [] }));
    }

    [Fact]
    public void Publish_FileMissing_LeavesTheOldIndex()
    {
        using var taken = _directory.Lock();
        _directory.Commit(1);
        var segment = new SegmentInfo("s2", 1, [new SegmentFile("s2.terms", 90, 1)]);

        var error = Assert.Throws<IndexDamagedException>(() => _directory.Publish(new Manifest { Generation = 2, Segments = [segment] }));
        Assert.Contains("s2.terms", error.Message, StringComparison.Ordinal);
        Assert.Equal(1, _directory.ReadManifest()!.Generation);
        Assert.Empty(_directory.Verify());
    }

    [Fact]
    public void Publish_SameInputTwice_GivesTheSameBytes()
    {
        using var other = new TemporaryFolder();
        foreach (var path in new[] { _folder.Path, other.Path })
        {
            var directory = IndexDirectory.CreateOrOpen(path);
            using var taken = directory.Lock();
            directory.Commit(1);
        }

        Assert.Equal(_folder.FileNames(), other.FileNames());
        Assert.All(_folder.FileNames().Where(name => name != WriterLock.FileName), name =>
            Assert.Equal(File.ReadAllBytes(_folder.File(name)), File.ReadAllBytes(other.File(name))));
    }

    [Theory]
    [InlineData("terms")]
    [InlineData("../s1.terms")]
    [InlineData("s1.Terms")]
    [InlineData("s.terms")]
    [InlineData("s1.")]
    [InlineData("manifest")]
    public void CreateFile_NameThatNoCleanUpKnows_IsRefused(string name)
    {
        using var taken = _directory.Lock();

        Assert.Throws<ArgumentException>(() => _directory.CreateFile(name, FileKind.Terms));
    }

    [Fact]
    public void Write_WithoutTheLock_IsRefused()
    {
        Assert.Throws<InvalidOperationException>(() => _directory.CreateFile("s1.terms", FileKind.Terms));
        using (_directory.Lock())
        {
            _directory.Commit(1);
        }

        Assert.Throws<InvalidOperationException>(() => _directory.Commit(2));
    }

    [Fact]
    public void OpenLatest_FileGoneBecauseOfACommit_OpensTheNewIndex()
    {
        using var taken = _directory.Lock();
        _directory.Commit(1);
        var generation = 1L;

        using var file = _directory.OpenLatest(manifest =>
        {
            if (generation < 4)
            {
                _directory.Commit(++generation);
            }

            return _directory.OpenFile(manifest.Segments[0].Files[0].Name, FileKind.Settings);
        });

        Assert.Equal([1, 2, 3, 4], file!.Slice(0, 4).ToArray());
    }

    [Fact]
    public void OpenLatest_FileGoneForGood_SaysSo()
    {
        using var taken = _directory.Lock();
        _directory.Commit(1);
        File.Delete(_folder.File("s1.terms"));

        Assert.Throws<IndexDamagedException>(() => _directory.OpenLatest(_ => _directory.OpenFile("s1.terms", FileKind.Settings)));
    }

    [Fact]
    public void Write_WhereTheSystemRefuses_NamesTheFileAndTheRemedy()
    {
        File.WriteAllText(_folder.File("taken"), "a file where the folder should be");
        Directory.CreateDirectory(_folder.File("s1.terms"));
        using var taken = _directory.Lock();

        var folder = Assert.Throws<IndexWriteException>(() => IndexDirectory.CreateOrOpen(_folder.File("taken")));
        Assert.Contains("Free space on the disk, or check", folder.Message, StringComparison.Ordinal);
        var file = Assert.Throws<IndexWriteException>(() => _directory.CreateFile("s1.terms", FileKind.Terms));
        Assert.Equal(_folder.File("s1.terms"), file.Path);
    }
}
