using ProposalSearch.Engine.Storage;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Engine.Tests.Storage;

public sealed class WriterLockTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Lock_HeldByAnother_SaysWhoMayHaveItAndWhatToDo()
    {
        using var first = Open().Lock();

        var error = Assert.Throws<IndexLockedException>(() => Open().Lock());
        Assert.Contains("another writer holds the index", error.Message, StringComparison.Ordinal);
        Assert.Contains("no file to delete", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Lock_AfterRelease_IsFreeAndItsFileStaysEmpty()
    {
        Open().Lock().Dispose();
        using var again = Open().Lock();

        Assert.Equal(0, new FileInfo(_folder.File(WriterLock.FileName)).Length);
    }

    [Fact]
    public void Lock_StaleFile_IsNoObstacle()
    {
        File.WriteAllText(_folder.File(WriterLock.FileName), "");

        using var taken = Open().Lock();
        Open().OpenLatest(manifest => manifest);
    }

    [Fact]
    public void Lock_AfterACrash_RemovesTheLeftovers()
    {
        using (var taken = Open(out var directory).Lock())
        {
            directory.Commit(1);
            directory.WriteFile("s2.terms", 1);
            File.WriteAllBytes(_folder.File("s3.terms"), []);
            File.WriteAllBytes(_folder.File("s4.terms"), new byte[100]);
            File.WriteAllBytes(_folder.File("manifest.new"), [1, 2, 3]);
        }

        using var next = Open().Lock();
        Assert.Equal(["g1.settings", "manifest", "s1.columns", "s1.terms", "writer.lock"], _folder.FileNames());
    }

    [Fact]
    public void Lock_AfterACrashBetweenPublishingAndCleaning_RemovesTheOldFiles()
    {
        using (Open(out var directory).Lock())
        {
            directory.Commit(1);
            var old = File.ReadAllBytes(_folder.File("s1.terms"));
            directory.Commit(2);
            File.WriteAllBytes(_folder.File("s1.terms"), old);
        }

        using var next = Open(out var opened).Lock();
        Assert.Equal(2, opened.ReadManifest()!.Generation);
        Assert.Equal(["g2.settings", "manifest", "s2.columns", "s2.terms", "writer.lock"], _folder.FileNames());
        Assert.Empty(opened.Verify());
    }

    [Fact]
    public void Lock_DamagedManifest_RemovesNothing_AndDiscardStartsAfresh()
    {
        using (Open(out var directory).Lock())
        {
            directory.Commit(1);
        }

        File.WriteAllBytes(_folder.File(Manifest.FileName), new byte[200]);
        Assert.Throws<IndexDamagedException>(() => Open().Lock());
        Assert.Contains("s1.terms", _folder.FileNames());

        IndexDirectory.Discard(_folder.Path);
        Assert.Equal([WriterLock.FileName], _folder.FileNames());
        using var taken = Open(out var fresh).Lock();
        fresh.Commit(1);
        Assert.Empty(fresh.Verify());
    }

    [Fact]
    public void Lock_IndexOfAnotherVersion_StandsUntilTheNewOneIsPublished()
    {
        using (Open(out var directory).Lock())
        {
            directory.Commit(5);
        }

        var bytes = File.ReadAllBytes(_folder.File(Manifest.FileName));
        bytes[9] = 99;
        File.WriteAllBytes(_folder.File(Manifest.FileName), bytes);

        using var taken = Open(out var newer).Lock();
        Assert.Throws<IndexVersionException>(() => newer.ReadManifest());
        Assert.Contains("s5.terms", _folder.FileNames());
        newer.Commit(1);
        Assert.DoesNotContain("s5.terms", _folder.FileNames());
        Assert.Empty(newer.Verify());
    }

    private IndexDirectory Open() => IndexDirectory.CreateOrOpen(_folder.Path);

    private IndexDirectory Open(out IndexDirectory directory) => directory = Open();
}
