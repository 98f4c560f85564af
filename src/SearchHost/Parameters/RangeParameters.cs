using System.Globalization;

namespace ProposalSearch.SearchHost.Parameters;

/// <summary>
/// The two ends of a range as a form sends them, which cannot write <c>year=2013..2016</c>: <c>from.year=2013&amp;to.year=2016</c>.
/// </summary>
internal static class RangeParameters
{
    /// <summary>Before the field, the name of the first number.</summary>
    public const string From = "from.";

    /// <summary>Before the field, the name of the last number.</summary>
    public const string To = "to.";

    /// <summary>Whether a parameter is the end of a range.</summary>
    public static bool Is(Parameter parameter) =>
        parameter.Name.StartsWith(From, StringComparison.Ordinal) || parameter.Name.StartsWith(To, StringComparison.Ordinal);

    /// <summary>
    /// The parameters with ranges as searches have them. A range takes the place of all filters on its field that include values; ends in
    /// the wrong order change places; what is no number stays in the range, where it is found faulty.
    /// </summary>
    public static IReadOnlyList<Parameter> Joined(IReadOnlyList<Parameter> parameters)
    {
        var fields = parameters.Where(Is).Select(Field).Distinct(StringComparer.Ordinal).ToList();
        if (fields.Count == 0)
        {
            return parameters;
        }

        var names = fields.Select(ParameterNames.ForFilter).Concat(fields).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. parameters.Where(parameter => !Is(parameter) && !names.Contains(parameter.Name)),
            .. fields.Select(field => Range(parameters, field)).Where(static range => range.Value != ".."),
        ];
    }

    private static Parameter Range(IReadOnlyList<Parameter> parameters, string field)
    {
        var (from, to) = (Value(From), Value(To));
        var isTurned = Number(from) is { } first && Number(to) is { } last && first > last;
        return new Parameter(ParameterNames.ForFilter(field), isTurned ? $"{to}..{from}" : $"{from}..{to}");

        string Value(string end) => parameters.LastOrDefault(parameter => parameter.Name == end + field).Value?.Trim() ?? "";
    }

    private static long? Number(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Field(Parameter parameter) => parameter.Name[(parameter.Name.IndexOf('.', StringComparison.Ordinal) + 1)..];
}
