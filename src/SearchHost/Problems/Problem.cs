using System.Text.Json.Serialization;
using ProposalSearch.Search;

namespace ProposalSearch.SearchHost.Problems;

/// <summary>An error as RFC 9457 describes it, with a stable <c>code</c> for programs and all faults of the request.</summary>
/// <param name="Type">A URN made of the code.</param>
/// <param name="Title">What kind of error it is.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Detail">What is wrong and what to do, in sentences.</param>
/// <param name="Code">Stable; the only fault's code, or <c>invalid_request</c> for several of different codes.</param>
/// <param name="MoreErrors">How many faults there are beside those of <paramref name="Errors"/>; absent where they are all.</param>
/// <param name="Errors">Each fault; absent where the error is not the request's.</param>
internal sealed record Problem(
    string Type,
    string Title,
    int Status,
    string Detail,
    string Code,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<RequestFault>? Errors,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] int MoreErrors = 0)
{
    /// <summary>An error without faults of parameters.</summary>
    public static Problem Of(int status, string code, string title, string detail) => new(Urn(code), title, status, detail, code, null);

    /// <summary>A single fault of a request.</summary>
    public static Problem Of(RequestFault fault) => Of(new FaultList([fault]));

    /// <summary>Faults of a request, all at once; of a great many the first, and how many more there are.</summary>
    public static Problem Of(FaultList faults)
        => new(
            Urn(faults.Code),
            "The request cannot be carried out",
            StatusCodes.Status400BadRequest,
            faults.Sentences,
            faults.Code,
            faults.Told,
            faults.Untold);

    /// <summary>There is nothing at an address.</summary>
    public static Problem NotFound { get; } = Of(
        StatusCodes.Status404NotFound,
        "not_found",
        "There is nothing here",
        "Nothing has this address. The search begins at /, the API at /v1/search.");

    /// <summary>The request is for a host of another name.</summary>
    public static Problem OtherHost { get; } = Of(
        StatusCodes.Status400BadRequest,
        "host_not_allowed",
        "This server is not asked for by that name",
        "The header Host has a name that the server does not answer to. Whoever runs it can add names with the setting AllowedHosts.");

    /// <summary>The request is for the operator alone.</summary>
    public static Problem Unauthorized { get; } = Of(
        StatusCodes.Status401Unauthorized,
        "unauthorized",
        "This is for the operator",
        "Send the setting AdminKey of the server as 'Authorization: Bearer KEY'.");

    /// <summary>The index could not be brought up to date.</summary>
    public static Problem RefreshFailed(string cause) => Of(
        StatusCodes.Status503ServiceUnavailable,
        "refresh_failed",
        "The index could not be brought up to date",
        "The one that was there goes on answering. " + cause);

    /// <summary>There is no proposal with this id.</summary>
    public static Problem NoSuchProposal { get; } = Of(
        StatusCodes.Status404NotFound,
        "proposal_not_found",
        "There is no such proposal",
        "No proposal has this address. It may have been renamed or withdrawn: search for its title.");

    /// <summary>The index is not open.</summary>
    public static Problem NotReady { get; } = Of(
        StatusCodes.Status503ServiceUnavailable,
        "not_ready",
        "The index is being prepared",
        "The proposals are being indexed. Try again in a few seconds.");

    /// <summary>There is no dump yet.</summary>
    public static Problem DumpNotReady { get; } = Of(
        StatusCodes.Status503ServiceUnavailable,
        "dump_not_ready",
        "The dump is being written",
        "There is no whole dump yet. Try again in a few seconds; where that goes on, the server's log says why.");

    /// <summary>The index cannot be read just now.</summary>
    public static Problem IndexUnavailable { get; } = Of(
        StatusCodes.Status503ServiceUnavailable,
        "index_unavailable",
        "The index cannot be read just now",
        "A file of the index is damaged, or cannot be read. The index is checked and built anew by itself: try again in a few seconds. "
        + "The server's log names the file.");

    /// <summary>Who keeps the index does not answer.</summary>
    public static Problem IndexUnreachable { get; } = Of(
        StatusCodes.Status503ServiceUnavailable,
        "index_unreachable",
        "The search engine does not answer just now",
        "The cluster that keeps the index cannot be reached, or not all of it. Try again in a few seconds.");

    /// <summary>Other requests keep the host busy.</summary>
    public static Problem Busy { get; } = Of(
        StatusCodes.Status503ServiceUnavailable,
        "busy",
        "Too much is asked at the moment",
        "Other requests are running, and this one waited for its turn in vain. Try again in a moment.");

    /// <summary>A client sends more requests than it may.</summary>
    public static Problem RateLimited { get; } = Of(
        StatusCodes.Status429TooManyRequests,
        "rate_limited",
        "You ask too often",
        "More requests came from your address than one client may send. Wait as many seconds as Retry-After says, and ask less often; "
        + "to read everything, use /v1/search.ndjson or /v1/search.csv, which are one request.");

    /// <summary>The host is being stopped, and this request took too long for it.</summary>
    public static Problem Stopping { get; } = Of(
        StatusCodes.Status503ServiceUnavailable,
        "stopping",
        "The server is being stopped",
        "The request was not done before the server had to stop. Try again in a few seconds.");

    /// <summary>A search took longer than it may.</summary>
    public static Problem TimeExceeded(string detail) => Of(
        StatusCodes.Status503ServiceUnavailable, "time_budget", "The search takes too long", detail);

    /// <summary>Something of ours went wrong.</summary>
    public static Problem Failure { get; } = Of(
        StatusCodes.Status500InternalServerError,
        "internal_error",
        "Something went wrong on our side",
        "The request could not be answered. The server's log says why; trying again may help.");

    /// <summary>The type of a problem.</summary>
    public static string Urn(string code) => "urn:proposalsearch:problem:" + code;
}
