namespace ProposalSearch.SearchHost.Settings;

/// <summary>
/// What an operator may set: section <c>ProposalSearch</c> of appsettings.json, environment variables such as
/// <c>ProposalSearch__Source</c>, or the command line, the later winning.
/// </summary>
public sealed record SearchHostOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "ProposalSearch";

    /// <summary>The folder of proposals. Default <c>seeds</c>, in the current folder or in the checkout around the program.</summary>
    public string Source { get; init; } = "";

    /// <summary>The folder of the index, made if need be. Default <c>index</c>, beside the default source.</summary>
    public string Index { get; init; } = "";

    /// <summary>A schema file. Default none: the built-in schema.</summary>
    public string Schema { get; init; } = "";

    /// <summary>Which files of the folder are read, such as <c>2015/*.md</c>. Default none: all.</summary>
    public IReadOnlyList<string> Include { get; init; } = [];

    /// <summary>Which of them are not, such as <c>drafts/**</c>. Default none.</summary>
    public IReadOnlyList<string> Exclude { get; init; } = [];

    /// <summary>The name that pages show, 1 to 80 characters. Default <c>ProposalSearch</c>.</summary>
    public string Title { get; init; } = "ProposalSearch";

    /// <summary>Characters of a query that are searched for; the rest is left out with a warning. 100 to 20,000, default 2,000.</summary>
    public int MaxQueryLength { get; init; } = 2_000;

    /// <summary>Values of filters in one request, 10 to 10,000. Default 500.</summary>
    public int MaxFilterValues { get; init; } = 500;

    /// <summary>Characters of one value of a filter, 50 to 10,000. Default 1,000.</summary>
    public int MaxFilterValueLength { get; init; } = 1_000;

    /// <summary>Characters of all values of filters in one request together, 1,000 to 100,000. Default 8,000.</summary>
    public int MaxFilterLength { get; init; } = 8_000;

    /// <summary>Milliseconds that one search may take before it is refused with 503, 50 to 60,000. Default 2,000.</summary>
    public int SearchBudgetMilliseconds { get; init; } = 2_000;

    /// <summary>
    /// Searches that run at the same time, 0 to 256. Default 0: as many as there are processors, two at least. Dear ones among them may be
    /// half as many.
    /// </summary>
    public int MaxConcurrentSearches { get; init; }

    /// <summary>Exports that run at the same time, 1 to 64. Default 2.</summary>
    public int MaxConcurrentExports { get; init; } = 2;

    /// <summary>Requests that wait for others to end, 0 to 10,000; further ones are refused with 503 at once. Default 256.</summary>
    public int MaxQueuedRequests { get; init; } = 256;

    /// <summary>Milliseconds that a request waits for others to end before it is refused with 503, 0 to 10,000. Default 400.</summary>
    public int QueueMilliseconds { get; init; } = 400;

    /// <summary>
    /// Seconds that running requests have to end when the host is stopped, before they are told so with 503. 1 to 3,600, default 30.
    /// </summary>
    public int StopSeconds { get; init; } = 30;

    /// <summary>Seconds that a request waits for the index to open before it is refused with 503. 0 to 300, default 20.</summary>
    public int StartupWaitSeconds { get; init; } = 20;

    /// <summary>Whether changes of the sources are noticed and indexed while the host runs. Default false.</summary>
    public bool Watch { get; init; }

    /// <summary>
    /// Milliseconds without a further change before changes are indexed, 50 to 60,000. Default 150. While changes go on, they are indexed after
    /// ten seconds.
    /// </summary>
    public int WatchQuietMilliseconds { get; init; } = 150;

    /// <summary>
    /// Seconds after which a watched source is looked through even if the system told of no change, 1 to 86,400. Default 60. It finds what a network
    /// drive or a link hides.
    /// </summary>
    public int WatchScanSeconds { get; init; } = 60;

    /// <summary>Origins whose pages may call the API from a browser, such as <c>https://archive.example.org</c>. Default none.</summary>
    public IReadOnlyList<string> AllowedOrigins { get; init; } = [];

    /// <summary>
    /// Addresses or networks of reverse proxies, such as <c>10.0.0.5</c> or <c>10.0.0.0/8</c>, whose <c>X-Forwarded-</c> headers are
    /// believed. Default none: nobody's are.
    /// </summary>
    public IReadOnlyList<string> TrustedProxies { get; init; } = [];
}
