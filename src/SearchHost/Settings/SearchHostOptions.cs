using ProposalSearch.Backends.Choice;
using ProposalSearch.CommandLines;
using ProposalSearch.Retrieval;

namespace ProposalSearch.SearchHost.Settings;

/// <summary>
/// What an operator may set: section <c>ProposalSearch</c> of appsettings.json, environment variables such as
/// <c>ProposalSearch__Source</c>, or the command line, the later winning. A property with its attribute and its first value is all that a
/// setting needs; see <see cref="SettingAttribute"/>.
/// </summary>
internal sealed record SearchHostOptions
{
    private ClusterAccess? _access;

    /// <summary>The section's name.</summary>
    public const string Section = "ProposalSearch";

    /// <summary>The folder of proposals. Default <c>seeds</c>, in the current folder or in the checkout around the program.</summary>
    [Path(SharedOptions.SourceMeaning, Option = SharedOptions.Source, ValueName = "DIR", Default = DefaultFolders.Source)]
    public string Source { get; init; } = "";

    /// <summary>The folder of the index, made if need be. Default <c>index</c>, beside the default source.</summary>
    [Path(SharedOptions.IndexMeaning, Option = "--index", ValueName = "DIR", Default = DefaultFolders.Index)]
    public string Index { get; init; } = "";

    /// <summary>
    /// The folder of the full dump, made if need be; nothing else may be in it. Default none: no dump is written, and <c>/dump/</c> does
    /// not exist.
    /// </summary>
    [Path(SharedOptions.DumpMeaning, Option = SharedOptions.Dump, ValueName = "DIR", Default = "none")]
    public string Dump { get; init; } = "";

    /// <summary>
    /// The engine: <c>lucene</c>, <c>embedded</c> or <c>opensearch</c>. Default lucene. An index that another one made is built anew.
    /// </summary>
    [Choice(typeof(BackendName), SharedOptions.BackendMeaning, Option = "--backend", ValueName = "NAME")]
    public BackendName Backend { get; init; } = KnownBackends.Default;

    /// <summary>
    /// The nodes of the cluster, for <c>opensearch</c>: addresses apart by commas. Default <c>http://127.0.0.1:9200</c>. <c>Index</c> is
    /// then a name on the cluster.
    /// </summary>
    [Nodes(SharedOptions.NodesMeaning, Key = "OpenSearch:Nodes", Option = "--nodes", ValueName = "URLS")]
    public string OpenSearchNodes { get; init; } = new ClusterSettings().ToString();

    /// <summary>Parts of an index on the cluster, 1 to 100. Default 1. What is there keeps the parts that it was made of.</summary>
    [WholeNumber(1, ClusterSettings.MostShards, SharedOptions.ShardsMeaning, Key = "OpenSearch:Shards")]
    public int OpenSearchShards { get; init; } = 1;

    /// <summary>Copies of each part on other nodes, 0 to 10. Default 1.</summary>
    [WholeNumber(0, ClusterSettings.MostReplicas, SharedOptions.ReplicasMeaning, Key = "OpenSearch:Replicas")]
    public int OpenSearchReplicas { get; init; } = 1;

    /// <summary>The name that the cluster knows. Default none.</summary>
    [Line(200, "the name that the cluster knows", Key = "OpenSearch:User")]
    public string OpenSearchUser { get; init; } = "";

    /// <summary>The password for the cluster, 1 to 200 visible characters. Default none.</summary>
    [Secret(1, 200, "the password for the cluster", Key = "OpenSearch:Password")]
    public string OpenSearchPassword { get; init; } = "";

    /// <summary>A file whose only line is the password for the cluster. Default none.</summary>
    [Path("a file whose only line is the password for the cluster", Key = ClusterAccess.PasswordFileSetting, Default = "none")]
    public string OpenSearchPasswordFile { get; init; } = "";

