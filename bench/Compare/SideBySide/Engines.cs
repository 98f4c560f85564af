using ProposalSearch.Backends.Embedded;
using ProposalSearch.Backends.Lucene;
using ProposalSearch.Retrieval;

namespace ProposalSearch.Compare.SideBySide;

/// <summary>Those that are compared, by name.</summary>
internal static class Engines
{
    /// <summary>All; the first is what the others are compared with.</summary>
    public static string[] All { get; } = ["lucene", "embedded", "plain-vectors", "plain-postings"];

    /// <summary>Writes an engine's indexes.</summary>
    public static IIndexStore Store(string name) => name switch
    {
        "lucene" => new LuceneStore(),
        "embedded" => new EmbeddedStore(),
        "plain-vectors" => new PlainStore(PlainPassages.Vectors),
        "plain-postings" => new PlainStore(PlainPassages.Postings),
        _ => throw new ArgumentsException($"no engine {name}; there are {string.Join(", ", All)}"),
    };

    /// <summary>Opens an index of an engine.</summary>
    public static IContender Open(string name, string folder, PlainFiles plainIn) => name switch
    {
        "plain-vectors" => new PlainContender(folder, PlainPassages.Vectors, plainIn),
        "plain-postings" => new PlainContender(folder, PlainPassages.Postings, plainIn),
        _ => new SeamContender(Store(name).OpenAsync(folder).AsTask().GetAwaiter().GetResult()),
    };
}
