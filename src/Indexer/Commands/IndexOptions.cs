using System.CommandLine;
using ProposalSearch.Backends.Choice;
using ProposalSearch.CommandLines;
using ProposalSearch.Search;

namespace ProposalSearch.Indexer.Commands;

/// <summary>Which index is meant, and which engine reads it: said alike for every command.</summary>
/// <param name="backends">The engine of a name.</param>
internal sealed class IndexOptions(Func<BackendName, SearchBackend> backends)
{
    private readonly Option<string> _index = SharedOptions.One(
        "--index", "DIR", SharedOptions.IndexMeaning,
        $"{DefaultFolders.Index}; on a cluster {KnownBackends.DefaultIndexOnCluster}");

    private readonly Option<string> _backend = NameOfABackend();
    private readonly ClusterOptions _cluster = new();

    /// <summary>Adds the options to a command and to all below it.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_index, _backend, .. _cluster.All])
        {
            option.Recursive = true;
            command.Add(option);
        }
    }

    /// <summary>The folder that was named, or the name of the index on a cluster.</summary>
    public string Folder(ParseResult parsed) => parsed.GetValue(_index)
        ?? (Name(parsed) == BackendName.OpenSearch ? KnownBackends.DefaultIndexOnCluster : DefaultFolders.Index);

    /// <summary>The engine that was named.</summary>
    public SearchBackend Backend(ParseResult parsed) => Name(parsed) is var name && name == BackendName.OpenSearch
        ? KnownBackends.Of(name, _cluster.Read(parsed)) : backends(name);

    private BackendName Name(ParseResult parsed) =>
        parsed.GetValue(_backend) is { } name ? (BackendName)Choices.Read(typeof(BackendName), name)! : KnownBackends.Default;

    private static Option<string> NameOfABackend()
    {
        string names = Choices.InWords(typeof(BackendName));
        var option = SharedOptions.One(
            "--backend", "NAME", $"{SharedOptions.BackendMeaning}: {names}", Choices.Typed(KnownBackends.Default));
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var given] && Choices.Read(typeof(BackendName), given.Value) is null)
            {
                result.AddError($"--backend is '{given.Value}': it must be {names}.");
            }
        });
        return option;
    }
}
