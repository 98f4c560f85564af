using ProposalSearch.Engine.Indexing;
using ProposalSearch.Engine.Searching;
using ProposalSearch.Engine.Storage;
using ProposalSearch.Engine.Tests.Searching;
using ProposalSearch.Engine.Tests.Storage;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Retrieval.Results;
using Xunit;
using Xunit.Abstractions;

namespace ProposalSearch.Engine.Tests.Indexing;

/// <summary>A disk that is full, at any moment of a commit, and a folder in which nothing can be written.</summary>
public sealed class FullDiskTests(ITestOutputHelper output)
{
    private const int Kilobytes = 4096;
    private const int Step = 32;

    [SmallDiskFact]
    public void Commit_DiskFullAtAnyMoment_SaysSoAndLeavesTheOldIndex()
    {
        using var disk = new SmallDisk(Kilobytes);
        Write(disk.Path, InChunks, seed: 1);
        var (refused, used) = (0, Used(disk.Path));
        foreach (var chunkBytes in new[] { InChunks, InOne })
        {
            var fits = false;
            for (var free = 0; !fits; free += Step)
            {
                disk.Resize(used + free);
                fits = TryWrite(disk.Path, chunkBytes);
                refused += fits ? 0 : 1;
                Assert.True(free < Kilobytes, "it never fits");
            }

            disk.Resize(Kilobytes);
            Write(disk.Path, InChunks, seed: 1);
        }

        output.WriteLine($"a disk of {used} KB and more, in steps of {Step} KB: {refused} commits refused, then both kinds fitted");
        Assert.InRange(refused, 10, int.MaxValue);
    }

    [SmallDiskFact]
    public void Folder_ReadOnly_IsSearchedAndVerifiedAndAWriterIsToldWhy()
    {
        using var disk = new SmallDisk(Kilobytes);
        Write(disk.Path, InChunks, seed: 1);
        disk.MakeReadOnly();

        var error = Assert.Throws<IndexWriteException>(() => IndexWriter.Create(disk.Path, Settings));
        Assert.Contains("may write to the folder", error.Message, StringComparison.Ordinal);

        Assert.Empty(IndexDirectory.Open(disk.Path).Verify());
        using var snapshot = IndexSnapshot.Open(disk.Path);
        Assert.Equal(Documents, snapshot.Search(new AllQuery(), new SearchOptions()).Total);
        Assert.True(snapshot.TryFind("d0", out _));
    }

    private const int Documents = 300;

    /// <summary>Bytes of a chunk that make several, which are merged.</summary>
    private const long InChunks = 20_000;

    /// <summary>Bytes of a chunk that hold all documents.</summary>
    private const long InOne = 100_000_000;

    private static IndexSettings Settings => SmallWorld.Settings(weighted: true);

    private static bool TryWrite(string folder, long chunkBytes)
    {
        var before = TestIndex.FilesOf(folder);
        try
        {
            Write(folder, chunkBytes, seed: 2);
            return true;
        }
        catch (IndexWriteException error)
        {
            Assert.Contains("Free space on the disk", error.Message, StringComparison.Ordinal);
            Assert.StartsWith(folder, error.Path, StringComparison.Ordinal);
            var after = TestIndex.FilesOf(folder);
            Assert.Equal(before.Keys, after.Keys);
            Assert.All(before, file => Assert.True(file.Value.AsSpan().SequenceEqual(after[file.Key]), file.Key));
            Assert.Empty(IndexDirectory.Open(folder).Verify());
            return false;
        }
    }

    private static void Write(string folder, long chunkBytes, int seed)
    {
        using var writer = IndexWriter.Create(folder, Settings, chunkBytes);
        foreach (var document in SmallWorld.Documents(new Random(seed), 0, Documents, longest: 12))
        {
            writer.Add(document);
        }

        writer.Commit();
    }

    /// <summary>Kilobytes in use: whole pages of each file, one for the folder and a few to spare.</summary>
    private static int Used(string folder) =>
        (int)(new DirectoryInfo(folder).EnumerateFiles().Sum(file => (file.Length + 4095) / 4096 * 4) + 8);
}
