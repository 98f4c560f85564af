using ProposalSearch.Indexer.Terminal;
using ProposalSearch.Indexing.Drafting;

namespace ProposalSearch.Indexer.Commands;

/// <summary>Writes a first schema for an archive.</summary>
internal sealed class SchemaCommand(Screen screen)
{
    /// <summary>Writes the schema to a file that is not there yet, or to the terminal, and tells the exit code.</summary>
    /// <param name="source">The folder of proposals.</param>
    /// <param name="file">The file to write, or <see langword="null"/> for the terminal.</param>
    /// <param name="stop">Ends the reading.</param>
    public int Run(string source, string? file, CancellationToken stop)
    {
        if (file is null)
        {
            screen.Out.Write(SchemaDraft.Of(source, stop));
            return ExitCode.Done;
        }

        if (Path.Exists(file))
        {
            screen.Error.WriteLine(
                $"'{file}' is there already, perhaps with somebody's work in it: name another file, or remove it first.");
            return ExitCode.NothingDone;
        }

        string text = SchemaDraft.Of(source, stop);
        try
        {
            File.WriteAllText(file, text);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            screen.Error.WriteLine(
                $"The schema cannot be written: {failure.Message} Name a file in a folder that is there and that you may write to.");
            return ExitCode.NothingDone;
        }

        screen.Out.WriteLine($"Wrote {file}. Edit it, then build with: --source {source} --schema {file}");
        return ExitCode.Done;
    }
}
