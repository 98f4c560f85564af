using ProposalSearch.Proposals;
using ProposalSearch.Search;

namespace ProposalSearch.SearchHost.Parameters;

/// <summary>Reads the parameters of a request for suggestions and finds all of their faults at once. The text is never at fault.</summary>
internal static class SuggestParameters
{
    private static readonly string[] Known = ["q", "limit"];

    /// <summary>The request, or <see langword="null"/> when there are faults.</summary>
    /// <param name="parameters">Its parameters.</param>
    /// <param name="filters">Collects those that are filters.</param>
    /// <param name="budget">The time that it may take.</param>
    /// <param name="faults">What is wrong with it.</param>
    public static SuggestRequest? Read(
        IReadOnlyList<Parameter> parameters, Func<FaultList, FilterParameters> filters, TimeSpan budget, out FaultList faults)
    {
        var found = new FaultList();
        var scope = filters(found);
        var others = parameters.Where(parameter => !Known.Contains(parameter.Name, StringComparer.Ordinal) && !scope.TryAdd(parameter));
        foreach (var name in others.Select(parameter => parameter.Name).Distinct(StringComparer.Ordinal))
        {
            found.Add("unknown_parameter", name, () => $"There is no parameter '{Shown.Short(name)}'. {Hint(name)}");
        }

        foreach (var name in Known.Where(name => parameters.Count(parameter => parameter.Name == name) > 1))
        {
            found.Add("repeated_parameter", name, () => $"{name} is there more than once: send it once.");
        }

        var request = new SuggestRequest { Text = Value(parameters, "q"), TimeBudget = budget, Filters = scope.Filters };
        if (Value(parameters, "limit") is { Length: > 0 } text)
        {
            if (NumberBounds.SuggestLimit.TryRead(text, out var limit))
            {
                request = request with { Limit = limit };
            }
            else
            {
                NumberBounds.SuggestLimit.AddFault(found, text);
            }
        }

        faults = found;
        return found.Count == 0 ? request : null;
    }

    private static string Value(IReadOnlyList<Parameter> parameters, string name)
        => parameters.FirstOrDefault(parameter => parameter.Name == name).Value ?? "";

    private static string Hint(string name)
        => NearestName.Of(name, Known) is { } meant ? $"Did you mean {meant}?" : "There are q, limit and the filters of a search.";
}
