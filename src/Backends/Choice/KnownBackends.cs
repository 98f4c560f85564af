using ProposalSearch.Backends.Embedded;
using ProposalSearch.Backends.Lucene;
using ProposalSearch.Search;

namespace ProposalSearch.Backends.Choice;

/// <summary>The engine that somebody chose. The one place that knows them all.</summary>
public static class KnownBackends
{
    /// <summary>What searches where nothing was chosen.</summary>
    public const BackendName Default = BackendName.Lucene;

    /// <summary>The codes of the languages that one or another of them knows: <c>ar</c>, <c>bg</c>, ...</summary>
    public static IReadOnlyList<string> Languages { get; } =
    [
        .. Enum.GetValues<BackendName>().SelectMany(name => Store(name).Languages).Select(language => language.Code)
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
    ];

    /// <summary>Searches with an engine.</summary>
    public static SearchBackend Of(BackendName name) => new(Store(name));

    private static ChosenStore Store(BackendName name)
    {
        var (lucene, embedded) = (new LuceneStore(), new EmbeddedStore());
        return name == BackendName.Lucene ? new ChosenStore(lucene, lucene, [embedded]) : new ChosenStore(embedded, embedded, [lucene]);
    }
}
