using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ProposalSearch.SearchHost.Algolia;

/// <summary>
/// Algolia's filters, as conditions of our query language: <c>facetFilters</c> and <c>numericFilters</c> are lists of which all must hold,
/// and of a list within them any; <c>filters</c> is a text of such conditions with AND, OR and NOT.
/// </summary>
internal static partial class AlgoliaConditions
{
    /// <summary>The conditions; empty where there are none.</summary>
    public static string Of(AlgoliaFields fields)
    {
        string?[] all =
        [
            Group(fields.List("facetFilters"), isAny: false, Facet),
            Group(fields.List("numericFilters"), isAny: false, Number),
            Text(fields.Text("filters")),
        ];
        return string.Join(" AND ", all.Where(static one => !string.IsNullOrEmpty(one)));
    }

    private static string? Group(JsonElement? list, bool isAny, Func<string, string> condition)
    {
        if (list is not { } given)
        {
            return null;
        }

        if (given.ValueKind != JsonValueKind.Array)
        {
            return condition(given.ToString());
        }

        List<string> parts = [.. given.EnumerateArray().Select(one => Group(one, isAny: true, condition)).OfType<string>()];
        return parts.Count switch
        {
            0 => null,
            1 => parts[0],
            _ => isAny ? $"({string.Join(" OR ", parts)})" : string.Join(" AND ", parts),
        };
    }

    /// <summary><c>category:learn</c>, <c>category:-play</c> or <c>-category:play</c>; a minus that is part of a value stands behind
    /// a backslash.</summary>
    private static string Facet(string filter)
    {
        var colon = filter.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
        {
            return Quoted(filter);
        }

        var (field, value) = (filter[..colon], filter[(colon + 1)..]);
        var isNot = value.StartsWith('-') || field.StartsWith('-');
        value = value.StartsWith('-') ? value[1..] : value.StartsWith("\\-", StringComparison.Ordinal) ? value[1..] : value;
        return $"{(isNot ? "-" : "")}{field.TrimStart('-')}:{Quoted(value)}";
    }

    /// <summary><c>year>=2015</c>, <c>year:2015 TO 2018</c>, <c>year!=2015</c>.</summary>
    private static string Number(string filter)
    {
        var range = Range().Replace(filter.Trim(), "$1:$2..$3");
        var compared = Comparison().Replace(range, static match => match.Groups[2].Value switch
        {
            "=" => $"{match.Groups[1]}:{match.Groups[3]}",
            "!=" => $"-{match.Groups[1]}:{match.Groups[3]}",
            var sign => $"{match.Groups[1]}:{sign}{match.Groups[3]}",
        });
        return compared;
    }

    /// <summary>The conditions of a text, whose values may stand in single quotes.</summary>
    private static string? Text(string filters)
    {
        if (string.IsNullOrWhiteSpace(filters))
        {
            return null;
        }

        var said = new StringBuilder();
        foreach (var part in Quotes().Split(filters))
        {
            said.Append(part is ['\'' or '"', ..] ? Quoted(part[1..^1]) : Number(part.Replace("NOT ", "-", StringComparison.Ordinal)));
        }

        return $"({said})";
    }

    /// <summary>A value as our query language takes it, which knows no quote within quotes.</summary>
    private static string Quoted(string value) => $"\"{value.Replace('"', ' ')}\"";

    [GeneratedRegex(@"([\w.-]+)\s*:\s*(-?\d+)\s+TO\s+(-?\d+)")]
    private static partial Regex Range();

    [GeneratedRegex(@"([\w.-]+)\s*(<=|>=|!=|<|>|=)\s*(-?\d+)(?:\.0+)?")]
    private static partial Regex Comparison();

    [GeneratedRegex("""('[^']*'|"[^"]*")""")]
    private static partial Regex Quotes();
}
