using ProposalSearch.Engine.Storage;
using ProposalSearch.Engine.Timing;
using ProposalSearch.Proposals.Search;

namespace ProposalSearch.Backends.Embedded;

/// <summary>What the engine throws, in the words of the contract.</summary>
internal static class EngineErrors
{
    /// <summary>Does something to an index, and says what it was when that fails.</summary>
    /// <exception cref="IndexUnavailableException">It failed.</exception>
    /// <exception cref="SearchTimeExceededException">It was a search, and its time is spent.</exception>
    public static T Translate<T>(string folder, Func<T> action)
    {
        try
        {
            return action();
        }
        catch (TimeExceededException fault)
        {
            throw new SearchTimeExceededException(fault.Budget, fault);
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
            throw new IndexUnavailableException(IndexUnavailableReason.Inaccessible, $"The index in {folder} cannot be written: {fault.Message}", fault);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new IndexUnavailableException(
                IndexUnavailableReason.Inaccessible,
                $"The index in {folder} cannot be read or written: {fault.Message} Check that the folder is there, that this user may use it, and that the disk has room.",
                fault);
        }
    }

    /// <summary>What to say where there is no index.</summary>
    public static string NoIndex(string folder) =>
        $"There is no index in {folder}. Build one: dotnet run -c Release --project src/Indexer -- --source DIR --index {folder}";

    private static IndexUnavailableReason Reason(IndexException fault) => fault switch
    {
        IndexVersionException => IndexUnavailableReason.OtherVersion,
        IndexLockedException => IndexUnavailableReason.Locked,
        _ => IndexUnavailableReason.Damaged,
    };
}
