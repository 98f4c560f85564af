using ProposalSearch.Backends.Choice;
using ProposalSearch.CommandLines;
using ProposalSearch.Indexing;
using ProposalSearch.Retrieval;

namespace ProposalSearch.SearchHost.Settings;

/// <summary>Where the proposals and their index are.</summary>
/// <param name="Source">A full path.</param>
/// <param name="Index">A full path, or a name on a cluster.</param>
/// <param name="Schema">A full path, or <see langword="null"/> for the built-in schema.</param>
internal sealed record Folders(string Source, string Index, string? Schema)
{
    /// <summary>The same, as the pipeline takes it.</summary>
    public IndexingOptions ForIndexing => new(Source, Index, Schema)
    {
        Include = Include,
        Exclude = Exclude,
        PreviousHeldIn = HoldIndexIn,
        Language = Language,
        DeferLists = true,
    };

    /// <summary>Where the full dump is written: a full path, or <see langword="null"/> for nowhere.</summary>
    public string? Dump { get; init; }

    /// <summary>Whether the index is on a cluster, and <see cref="Index"/> its name there.</summary>
    public bool IsOnCluster { get; init; }

    /// <summary>See <see cref="SearchHostOptions.ServeOnly"/>.</summary>
    public bool IsServedOnly { get; init; }

    /// <summary>See <see cref="SearchHostOptions.HoldIndexIn"/>.</summary>
    public IndexHeldIn HoldIndexIn { get; init; }

    /// <summary>See <see cref="IndexingOptions.Language"/>.</summary>
    public string? Language { get; init; }

    /// <summary>See <see cref="IndexingOptions.Include"/>.</summary>
    public IReadOnlyList<string> Include { get; init; } = [];

    /// <summary>See <see cref="IndexingOptions.Exclude"/>.</summary>
    public IReadOnlyList<string> Exclude { get; init; } = [];

    /// <summary>
    /// Resolves what the settings say. Paths are relative to the current folder. A source that is not named is the folder
    /// <c>seeds</c> there or, failing that, in the checkout that the program was built in; the index is beside it.
    /// </summary>
    public static Folders Resolve(SearchHostOptions options, string current, string program)
    {
        var home = current;
        var source = Path.GetFullPath(Named(options.Source, DefaultFolders.Source), current);
        if (options.Source.Length == 0 && !Directory.Exists(source) && DefaultFolders.CheckoutOf(program) is { } checkout)
        {
            home = checkout;
            source = Path.Combine(checkout, DefaultFolders.Source);
        }

        var isOnCluster = options.Backend == BackendName.OpenSearch;
        var index = isOnCluster ? Named(options.Index, KnownBackends.DefaultIndexOnCluster)
            : Path.GetFullPath(Named(options.Index, DefaultFolders.Index), options.Index.Length == 0 ? home : current);
        var schema = options.Schema.Length == 0 ? null : Path.GetFullPath(options.Schema, current);
        return new Folders(source, index, schema)
        {
            Dump = options.Dump.Length == 0 ? null : Path.GetFullPath(options.Dump, current),
            Include = options.Include,
            Exclude = options.Exclude,
            HoldIndexIn = options.HoldIndexIn,
            IsOnCluster = isOnCluster,
            IsServedOnly = options.ServeOnly,
            Language = options.Language.Length == 0 ? null : options.Language,
        };
    }

    private static string Named(string named, string otherwise) => named.Length == 0 ? otherwise : named;
}
