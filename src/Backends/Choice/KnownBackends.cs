using ProposalSearch.Analysis.Forms;
using ProposalSearch.Backends.Embedded;
using ProposalSearch.Backends.Lucene;
using ProposalSearch.Search;

namespace ProposalSearch.Backends.Choice;

/// <summary>The engine that somebody chose. The one place that knows them all.</summary>
public static class KnownBackends
{
    /// <summary>What searches where nothing was chosen.</summary>
    public const BackendName Default = BackendName.Lucene;

    /// <summary>The languages that one or another of them knows. Made when they are asked for: who names none need not load them.</summary>
    public static IReadOnlyList<ILanguage> Languages =>
    [
        .. Enum.GetValues<BackendName>().SelectMany(name => Store(name).Languages)
            .DistinctBy(language => language.Code, StringComparer.Ordinal)
            .OrderBy(language => language.Code, StringComparer.Ordinal),
    ];

    /// <summary>Searches with an engine.</summary>
    public static SearchBackend Of(BackendName name) => new(Store(name));

    private static ChosenStore Store(BackendName name)
    {
        var (lucene, embedded) = (new LuceneStore(), new EmbeddedStore());
        return name == BackendName.Lucene ? new ChosenStore(lucene, lucene, [embedded]) : new ChosenStore(embedded, embedded, [lucene]);
    }
}