    /// <summary>
    /// A file with the certificates, in PEM, of the authorities that sign those of the cluster's nodes. Default none: those that the
    /// machine trusts.
    /// </summary>
    [Path("a file with the authorities, in PEM, that sign the nodes' certificates", Key = ClusterAccess.AuthoritySetting,
        Default = "those that the machine trusts")]
    public string OpenSearchCertificateAuthority { get; init; } = "";

    /// <summary>A schema file. Default none: the built-in schema.</summary>
    [Path(SharedOptions.SchemaMeaning, Option = "--schema", ValueName = "FILE", Default = "built in")]
    public string Schema { get; init; } = "";

    /// <summary>The language of the texts, such as <c>es</c>. Default none: the schema's, or the one that the texts tell.</summary>
    [Language(SharedOptions.LanguageMeaning, Option = "--language", ValueName = "CODE", Default = "as the texts tell")]
    public string Language { get; init; } = "";

    /// <summary>Which files of the folder are read, such as <c>2015/*.md</c>. Default none: all.</summary>
    [Patterns(SharedOptions.IncludeMeaning, Option = "--include", ValueName = "GLOB", Default = "all")]
    public IReadOnlyList<string> Include { get; init; } = [];

    /// <summary>Which of them are not, such as <c>drafts/**</c>. Default none.</summary>
    [Patterns(SharedOptions.ExcludeMeaning, Option = "--exclude", ValueName = "GLOB")]
    public IReadOnlyList<string> Exclude { get; init; } = [];

    /// <summary>Characters of one value of a filter, 50 to 10,000. Default 1,000.</summary>
    [WholeNumber(50, 10_000, "characters that a filter value may have")]
    public int MaxFilterValueLength { get; init; } = 1_000;

    /// <summary>Characters of all values of filters in one request together, 1,000 to 100,000. Default 8,000.</summary>
    [WholeNumber(1_000, 100_000, "characters that the filter values of a request may have together")]
    public int MaxFilterLength { get; init; } = 8_000;

    /// <summary>Milliseconds that one search may take before it is refused with 503, 50 to 60,000. Default 2,000.</summary>
    [WholeNumber(50, 60_000, "how long a search may take, in milliseconds")]
    public int SearchBudgetMilliseconds { get; init; } = 2_000;

    /// <summary>
    /// Searches that run at the same time, 0 to 256. Default 0: as many as there are processors, two at least. Expensive
    /// ones among them may be half as many.
    /// </summary>
    [WholeNumber(0, 256, "searches at the same time; 0 for as many as there are processors")]
    public int MaxConcurrentSearches { get; init; }

    /// <summary>Exports that run at the same time, 1 to 64. Default 2.</summary>
    [WholeNumber(1, 64, "exports at the same time")]
    public int MaxConcurrentExports { get; init; } = 2;

    /// <summary>Requests that wait for others to end, 0 to 10,000; further ones are refused with 503 at once. Default 256.</summary>
    [WholeNumber(0, 10_000, "requests that may wait for others to end")]
    public int MaxQueuedRequests { get; init; } = 256;

    /// <summary>Milliseconds that a request waits for others to end before it is refused with 503, 0 to 10,000. Default 400.</summary>
    [WholeNumber(0, 10_000, "how long a request waits for others to end, in milliseconds")]
    public int QueueMilliseconds { get; init; } = 400;

    /// <summary>
    /// Requests a second that one client may send in the long run, 0 to 100,000; 0 for as many as it likes. Default 20. Requests from this
    /// machine are not counted.
    /// </summary>
    [WholeNumber(0, 100_000, "requests a second that one client may send in the long run; 0 for any number")]
    public int ClientRequestsPerSecond { get; init; } = 20;

    /// <summary>Requests that one client may send at once after a while of silence, 1 to 1,000,000. Default 300.</summary>
    [WholeNumber(1, 1_000_000, "requests that one client may send at once")]
    public int ClientRequestBurst { get; init; } = 300;

