using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using ProposalSearch.SearchHost.Problems;
using ProposalSearch.SearchHost.Snapshots;

namespace ProposalSearch.SearchHost.Describing;

/// <summary>Makes operations of what endpoints tell of themselves. Used by one thread, for one document.</summary>
internal sealed class OperationBuilder(OpenApiDocument document, IndexSnapshot snapshot)
{
    private readonly WireSchemas _schemas = new(document);
    private readonly IReadOnlyList<DescribedParameter> _search = SearchParametersDescribed.Of(snapshot);

    /// <summary>The operation.</summary>
    public OpenApiOperation Build(Described described)
    {
        var own = described.Parameters.Select(static parameter => parameter.Name).ToHashSet(StringComparer.Ordinal);
        var search = described.TakesSearch ? _search.Where(parameter => !own.Contains(parameter.Name)) : [];
        return new OpenApiOperation
        {
            OperationId = described.Id,
            Tags = new HashSet<OpenApiTagReference> { new(described.Group, document) },
            Summary = described.Summary,
            Description = described.Meaning,
            Parameters = [.. described.Parameters.Concat(search).Select(static parameter => parameter.Build())],
            RequestBody = described.TakesBody ? Body() : null,
            Responses = Responses(described),
            Security = described.NeedsKey ? [Key()] : [],
        };
    }

    private OpenApiSecurityRequirement Key()
    {
        const string Name = "AdminKey";
        document.AddComponent<IOpenApiSecurityScheme>(Name, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            Description = "The setting AdminKey of the server.",
        });
        return new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Name, document)] = [] };
    }

    private OpenApiRequestBody Body() => new()
    {
        Description = "The search; an empty body finds all proposals.",
        Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
        {
            ["application/json"] = new()
            {
                Schema = SearchParametersDescribed.Body(snapshot),
                Example = new JsonObject { ["q"] = "college" },
            },
        },
    };

    private OpenApiResponses Responses(Described described)
    {
        var responses = new OpenApiResponses { ["200"] = Answer(described) };
        if (described.IsCached)
        {
            responses["304"] = new OpenApiResponse { Description = "The client has the answer: `If-None-Match` names its `ETag`." };
        }

        if (described.HasRanges)
        {
            responses["206"] = new OpenApiResponse { Description = "The part that `Range` asks for." };
            responses["416"] = new OpenApiResponse { Description = "`Range` asks for what is not there." };
        }

        string[] codes = [.. described.Problems, .. ProblemGroups.Any, .. IsHealth(described) ? [] : ProblemGroups.Limited];
        foreach (var status in codes.Distinct(StringComparer.Ordinal).Select(ProblemKind.Of).GroupBy(static kind => kind.Status))
        {
            responses[status.Key.ToString(CultureInfo.InvariantCulture)] = Refusal(status.Key, [.. status]);
        }

        return responses;
    }

    private static bool IsHealth(Described described) => described == DescribedEndpoints.Live || described == DescribedEndpoints.Ready;

    private OpenApiResponse Answer(Described described) => new()
    {
        Description = described.Summary + ".",
        Headers = described.IsCached ? Header("ETag", "Names the answer; the same as long as index, settings and address are.") : null,
        Content = described.Answers.ToDictionary(static answer => answer.MediaType, Content, StringComparer.Ordinal),
    };

    private OpenApiMediaType Content(DescribedAnswer answer) => new()
    {
        Schema = answer.Type is { } type ? _schemas.Of(type)
            : answer.MediaType.EndsWith("+json", StringComparison.Ordinal) ? new OpenApiSchema { Type = JsonSchemaType.Array }
            : new OpenApiSchema { Type = JsonSchemaType.String },
        Example = answer.Example is { } example ? JsonNode.Parse(example) : null,
    };

    private OpenApiResponse Refusal(int status, IReadOnlyList<ProblemKind> kinds) => new()
    {
        Description = string.Join('\n', kinds.Select(static kind => $"- `{kind.Code}`: {kind.When}.")),
        Headers = status is 429 or 503 ? Header("Retry-After", "Seconds after which to ask again.") : null,
        Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
        {
            ["application/problem+json"] = new()
            {
                Schema = new OpenApiSchema { AllOf = [_schemas.Of(ProblemJson.Wire.Problem), Codes(kinds)] },
                Example = Example(kinds[0]),
            },
        },
    };

    private static OpenApiSchema Codes(IReadOnlyList<ProblemKind> kinds) => new()
    {
        Type = JsonSchemaType.Object,
        Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
        {
            ["code"] = new OpenApiSchema { Enum = [.. kinds.Select(static kind => (JsonNode)JsonValue.Create(kind.Code))] },
        },
    };

    private static JsonObject Example(ProblemKind kind)
    {
        var detail = string.Concat(kind.When[..1].ToUpperInvariant(), kind.When[1..], ".");
        return new JsonObject
        {
            ["type"] = Problem.Urn(kind.Code),
            ["title"] = "The request cannot be carried out",
            ["status"] = kind.Status,
            ["detail"] = detail,
            ["code"] = kind.Code,
        };
    }

    private static Dictionary<string, IOpenApiHeader> Header(string name, string meaning) => new(StringComparer.Ordinal)
    {
        [name] = new OpenApiHeader { Description = meaning, Schema = new OpenApiSchema { Type = JsonSchemaType.String } },
    };
}
