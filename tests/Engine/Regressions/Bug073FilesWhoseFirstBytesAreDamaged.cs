using ProposalSearch.Engine.Storage;
using ProposalSearch.Engine.Tests.Storage;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Engine.Tests.Regressions;

/// <summary>
/// A file of the index of which the first bytes were changed was not known as ours any more: the index that took its place left it in the
/// folder for ever.
/// </summary>
public sealed class Bug073FilesWhoseFirstBytesAreDamaged
{
    [Fact]
    public void Publish_FirstBytesOfAFileThatIsReplacedWereChanged_RemovesIt()
    {
        using var folder = new TemporaryFolder();
        var directory = IndexDirectory.CreateOrOpen(folder.Path);
        using var taken = directory.Lock();
        directory.Commit(1);
        File.WriteAllBytes(folder.File("s1.terms"), new byte[] { 1, 2, 3, 4, 5, 6, 7, 8, 9 });
        File.WriteAllBytes(folder.File("s9.terms"), new byte[] { 1, 2, 3, 4, 5, 6, 7, 8, 9 });
        directory.Commit(2);

        Assert.Equal(["g2.settings", "manifest", "s2.columns", "s2.terms", "s9.terms", "writer.lock"], folder.FileNames());
    }
}
