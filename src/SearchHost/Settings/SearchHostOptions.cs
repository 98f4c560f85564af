using ProposalSearch.Proposals.Search;

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

    /// <summary>
    /// What the open index is read from: <c>automatic</c>, <c>memory</c>, <c>copy</c> or <c>mapping</c>. Default automatic: memory for an
    /// index of up to an eighth of the memory that the process may use, a private copy on the disk beyond.
    /// </summary>
    public IndexHeldIn HoldIndexIn { get; init; } = IndexHeldIn.Automatic;

    /// <summary>
    /// Milliseconds between two looks at sizes and times of the index's files, 50 to 3,600,000. Default 2,000. Damage is noticed by them,
    /// and the index built anew.
    /// </summary>
    public int IndexCheckMilliseconds { get; init; } = 2_000;

    /// <summary>Origins whose pages may call the API from a browser, such as <c>https://archive.example.org</c>. Default none.</summary>
    public IReadOnlyList<string> AllowedOrigins { get; init; } = [];
}