    /// <summary>
    /// Seconds that running requests have to end when the host is stopped, before they are told so with 503. 1 to 3,600, default 30.
    /// </summary>
    [WholeNumber(1, 3_600, "how long running requests have at the stop, in seconds")]
    public int StopSeconds { get; init; } = 30;

    /// <summary>
    /// Whether the host makes no index, needs no <see cref="Source"/>, and serves what the indexer publishes, as soon as it is published:
    /// for several hosts of one index. Default false.
    /// </summary>
    [Switch("make no index, and serve what the indexer publishes", Option = "--serve-only")]
    public bool ServeOnly { get; init; }

    /// <summary>Whether changes of the sources are noticed and indexed while the host runs. Default false.</summary>
    [Switch("index changes of the proposals while running", Option = "--watch")]
    public bool Watch { get; init; }

    /// <summary>
    /// Milliseconds without a further change before changes are indexed, 50 to 60,000. Default 150. While changes go on, they are indexed
    /// after ten seconds.
    /// </summary>
    [WholeNumber(50, 60_000, "how long nothing may change before changes are indexed, in milliseconds")]
    public int WatchQuietMilliseconds { get; init; } = 150;

    /// <summary>
    /// Seconds after which a watched source is looked through even if the system told of no change, 1 to 86,400. Default 60. It finds what
    /// a network drive or a link hides.
    /// </summary>
    [WholeNumber(1, 86_400, "how often a watched source is looked through in any case, in seconds")]
    public int WatchScanSeconds { get; init; } = 60;

    /// <summary>
    /// What the open index is read from: <c>automatic</c>, <c>memory</c>, <c>copy</c> or <c>mapping</c>. Default automatic: memory for an
    /// index of up to an eighth of the memory that the process may use, a private copy on the disk beyond.
    /// </summary>
    [Choice(typeof(IndexHeldIn), "what the open index is read from")]
    public IndexHeldIn HoldIndexIn { get; init; } = IndexHeldIn.Automatic;

    /// <summary>
    /// Milliseconds between two looks at sizes and times of the index's files, 50 to 3,600,000. Default 2,000. Damage is noticed by them,
    /// and the index built anew.
    /// </summary>
    [WholeNumber(50, 3_600_000, "how often the files of the index are looked at, in milliseconds")]
    public int IndexCheckMilliseconds { get; init; } = 2_000;

    /// <summary>The name that pages show, 1 to 80 characters. Default <c>ProposalSearch</c>.</summary>
    [Line(80, "the name that pages show", Option = "--title", ValueName = "NAME")]
    public string Title { get; init; } = "ProposalSearch";

    /// <summary>
    /// What the archive is, in a sentence or two of up to 300 characters, for its first page and for search engines. Default none.
    /// </summary>
    [Line(300, "what the archive is, in a sentence or two")]
    public string Introduction { get; init; } = "";

    /// <summary>A picture beside the name: SVG, PNG, JPEG, GIF or WebP of up to 200,000 bytes. Default none.</summary>
    [Path("the picture beside the name", Option = "--logo", ValueName = "FILE")]
    public string Logo { get; init; } = "";

    /// <summary>The colour of links and buttons, such as <c>#0a555c</c>; darker where it could not be read. Default none: ours.</summary>
    [Colour("the colour of links and buttons", Option = "--accent", ValueName = "COLOUR")]
    public string Accent { get; init; } = "";

    /// <summary>The same on dark pages. Default none: it follows from <see cref="Accent"/>.</summary>
    [Colour("the colour of links and buttons on dark pages")]
    public string AccentDark { get; init; } = "";

    /// <summary>
    /// A line at the foot of each page, up to 500 characters, with links as in <c>[Privacy](https://example.org/privacy)</c>. Default none.
    /// </summary>
    [Line(500, "a line at the foot of each page, with links as in [Privacy](https://example.org/privacy)")]
    public string Footer { get; init; } = "";

