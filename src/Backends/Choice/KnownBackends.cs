using ProposalSearch.Backends.Embedded;
using ProposalSearch.Backends.Lucene;
using ProposalSearch.Search;

namespace ProposalSearch.Backends.Choice;

/// <summary>The engine that somebody chose. The one place that knows them all.</summary>
public static class KnownBackends
{
    /// <summary>What searches where nothing was chosen.</summary>
    public const BackendName Default = BackendName.Lucene;

    /// <summary>Searches with an engine.</summary>
    public static SearchBackend Of(BackendName name) => new(Store(name));

    private static ChosenStore Store(BackendName name)
    {
        var (lucene, embedded) = (new LuceneStore(), new EmbeddedStore());
        return name == BackendName.Lucene ? new ChosenStore(lucene, lucene, [embedded]) : new ChosenStore(embedded, embedded, [lucene]);
    }
}
