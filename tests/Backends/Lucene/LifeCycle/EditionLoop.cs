namespace ProposalSearch.Backends.Lucene.Tests.LifeCycle;

/// <summary>Publishes one edition of an index after the other, until somebody ends the process.</summary>
internal static class EditionLoop
{
    /// <summary>Many, but so few that a process ends by itself.</summary>
    private const int Most = 100_000;

    /// <summary>Publishes editions from the one after the last on, and prints the number of each before it is begun.</summary>
    /// <param name="folder">Where.</param>
    /// <param name="read">Reads the last edition.</param>
    /// <param name="publish">Publishes one.</param>
    /// <param name="output">Takes the numbers.</param>
    public static async Task RunAsync(
        string folder, Func<string, Task<int>> read, Func<string, int, Task> publish, TextWriter output)
    {
        int edition = await read(folder) + 1;
        for (int last = edition + Most; edition < last; edition++)
        {
            await output.WriteLineAsync($"{edition}");
            await output.FlushAsync();
            await publish(folder, edition);
        }
    }
}
