using Lucene.Net.Index;
using Lucene.Net.Store;

namespace ProposalSearch.Backends.Lucene.Storing;

/// <summary>Makes room for a new index where one is that cannot be read any more.</summary>
internal static class DamagedIndex
{
    /// <summary>Removes the files of an index: those that Lucene or this backend write, and no others.</summary>
    /// <exception cref="LockObtainFailedException">Somebody writes there.</exception>
    public static void Discard(string folder)
    {
        using var directory = new SimpleFSDirectory(folder, new NativeFSLockFactory());
        using var writing = directory.MakeLock(IndexWriter.WRITE_LOCK_NAME);
        if (!writing.Obtain())
        {
            throw new LockObtainFailedException($"Somebody writes in {folder}.");
        }

        foreach (var file in directory.ListAll().Where(IsLucenes))
        {
            directory.DeleteFile(file);
        }

        BlobFiles.KeepOnly(directory, []);
    }

    private static bool IsLucenes(string file) =>
        file.StartsWith(IndexFileNames.SEGMENTS, StringComparison.Ordinal) || IndexFileNames.CODEC_FILE_PATTERN.IsMatch(file);
}
