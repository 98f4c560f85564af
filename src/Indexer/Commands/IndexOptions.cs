using System.CommandLine;
using ProposalSearch.Backends.Choice;
using ProposalSearch.Search;

namespace ProposalSearch.Indexer.Commands;

/// <summary>Which index is meant, and which engine reads it: said alike for every command.</summary>
/// <param name="backends">The engine of a name.</param>
internal sealed class IndexOptions(Func<BackendName, SearchBackend> backends)
{
    private readonly Option<string> _index = new("--index")
    {
        Description = "Folder of the index.",
        DefaultValueFactory = _ => CommandTree.DefaultIndex,
        Recursive = true,
    };

    private readonly Option<string> _backend = NameOfABackend();

    /// <summary>Adds the options to a command and to all below it.</summary>
    public void AddTo(Command command)
    {
        command.Add(_index);
        command.Add(_backend);
    }

    /// <summary>The folder that was named.</summary>
    public string Folder(ParseResult parsed) => parsed.GetValue(_index)!;

    /// <summary>The engine that was named.</summary>
    public SearchBackend Backend(ParseResult parsed) => backends(Enum.Parse<BackendName>(parsed.GetValue(_backend)!, ignoreCase: true));

    private static Option<string> NameOfABackend()
    {
        string names = string.Join(" or ", KnownBackends.Names);
        var option = new Option<string>("--backend")
        {
            Description = $"The engine: {names}.",
            DefaultValueFactory = _ => KnownBackends.Default.ToString().ToLowerInvariant(),
            Recursive = true,
        };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var given] && !KnownBackends.Names.Contains(given.Value, StringComparer.OrdinalIgnoreCase))
            {
                result.AddError($"--backend is '{given.Value}': it must be {names}.");
            }
        });
        return option;
    }
}
