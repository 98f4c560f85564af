using Lucene.Net.Index;
using Lucene.Net.Store;
using ProposalSearch.Backends.Lucene.Storing;
using ProposalSearch.Foundation.Timing;
using ProposalSearch.Retrieval;

namespace ProposalSearch.Backends.Lucene;

/// <summary>What Lucene throws, in the words of the contract.</summary>
internal static class LuceneErrors
{
    /// <summary>Does something to an index, and says what it was when that fails.</summary>
    /// <exception cref="IndexUnavailableException">It failed.</exception>
    public static T Translate<T>(string folder, Func<T> action)
    {
        try
        {
            return action();
        }
        catch (Exception fault) when (!IsOfTheContract(fault))
        {
            if (Of(folder, fault) is { } said)
            {
                throw said;
            }

            throw;
        }
    }

    /// <summary>Does something to an index, and says what it was when that fails.</summary>
    /// <exception cref="IndexUnavailableException">It failed.</exception>
    public static void Do(string folder, Action action) => Translate(folder, () =>
    {
        action();
        return true;
    });

    /// <summary>
    /// Reads from an open index. Where a damaged file is the cause of an error, the error says so; any other is a fault of the program.
    /// </summary>
    /// <exception cref="IndexUnavailableException">A file of it is damaged.</exception>
    public static T Read<T>(string folder, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception fault) when (!IsSaid(fault))
        {
            if (Verification.FirstFault(folder) is { } damage)
            {
                throw Damaged(folder, damage, fault);
            }

            throw;
        }
    }

    /// <summary>What to say where there is no index.</summary>
    public static string NoIndex(string folder) =>
        $"There is no index in {folder}. Build one: dotnet run -c Release --project src/Indexer -- --source DIR --index {folder}";

    /// <summary>An index that this program cannot read, because another made it.</summary>
    public static IndexUnavailableException OtherVersion(string folder, string difference, Exception? inner = null) => new(
        IndexUnavailableReason.OtherVersion,
        $"The index in {folder} was made by another version of the program or by another program: {difference}. Build it again: "
            + $"dotnet run -c Release --project src/Indexer -- --source DIR --index {folder}",
        inner);

    /// <summary>Whether an error says that what is in a folder cannot be read by this program: damaged, or of another version.</summary>
    public static bool IsUnreadable(string folder, Exception fault) =>
        (fault as IndexUnavailableException ?? Of(folder, fault)) is
        {
            Reason: IndexUnavailableReason.Damaged or IndexUnavailableReason.OtherVersion
        } || IsUnfinished(folder);

    /// <summary>
    /// Whether the first commit in a folder never ended, since its process was killed: Lucene writes the file that names all others in
    /// place, and tells its number in another once it is whole.
    /// </summary>
    private static bool IsUnfinished(string folder) =>
        System.IO.Directory.Exists(folder) && !File.Exists(Path.Combine(folder, IndexFileNames.SEGMENTS_GEN))
        && System.IO.Directory.EnumerateFiles(folder, IndexFileNames.SEGMENTS + "_*").Take(2).Count() == 1;

    /// <summary>Whether an error is in the words of the contract already.</summary>
    private static bool IsSaid(Exception fault) =>
        fault is IndexUnavailableException or OperationCanceledException or TimeExceededException;

    /// <summary>Whether an error is one that the contract names.</summary>
    private static bool IsOfTheContract(Exception fault) => IsSaid(fault) || fault is DocumentRefusedException or UpdateRefusedException;

    private static IndexUnavailableException? Of(string folder, Exception fault) => fault switch
    {
        IndexFormatTooOldException or IndexFormatTooNewException => OtherVersion(folder, fault.Message, fault),
        IndexNotFoundException or DirectoryNotFoundException => Absent(folder, fault),
        LockObtainFailedException => new(
            IndexUnavailableReason.Locked,
            $"The index in {folder} is being written by another process, or by another builder of this one. "
                + "Wait until it is done, or end it.",
            fault),
        CorruptIndexException or EndOfStreamException when IsUnfinished(folder) => Absent(folder, fault),
        CorruptIndexException or EndOfStreamException => Damaged(folder, fault.Message, fault),
        _ when Verification.FirstFault(folder) is { } damage && fault is not UnauthorizedAccessException =>
            IsUnfinished(folder) ? Absent(folder, fault) : Damaged(folder, damage, fault),
        IOException or UnauthorizedAccessException => new(
            IndexUnavailableReason.Inaccessible,
            $"The index in {folder} cannot be read or written: {fault.Message} Check that the folder is there, that this user may use it, "
                + "and that the disk has room.",
            fault),
        _ => null,
    };

    private static IndexUnavailableException Absent(string folder, Exception fault) =>
        new(IndexUnavailableReason.Absent, NoIndex(folder), fault);

    private static IndexUnavailableException Damaged(string folder, string what, Exception fault) => new(
        IndexUnavailableReason.Damaged,
        $"The index in {folder} is damaged: {what} Probably the disk failed or a copy was cut short. Build it again: "
            + $"dotnet run -c Release --project src/Indexer -- --source DIR --index {folder}",
        fault);
}
