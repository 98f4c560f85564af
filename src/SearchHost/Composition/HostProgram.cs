using ProposalSearch.Backends.Choice;
using ProposalSearch.Search;
using ProposalSearch.SearchHost.Settings;

namespace ProposalSearch.SearchHost.Composition;

/// <summary>The program from its arguments to its exit code.</summary>
internal static class HostProgram
{
    /// <summary>Somebody stopped it, or asked for help only.</summary>
    public const int Stopped = 0;

    /// <summary>It ended for a fault of its own.</summary>
    public const int OwnFault = 1;

    /// <summary>It could not start, and said why and what to do.</summary>
    public const int CannotStart = 2;

    /// <summary>Runs until somebody stops it, and tells the exit code.</summary>
    /// <param name="arguments">What was typed.</param>
    /// <param name="backends">The engine of a name.</param>
    /// <param name="surroundings">Environment and folders.</param>
    /// <param name="output">Is told how the program is called, where that is asked for.</param>
    /// <param name="error">Is told why it could not start.</param>
    /// <param name="stop">Stops it, as a signal does.</param>
    public static async Task<int> RunAsync(
        IReadOnlyList<string> arguments,
        Func<BackendName, SearchBackend> backends,
        Surroundings surroundings,
        TextWriter output,
        TextWriter error,
        CancellationToken stop)
    {
        var command = CommandLine.Parse(arguments);
        if (command.Help)
        {
            await output.WriteLineAsync(CommandLine.Usage()).ConfigureAwait(false);
            return Stopped;
        }

        try
        {
            await using var application = SearchHostApplication.Build(command, backends, surroundings: surroundings);
            await Running.RunAsync(application, stop).ConfigureAwait(false);
            return Stopped;
        }
        catch (StartFailedException failure)
        {
            await error.WriteLineAsync(failure.Message).ConfigureAwait(false);
            return CannotStart;
        }
        catch (Exception fault)
        {
            // A fault of the program's own: whoever mends it needs to know where it came from.
            await error.WriteLineAsync($"The host ended for a reason that nobody foresaw; please report it. {fault}").ConfigureAwait(false);
            return OwnFault;
        }
    }
}
