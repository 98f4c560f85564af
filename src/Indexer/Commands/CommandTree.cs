using System.CommandLine;
using ProposalSearch.Backends.Choice;
using ProposalSearch.CommandLines;
using ProposalSearch.Indexer.Terminal;
using ProposalSearch.Proposals.Sources;
using ProposalSearch.Retrieval;
using ProposalSearch.Search;

namespace ProposalSearch.Indexer.Commands;

/// <summary>What can be said on the command line.</summary>
internal static class CommandTree
{
    /// <summary>Does what the arguments ask for, and tells the exit code, which is 2 for arguments that nobody understands.</summary>
    public static async Task<int> RunAsync(
        IReadOnlyList<string> arguments,
        Func<BackendName, SearchBackend> backends,
        Screen screen,
        TimeProvider time,
        CancellationToken stop)
    {
        var typed = TypedLine.Read(Create(new IndexOptions(backends), screen, time, stop), arguments);
        foreach (string mistake in typed.Mistakes)
        {
            screen.Error.WriteLine(mistake);
        }

        var streams = new InvocationConfiguration { Output = screen.Out, Error = screen.Error };
        return typed.Mistakes.Count > 0 ? ExitCode.NothingDone : await typed.Parsed.InvokeAsync(streams, stop).ConfigureAwait(false);
    }

    private static RootCommand Create(IndexOptions index, Screen screen, TimeProvider time, CancellationToken stop)
    {
        var root = new RootCommand("Builds and looks into an index of proposals.");
        index.AddTo(root);
        AddBuild(root, index, screen, time, stop);
        root.Add(Search(index, screen, stop));
        root.Add(Verify(index, screen, stop));
        root.Add(Stats(index, screen, stop));
        root.Add(Schema(screen, stop));
        return root;
    }

    /// <summary>Building an index has no name of its own: it is what is done where no other command is named.</summary>
    private static void AddBuild(
        RootCommand root, IndexOptions index, Screen screen, TimeProvider time, CancellationToken stop)
    {
        var source = SharedOptions.One(SharedOptions.Source, "DIR", SharedOptions.SourceMeaning, DefaultFolders.Source);
        var schema = SharedOptions.One("--schema", "FILE", SharedOptions.SchemaMeaning, "built in");
        var language = SharedOptions.One(
            "--language", "CODE", SharedOptions.LanguageMeaning, "the schema's, or what the texts tell");
        var include = SharedOptions.Many("--include", "GLOB", SharedOptions.IncludeMeaning);
        var exclude = SharedOptions.Many("--exclude", "GLOB", SharedOptions.ExcludeMeaning);
        var rebuild = SharedOptions.Switch("--rebuild", "read every file, also those that look as they did");
        var verbose = SharedOptions.Switch("--verbose", "list every key, wording and warning, not only the first ones");
        var dump = SharedOptions.One(SharedOptions.Dump, "DIR", SharedOptions.DumpMeaning, "none");
        foreach (var option in (Option[])[source, schema, language, include, exclude, dump, rebuild, verbose])
        {
            root.Add(option);
        }

        root.SetAction((parsed, _) => GuardedAsync(screen, () => new BuildCommand(index.Backend(parsed), screen, time).RunAsync(
            new(parsed.GetValue(source) ?? DefaultFolders.Source, index.Folder(parsed), parsed.GetValue(schema))
            {
                Language = parsed.GetValue(language),
                Include = parsed.GetValue(include) ?? [],
                Exclude = parsed.GetValue(exclude) ?? [],
                Rebuild = parsed.GetValue(rebuild),
            },
            parsed.GetValue(dump),
            parsed.GetValue(verbose),
            stop)));
    }

    private static Command Search(IndexOptions index, Screen screen, CancellationToken stop)
    {
        var words = new Argument<string[]>("words")
        {
            Description = "what to search for; quotes keep words together",
            Arity = ArgumentArity.OneOrMore,
        };
        var limit = new Option<int>("--limit") { Description = "hits to show, 1 to 100", DefaultValueFactory = _ => 10 };
        limit.Validators.Add(static result =>
        {
            if (result.Tokens.Count > 0 && (!int.TryParse(result.Tokens[0].Value, out int hits) || hits is < 1 or > 100))
            {
                result.AddError($"--limit is '{result.Tokens[0].Value}': it must be a whole number from 1 to 100.");
            }
        });
        var command = new Command("search", "Searches the index.") { words, limit };
        command.SetAction((parsed, _) => GuardedAsync(screen, () => new SearchCommand(index.Backend(parsed), screen).RunAsync(
            index.Folder(parsed), string.Join(' ', parsed.GetValue(words)!), parsed.GetValue(limit), stop)));
        return command;
    }

    private static Command Verify(IndexOptions index, Screen screen, CancellationToken stop)
    {
        var command = new Command("verify", "Compares every byte of the index with its checksums.");
        command.SetAction((parsed, _) => GuardedAsync(
            screen, () => new VerifyCommand(index.Backend(parsed), screen).RunAsync(index.Folder(parsed), stop)));
        return command;
    }

    private static Command Stats(IndexOptions index, Screen screen, CancellationToken stop)
    {
        var values = SharedOptions.Switch("--values", "list the texts of the files that are counted as other facet values");
        var synonyms = SharedOptions.Switch("--synonyms", "write only words that may mean the same, as a part of a schema to choose from");
        var command = new Command("stats", "Tells what is in the index, what became of each wording, and how large it is.")
        {
            values, synonyms,
        };
        command.SetAction((parsed, _) => GuardedAsync(screen, () =>
        {
            var stats = new StatsCommand(index.Backend(parsed), screen);
            return parsed.GetValue(synonyms)
                ? stats.WriteSynonymsAsync(index.Folder(parsed), stop)
                : stats.RunAsync(index.Folder(parsed), parsed.GetValue(values), stop);
        }));
        return command;
    }

    private static Command Schema(Screen screen, CancellationToken stop)
    {
        var source = new Argument<string>("source") { Description = SharedOptions.SourceMeaning };
        var file = SharedOptions.One("--out", "FILE", "the file to write, which must not be there yet", "the terminal");
        var command = new Command("schema", "Writes a first schema from a folder's keys and values, for you to edit.") { source, file };
        command.SetAction((parsed, _) => GuardedAsync(
            screen, () => Task.FromResult(new SchemaCommand(screen).Run(parsed.GetValue(source)!, parsed.GetValue(file), stop))));
        return command;
    }

    /// <summary>What was to be expected is said in a sentence; anything else is a fault of this program and may crash.</summary>
    internal static async Task<int> GuardedAsync(Screen screen, Func<Task<int>> run)
    {
        try
        {
            return await run().ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is IndexUnavailableException or SourceUnavailableException or SearchRequestException
            or SearchTimeExceededException)
        {
            screen.Error.WriteLine(failure.Message);
            return ExitCode.NothingDone;
        }
        catch (OperationCanceledException)
        {
            screen.Error.WriteLine("Stopped. The index is as it was before.");
            return ExitCode.NothingDone;
        }
    }
}
