using Lucene.Net.Codecs;
using Lucene.Net.Index;
using Lucene.Net.Store;
using ProposalSearch.Retrieval;

namespace ProposalSearch.Backends.Lucene.Storing;

/// <summary>Compares the files of an index with the checksums that Lucene ends each of them with.</summary>
internal static class Verification
{
    /// <summary>Reads every byte of every file, then has Lucene read all terms, positions and values (CheckIndex).</summary>
    public static IndexVerification Of(string folder)
    {
        if (!System.IO.Directory.Exists(folder) || IndexFiles(folder).Count == 0)
        {
            return new IndexVerification(0, [LuceneErrors.NoIndex(folder)]);
        }

        var files = IndexFiles(folder);
        List<string> faults = [.. files.Select(file => FaultOf(folder, file)).OfType<string>()];
        if (faults.Count == 0 && !IsSound(folder, out string fault))
        {
            faults.Add(fault);
        }

        return new IndexVerification(files.Count, faults);
    }

    /// <summary>A sentence on the first damaged file; <see langword="null"/> where all are whole.</summary>
    public static string? FirstFault(string folder) =>
        System.IO.Directory.Exists(folder)
            ? IndexFiles(folder).Select(file => FaultOf(folder, file)).FirstOrDefault(fault => fault is not null) : null;

    /// <summary>
    /// Whether an index is as it was published: no file of it was written to after the file that names them all, or else every byte is as
    /// its checksum says. So it is told by a look at each file, however large, unless somebody touched one.
    /// </summary>
    public static bool IsAsWritten(string folder)
    {
        var files = IndexFiles(folder).ConvertAll(name => new FileInfo(Path.Combine(folder, name)));
        var published = files.Where(file => file.Name.StartsWith(IndexFileNames.SEGMENTS + "_", StringComparison.Ordinal))
            .Select(file => file.LastWriteTimeUtc)
            .DefaultIfEmpty(DateTime.MinValue).Max();
        return files.TrueForAll(file => file.Exists && (file.Name == IndexFileNames.SEGMENTS_GEN || file.LastWriteTimeUtc <= published))
            || FirstFault(folder) is null;
    }

    /// <summary>
    /// The files that the last commit names, whether they are there or not: what a process that was killed left behind is none of them. All
    /// files of the folder where the commit cannot be read.
    /// </summary>
    private static List<string> IndexFiles(string folder)
    {
        List<string> all = [.. System.IO.Directory.EnumerateFiles(folder).Select(file => Path.GetFileName(file)!)
            .Where(file => file != IndexWriter.WRITE_LOCK_NAME)];
        all.Sort(StringComparer.Ordinal);
        try
        {
            using var directory = new ReadingDirectory(folder, memory: 0);
            var infos = new SegmentInfos();
            infos.Read(directory);
            var named = infos.GetFiles(directory, includeSegmentsFile: true).Concat(CommitData.FilesOfBlobs(infos.UserData).Values)
                .Concat(all.Where(file => file == IndexFileNames.SEGMENTS_GEN && !IsUnwritten(Path.Combine(folder, file))));
            return [.. named.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        }
        catch (Exception fault) when (fault is IOException or ArgumentException or InvalidOperationException or IndexOutOfRangeException)
        {
            return all;
        }
    }

    /// <summary>A sentence on the first damaged one of some files; <see langword="null"/> where all are whole.</summary>
    public static string? FirstFault(string folder, IEnumerable<string> files) =>
        files.Select(file => FaultOf(folder, file)).FirstOrDefault(fault => fault is not null);

    private static string? FaultOf(string folder, string name)
    {
        try
        {
            using var directory = new ReadingDirectory(folder, memory: 0);
            using var input = directory.OpenInput(name, IOContext.READ_ONCE);
            CodecUtil.ChecksumEntireFile(input);
            return null;
        }
        catch (Exception fault) when (fault is IOException or ArgumentException or InvalidOperationException)
        {
            return $"The file {name} is damaged: {fault.Message} Build the index again.";
        }
    }

    /// <summary>
    /// Lucene writes this file last and in place, and reads an index without it: a process that was killed then leaves it empty, and the
    /// next commit writes it again.
    /// </summary>
    private static bool IsUnwritten(string file) => new FileInfo(file).Length == 0;

    private static bool IsSound(string folder, out string fault)
    {
        fault = "";
        try
        {
            using var directory = new ReadingDirectory(folder);
            var status = new CheckIndex(directory).DoCheckIndex();
            fault = status.Clean ? ""
                : $"The index in {folder} is not consistent: {status.NumBadSegments} of {status.NumSegments} segments cannot "
                    + "be read. Build it again.";
            return status.Clean;
        }
        catch (Exception error) when (error is IOException or ArgumentException or InvalidOperationException)
        {
            fault = $"The index in {folder} cannot be read: {error.Message} Build it again.";
            return false;
        }
    }
}
