using ProposalSearch.Engine.Searching;
using ProposalSearch.Engine.Storage;
using ProposalSearch.Retrieval;

namespace ProposalSearch.Backends.Embedded;

/// <summary>What the engine throws, in the words of the contract.</summary>
internal static class EngineErrors
{
    /// <summary>Does something to an index, and says what it was when that fails.</summary>
    /// <exception cref="IndexUnavailableException">It failed.</exception>
    public static T Translate<T>(string folder, Func<T> action)
    {
        try
        {
            return action();
        }
        catch (IndexNotFoundException fault)
        {
            throw new IndexUnavailableException(IndexUnavailableReason.Absent, NoIndex(folder), fault);
        }
        catch (IndexException fault)
        {
            throw new IndexUnavailableException(Reason(fault), fault.Message, fault);
        }
        catch (NotSupportedException fault)
        {
            throw new IndexUnavailableException(
                IndexUnavailableReason.Inaccessible, $"The index in {folder} cannot be written: {fault.Message}", fault);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new IndexUnavailableException(
                IndexUnavailableReason.Inaccessible,
                $"The index in {folder} cannot be read or written: {fault.Message} Check that the folder is there, that this user "
                    + "may use it, and that the disk has room.",
                fault);
        }
    }

    /// <summary>
    /// Reads from an open index. Where a damaged file is the cause of an error, the error says so and names the file; any other is a fault
    /// of the program.
    /// </summary>
    /// <exception cref="IndexUnavailableException">A file of it is damaged.</exception>
    public static T Read<T>(IndexSnapshot snapshot, Func<T> read)
    {
        try
        {
            return snapshot.Read(read);
        }
        catch (IndexException fault)
        {
            throw new IndexUnavailableException(Reason(fault), fault.Message, fault);
        }
    }

    /// <summary>What to say where there is no index.</summary>
    public static string NoIndex(string folder) =>
        $"There is no index in {folder}. Build one: dotnet run -c Release --project src/Indexer -- --source DIR --index {folder}";

    private static IndexUnavailableReason Reason(IndexException fault) => fault switch
    {
        IndexVersionException => IndexUnavailableReason.OtherVersion,
        IndexLockedException => IndexUnavailableReason.Locked,
        IndexWriteException => IndexUnavailableReason.Inaccessible,
        _ => IndexUnavailableReason.Damaged,
    };
}
