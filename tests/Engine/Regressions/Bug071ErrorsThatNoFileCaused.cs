using ProposalSearch.Engine.Searching;
using ProposalSearch.Engine.Storage;
using ProposalSearch.Engine.Tests.Indexing;
using Xunit;

namespace ProposalSearch.Engine.Tests.Regressions;

/// <summary>
/// An <see cref="InvalidOperationException"/> was taken for a symptom of damage wherever it came from: each request that met one read the
/// whole index to compare its checksums, and where a file happened to be damaged, the error was told as its doing.
/// </summary>
public sealed class Bug071ErrorsThatNoFileCaused
{
    [Fact]
    public void Read_InvalidOperation_IsNeverTakenForDamage()
    {
        using var index = TestIndex.OfTexts("one two", "two three");
        Damage(index.Folder);

        Assert.Throws<InvalidOperationException>(
            () => index.Snapshot.Read<int>(() => throw new InvalidOperationException("nothing to do with files")));
        Assert.Throws<IndexDamagedException>(() => index.Snapshot.Read<int>(() => throw new FormatException()));
    }

    [Fact]
    public void Read_ErrorWhereFilesAreHeldInMemory_StaysWhatItIs()
    {
        using var index = TestIndex.OfTexts("one two", "two three");
        using var snapshot = IndexSnapshot.OpenChecked(index.Folder, FilesHeldIn.Memory);
        Damage(index.Folder);

        Assert.Throws<FormatException>(() => snapshot.Read<int>(() => throw new FormatException()));
    }

    private static void Damage(string folder)
    {
        using var file = File.OpenHandle(Path.Combine(folder, "s1.documents"), FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        RandomAccess.Write(file, [0xAA, 0xBB], 66);
    }
}
