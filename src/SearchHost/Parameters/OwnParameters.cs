using ProposalSearch.Proposals;
using ProposalSearch.Search;

namespace ProposalSearch.SearchHost.Parameters;

/// <summary>
/// Reads the parameters that an endpoint has for itself, each of one value, and finds all of their faults. Used by one thread, for one
/// request.
/// </summary>
/// <param name="parameters">All parameters of the request.</param>
/// <param name="known">The names that the endpoint has for itself.</param>
/// <param name="faults">Takes the faults.</param>
internal sealed class OwnParameters(IReadOnlyList<Parameter> parameters, IReadOnlyList<string> known, FaultList faults)
{
    /// <summary>Refuses all parameters that the endpoint does not have for itself: for endpoints that are not searches.</summary>
    public void RefuseOthers()
    {
        var names = parameters.Select(static parameter => parameter.Name).Distinct(StringComparer.Ordinal);
        foreach (var name in names.Where(name => !known.Contains(name, StringComparer.Ordinal)))
        {
            faults.Add("unknown_parameter", name, () => $"There is no parameter '{Shown.Short(name)}'. {Hint(name)}");
        }
    }

    /// <summary>The value of a parameter; empty where it is not there. Sent twice, it is a fault.</summary>
    public string Text(string name)
    {
        var values = parameters.Where(parameter => parameter.Name == name).Select(static parameter => parameter.Value).ToList();
        if (values.Count > 1)
        {
            faults.Add("repeated_parameter", name, () => $"{name} is there more than once: send it once.");
        }

        return values.FirstOrDefault() ?? "";
    }

    /// <summary>A number within its bounds; a fault and the other number where it is none.</summary>
    public int Number(NumberBounds bounds, int otherwise)
    {
        var value = Text(bounds.Parameter);
        if (value.Length == 0)
        {
            return otherwise;
        }

        if (bounds.TryRead(value, out var number))
        {
            return number;
        }

        bounds.AddFault(faults, value);
        return otherwise;
    }

    private string Hint(string name) => NearestName.Of(name, known) is { } meant ? $"Did you mean {meant}?"
        : known.Count == 0 ? "This address takes none." : $"There is {string.Join(", ", known)}.";
}
