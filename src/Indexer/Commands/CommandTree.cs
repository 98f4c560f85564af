using System.CommandLine;
using System.CommandLine.Invocation;
using ProposalSearch.Backends.Choice;
using ProposalSearch.Indexer.Terminal;
using ProposalSearch.Proposals.Sources;
using ProposalSearch.Retrieval;
using ProposalSearch.Search;

namespace ProposalSearch.Indexer.Commands;

/// <summary>What can be said on the command line.</summary>
internal static class CommandTree
{
    /// <summary>The folder of proposals where none is named.</summary>
    public const string DefaultSource = "seeds";

    /// <summary>The folder of the index where none is named.</summary>
    public const string DefaultIndex = "index";

    /// <summary>Does what the arguments ask for, and tells the exit code, which is 2 for arguments that nobody understands.</summary>
    public static async Task<int> RunAsync(
        IReadOnlyList<string> arguments,
        Func<BackendName, SearchBackend> backends,
        Screen screen,
        TimeProvider time,
        CancellationToken stop)
    {
        var parsed = Create(new IndexOptions(backends), screen, time, stop).Parse(arguments);
        var streams = new InvocationConfiguration { Output = screen.Out, Error = screen.Error };
        int code = await parsed.InvokeAsync(streams, stop).ConfigureAwait(false);
        return parsed.Action is ParseErrorAction ? ExitCode.NothingDone : code;
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
        var source = WithDefault("--source", "Folder or file of proposals.", DefaultSource);
        var schema = Described<string?>("--schema", "Schema file; without it the built-in one, and what the values tell.");
        var language = Described<string?>(
            "--language", "Language of the texts by its code, as es or pt-BR; without it the schema's, or what the texts tell.");
        var include = Described<string[]>(
            "--include", "Read only files like this one, as 2015/*.md or **/*.yml; may be given several times.");
        var exclude = Described<string[]>(
            "--exclude", "Leave out files like this one, as drafts/** or **/README.md; may be given several times.");
        var rebuild = Described<bool>("--rebuild", "Read every file, also those that look as they did.");
        var verbose = Described<bool>("--verbose", "List every warning, not only the first ones.");
        foreach (var option in (Option[])[source, schema, language, include, exclude, rebuild, verbose])
        {
            root.Add(option);
        }

        root.SetAction((parsed, _) => GuardedAsync(screen, () => new BuildCommand(index.Backend(parsed), screen, time).RunAsync(
            new(parsed.GetValue(source)!, index.Folder(parsed), parsed.GetValue(schema))
            {
                Language = parsed.GetValue(language),
                Include = parsed.GetValue(include) ?? [],
                Exclude = parsed.GetValue(exclude) ?? [],
                Rebuild = parsed.GetValue(rebuild),
            },
            parsed.GetValue(verbose),
            stop)));
    }

    private static Command Search(IndexOptions index, Screen screen, CancellationToken stop)
    {
        var words = new Argument<string[]>("words")
        {
            Description = "What to search for; quotes keep words together.",
            Arity = ArgumentArity.OneOrMore,
        };
        var limit = new Option<int>("--limit") { Description = "Hits to show, 1 to 100.", DefaultValueFactory = _ => 10 };
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
        var values = Described<bool>("--values", "List the texts of the files that are counted as other facet values.");
        var command = new Command("stats", "Tells what is in the index, what became of each wording, and how large it is.") { values };
        command.SetAction((parsed, _) => GuardedAsync(
            screen, () => new StatsCommand(index.Backend(parsed), screen).RunAsync(index.Folder(parsed), parsed.GetValue(values), stop)));
        return command;
    }

    private static Command Schema(Screen screen, CancellationToken stop)
    {
        var source = new Argument<string>("source") { Description = "Folder or file of proposals." };
        var file = Described<string?>("--out", "File to write, which must not be there yet; without it the terminal.");
        var command = new Command("schema", "Writes a first schema from a folder's keys and values, for you to edit.") { source, file };
        command.SetAction((parsed, _) => GuardedAsync(
            screen, () => Task.FromResult(new SchemaCommand(screen).Run(parsed.GetValue(source)!, parsed.GetValue(file), stop))));
        return command;
    }

    private static Option<T> Described<T>(string name, string description) => new(name) { Description = description };

    private static Option<string> WithDefault(string name, string description, string value)
        => new(name) { Description = description, DefaultValueFactory = _ => value };

    /// <summary>What was to be expected is said in a sentence; anything else is a fault of this program and may crash.</summary>
    private static async Task<int> GuardedAsync(Screen screen, Func<Task<int>> run)
    {
        try
        {
            return await run().ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is IndexUnavailableException or SourceUnavailableException or SearchRequestException)
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
