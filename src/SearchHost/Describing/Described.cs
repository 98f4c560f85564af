using System.Text.Json.Serialization.Metadata;

namespace ProposalSearch.SearchHost.Describing;

/// <summary>What an endpoint tells of itself; the OpenAPI document is made of it. Stands beside the endpoint, as its metadata.</summary>
/// <param name="Id">Unique, the name of a function in generated clients.</param>
/// <param name="Group">One of <see cref="ApiGroups"/>.</param>
/// <param name="Summary">A line.</param>
/// <param name="Meaning">What to know to use it, as Markdown.</param>
internal sealed record Described(string Id, string Group, string Summary, string Meaning)
{
    /// <summary>Its address, where that is not what its route says.</summary>
    public string? Path { get; init; }

    /// <summary>Whether it takes what a search takes, filters included.</summary>
    public bool TakesSearch { get; init; }

    /// <summary>Whether the search comes as JSON.</summary>
    public bool TakesBody { get; init; }

    /// <summary>Parameters of its own.</summary>
    public IReadOnlyList<DescribedParameter> Parameters { get; init; } = [];

    /// <summary>What it answers with.</summary>
    public required IReadOnlyList<DescribedAnswer> Answers { get; init; }

    /// <summary>The codes of its errors, beside those that any address may answer with.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    /// <summary>Whether it is for whoever knows the operator's key.</summary>
    public bool NeedsKey { get; init; }

    /// <summary>Whether parts of an answer may be asked for, with <c>Range</c>.</summary>
    public bool HasRanges { get; init; }

    /// <summary>Whether answers carry an ETag, and 304 is answered to who has it.</summary>
    public bool IsCached { get; init; } = true;
}

/// <summary>A kind of content that an endpoint answers with.</summary>
/// <param name="MediaType">Its type.</param>
/// <param name="Type">Its JSON, or that of each of its lines; <see langword="null"/> for text.</param>
internal sealed record DescribedAnswer(string MediaType, JsonTypeInfo? Type)
{
    /// <summary>An answer, as JSON.</summary>
    public string? Example { get; init; }

    /// <summary>JSON.</summary>
    public static DescribedAnswer Json(JsonTypeInfo type, string? example = null) => new("application/json", type) { Example = example };
}

/// <summary>The groups of addresses, in the order in which they are shown.</summary>
internal static class ApiGroups
{
    /// <summary>Searching.</summary>
    public const string Search = "Search";

    /// <summary>Exports.</summary>
    public const string Export = "Exports";

    /// <summary>Proposals.</summary>
    public const string Proposals = "Proposals";

    /// <summary>Counting.</summary>
    public const string Counting = "Counting";

    /// <summary>The service itself.</summary>
    public const string Service = "Service";

    /// <summary>All, with what they are for.</summary>
    public static IReadOnlyList<(string Name, string Meaning)> All { get; } =
    [
        (Search, "Find proposals, page by page, and complete what somebody types."),
        (Export, "All matches of a query at once, as they are read."),
        (Proposals, "A whole proposal, and those that are about the same."),
        (Counting, "How many there are: by value, by year, by question."),
        (Service, "What runs here, and whether it does."),
    ];
}
