using ProposalSearch.Analysis.Forms;
using ProposalSearch.Backends.Embedded;
using ProposalSearch.Backends.Lucene;
using ProposalSearch.Backends.OpenSearch;
using ProposalSearch.Retrieval;
using ProposalSearch.Search;

namespace ProposalSearch.Backends.Choice;

/// <summary>The engine that somebody chose. The one place that knows them all.</summary>
public static class KnownBackends
{
    /// <summary>What searches where nothing was chosen.</summary>
    public const BackendName Default = BackendName.Lucene;

    /// <summary>
    /// The languages that one or another of them knows, of which a cluster knows those of Lucene. Made when they are asked for: who names
    /// none need not load them.
    /// </summary>
    public static IReadOnlyList<ILanguage> Languages =>
    [
        .. new LuceneStore().Languages.Concat(new EmbeddedStore().Languages)
            .DistinctBy(language => language.Code, StringComparer.Ordinal)
            .OrderBy(language => language.Code, StringComparer.Ordinal),
    ];

    /// <summary>The name of an index on a cluster where none was chosen.</summary>
    public const string DefaultIndexOnCluster = "proposals";

    /// <summary>What the name of an index on a cluster may be.</summary>
    public const string IndexNameRule = OpenSearchStore.LocationRule;

    /// <summary>Whether an index on a cluster may be called so.</summary>
    public static bool IsIndexName(string name) => OpenSearchStore.IsLocation(name);

    /// <summary>Searches with an engine; on the nearest cluster, where that is one.</summary>
    public static SearchBackend Of(BackendName name) => Of(name, new ClusterSettings());

    /// <summary>Searches with an engine.</summary>
    /// <param name="name">The engine.</param>
    /// <param name="cluster">Which cluster, for an engine that is on one.</param>
    public static SearchBackend Of(BackendName name, ClusterSettings cluster)
    {
        ArgumentNullException.ThrowIfNull(cluster);
        return new(Store(name, cluster));
    }

    private static IIndexStore Store(BackendName name, ClusterSettings cluster)
    {
        var (lucene, embedded) = (new LuceneStore(), new EmbeddedStore());
        return name switch
        {
            BackendName.Lucene => new ChosenStore(lucene, lucene, [embedded]),
            BackendName.Embedded => new ChosenStore(embedded, embedded, [lucene]),
            _ => new OpenSearchStore(new OpenSearchSettings
            {
                Nodes = cluster.Nodes,
                Shards = cluster.Shards,
                Replicas = cluster.Replicas,
                User = cluster.User,
                Password = cluster.Password,
                Authorities = cluster.Authorities,
            }),
        };
    }
}
