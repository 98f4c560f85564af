using ProposalSearch.Engine.Storage;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Engine.Tests.Storage;

public sealed class VerificationTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly IndexDirectory _directory;

    public VerificationTests()
    {
        _directory = IndexDirectory.CreateOrOpen(_folder.Path);
        using var taken = _directory.Lock();
        _directory.Commit(1);
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("manifest")]
    [InlineData("s1.terms")]
    [InlineData("s1.columns")]
    [InlineData("g1.settings")]
    public void Verify_AnyByteChangedInAnyWay_NamesTheFile(string name)
    {
        var path = _folder.File(name);
        using var file = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        var bytes = File.ReadAllBytes(path);
        for (var i = 0; i < bytes.Length; i++)
        {
            foreach (var change in new byte[] { 1, 0x80, 0xFF, 0x5A })
            {
                RandomAccess.Write(file, [(byte)(bytes[i] ^ change)], i);
                var fault = Assert.Single(_directory.Verify());
                Assert.Contains(path, fault, StringComparison.Ordinal);
            }

            RandomAccess.Write(file, [bytes[i]], i);
        }

        Assert.Empty(_directory.Verify());
    }

    [Theory]
    [InlineData("manifest")]
    [InlineData("s1.terms")]
    [InlineData("s1.columns")]
    [InlineData("g1.settings")]
    public void Verify_CutOrLengthened_NamesTheFile(string name)
    {
        var path = _folder.File(name);
        var bytes = File.ReadAllBytes(path);
        for (var length = 0; length <= bytes.Length + 32; length++)
        {
            if (length != bytes.Length)
            {
                File.WriteAllBytes(path, [.. bytes.Take(length), .. new byte[Math.Max(0, length - bytes.Length)]]);
                Assert.Contains(path, Assert.Single(_directory.Verify()), StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [InlineData("manifest")]
    [InlineData("s1.terms")]
    public void Verify_LengthenedBeyondMemory_NamesTheFile(string name)
    {
        using (var file = File.OpenHandle(_folder.File(name), FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
        {
            RandomAccess.SetLength(file, 5L << 40);
        }

        Assert.Contains(_folder.File(name), Assert.Single(_directory.Verify()), StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_SoundFileOfAnotherIndex_NamesTheFile()
    {
        using var other = new TemporaryFolder();
        var directory = IndexDirectory.CreateOrOpen(other.Path);
        using var taken = directory.Lock();
        directory.WriteFile("s1.terms", 1, 2, 3, 99);
        File.Copy(other.File("s1.terms"), _folder.File("s1.terms"), overwrite: true);

        Assert.Contains("belongs to another index", Assert.Single(_directory.Verify()), StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_SeveralFaults_NamesEach()
    {
        File.Delete(_folder.File("s1.terms"));
        File.WriteAllBytes(_folder.File("s1.columns"), new byte[80]);

        var faults = _directory.Verify();
        Assert.Equal(2, faults.Count);
        Assert.Contains(faults, fault => fault.Contains("s1.terms", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.Contains("s1.columns", StringComparison.Ordinal));
    }

    [Fact]
    public void Verify_WhileTheIndexIsLocked_Reads()
    {
        using var taken = _directory.Lock();

        Assert.Empty(_directory.Verify());
    }
}