    /// <summary>Searches to try, for the first page, each up to 100 characters. Default none: some that the proposals suggest.</summary>
    [Lines(100, "a search to try, for the first page")]
    public IReadOnlyList<string> Examples { get; init; } = [];

    /// <summary>
    /// Where pictures of hits may come from: origins such as <c>https://images.example.org</c>, or <c>*</c> for any public one. They pass
    /// through this host, so that visitors' browsers ask nobody else. Default none: hits have no pictures.
    /// </summary>
    [Origins("an origin whose pictures are shown beside hits, through this host, or * for any public one")]
    public IReadOnlyList<string> PicturesFrom { get; init; } = [];

    /// <summary>Characters of a query's text, 100 to 20,000; a longer one is refused. Default 2,000.</summary>
    [WholeNumber(100, 20_000, "characters that a query may have; a longer one is refused")]
    public int MaxQueryLength { get; init; } = 2_000;

    /// <summary>Values of filters in one request, 10 to 10,000. Default 500.</summary>
    [WholeNumber(10, 10_000, "filter values that a request may have")]
    public int MaxFilterValues { get; init; } = 500;

    /// <summary>Seconds that a request waits for the index to open before it is refused with 503. 0 to 300, default 20.</summary>
    [WholeNumber(0, 300, "how long a request waits for the index to open, in seconds")]
    public int StartupWaitSeconds { get; init; } = 20;

    /// <summary>
    /// Origins whose pages may call the API from a browser, such as <c>https://archive.example.org</c>; <c>*</c> for every site.
    /// Default none.
    /// </summary>
    [Origins("an origin whose pages may call the API, as https://archive.example.org, or *")]
    public IReadOnlyList<string> AllowedOrigins { get; init; } = [];

    /// <summary>
    /// Who may have the index brought up to date over HTTP: whoever knows this, 16 to 200 visible characters. Default none: nobody may, and
    /// the address does not exist.
    /// </summary>
    [Secret(16, 200, "what allows to bring the index up to date over HTTP")]
    public string AdminKey { get; init; } = "";

    /// <summary>
    /// Whether the host counts what is searched for and tells whoever knows <see cref="AdminKey"/>, which it needs. Default false.
    /// </summary>
    [Switch("count what is searched for, for whoever knows the admin key")]
    public bool QueryReport { get; init; }

    /// <summary>
    /// Who may read <c>/metrics</c>: <c>nobody</c>, for whom it does not exist, programs on the same machine (<c>loopback</c>), or
    /// <c>everybody</c>. Default nobody.
    /// </summary>
    [Choice(typeof(MetricsReaders), "who may read /metrics")]
    public MetricsReaders Metrics { get; init; }

    /// <summary>
    /// What the log says of each request: <c>none</c>, its <c>paths</c>, or with <c>queries</c> also what was searched for. Default none.
    /// </summary>
    [Choice(typeof(LoggedRequests), "what the log says of each request")]
    public LoggedRequests LogRequests { get; init; }

    /// <summary>
    /// Addresses or networks of reverse proxies, such as <c>10.0.0.5</c> or <c>10.0.0.0/8</c>, whose <c>X-Forwarded-</c> headers are
    /// believed. Default none: nobody's are.
    /// </summary>
    [Networks("reverse proxies whose X-Forwarded- headers are believed")]
    public IReadOnlyList<string> TrustedProxies { get; init; } = [];

    /// <summary>The cluster of these settings.</summary>
    internal ClusterSettings Cluster => Access.For(new ClusterSettings
    {
        Nodes = ClusterSettings.ReadNodes(OpenSearchNodes)!,
        Shards = OpenSearchShards,
        Replicas = OpenSearchReplicas,
    });

    /// <summary>What the cluster is asked with: the same each time, since its files are read once.</summary>
    internal ClusterAccess Access => _access ??= new()
    {
        User = OpenSearchUser,
        Password = OpenSearchPassword,
        PasswordFile = OpenSearchPasswordFile,
        CertificateAuthority = OpenSearchCertificateAuthority,
    };
}
