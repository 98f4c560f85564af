using System.CommandLine;
using System.CommandLine.Invocation;
using ProposalSearch.Indexer.Indexing;
using ProposalSearch.Indexer.Inspection;
using ProposalSearch.Indexer.Searching;
using ProposalSearch.Proposals.Indexing;
using ProposalSearch.Proposals.Search;

namespace ProposalSearch.Indexer.CommandLine;

/// <summary>The command line: what can be asked for, and which action answers.</summary>
public sealed class IndexerCommand(ISearchBackend backend, Terminal terminal, TimeProvider time)
{
    private readonly Option<string> _source = new("--source", "-s")
    {
        Description = "A folder of proposals, or a file.",
        HelpName = "DIR",
        DefaultValueFactory = static _ => Defaults.Source,
    };

    private readonly Option<string> _index = new("--index", "-i")
    {
        Description = "The folder of the index.",
        HelpName = "DIR",
        DefaultValueFactory = static _ => Defaults.Index,
        Recursive = true,
    };

    private readonly Option<string?> _schema = new("--schema")
    {
        Description = "A schema that says what the keys mean, on top of the built-in one. See docs/schema.md.",
        HelpName = "FILE",
    };

    private readonly Option<bool> _verbose = new("--verbose", "-v") { Description = "List every warning, not only the first ones." };

    private readonly Argument<string[]> _words = new("words") { Description = "What to search for, as in the search box.", Arity = ArgumentArity.ZeroOrMore };

    private readonly Option<int> _limit = new("--limit", "-n")
    {
        Description = "How many proposals at most, 1 to 100.",
        DefaultValueFactory = static _ => 10,
    };

    /// <summary>Does what the arguments ask for, and returns the process's exit code.</summary>
    public int Run(IReadOnlyList<string> arguments)
    {
        var parsed = Root().Parse(arguments);
        try
        {
            var code = parsed.Invoke(new InvocationConfiguration { Output = terminal.Out, Error = terminal.Error, EnableDefaultExceptionHandler = false });
            return parsed.Action is ParseErrorAction ? ExitCode.NothingDone : code;
        }
        catch (Exception failure) when (failure is SourceUnavailableException or IndexUnavailableException or SearchRequestException)
        {
            terminal.Error.WriteLine(failure.Message);
            return ExitCode.NothingDone;
        }
    }

    private RootCommand Root()
    {
        var root = new RootCommand("Reads a folder of proposals into an index that can be searched.") { _source, _index, _schema, _verbose };
        root.SetAction(parsed => new IndexAction(backend, terminal, time).Run(
            new IndexingOptions(parsed.GetValue(_source)!, parsed.GetValue(_index)!, parsed.GetValue(_schema)),
            isDefaultSource: parsed.GetResult(_source) is not { Implicit: false },
            isVerbose: parsed.GetValue(_verbose)));
        root.Add(Search());
        root.Add(Inspect("verify", "Reads every byte of the index and compares it with its checksums.", new VerifyAction(backend, terminal).Run));
        root.Add(Inspect("stats", "Says what is in the index, and how large it is.", new StatsAction(backend, terminal).Run));
        return root;
    }

    private Command Search()
    {
        _limit.Validators.Add(static result =>
        {
            if (result.Tokens.Count > 0 && (!int.TryParse(result.Tokens[0].Value, out var limit) || limit is < 1 or > 100))
            {
                result.AddError($"--limit is '{result.Tokens[0].Value}': it must be a whole number from 1 to 100.");
            }
        });
        var search = new Command("search", "Searches the index: best proposals first, each with the passages that match.") { _words, _limit };
        search.SetAction(parsed => new SearchAction(backend, terminal, time).Run(
            parsed.GetValue(_index)!, string.Join(' ', parsed.GetValue(_words) ?? []), parsed.GetValue(_limit)));
        return search;
    }

    private Command Inspect(string name, string description, Func<string, int> action)
    {
        var command = new Command(name, description);
        command.SetAction(parsed => action(parsed.GetValue(_index)!));
        return command;
    }
}
