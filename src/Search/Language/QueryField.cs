using System.Globalization;
using System.Text;
using ProposalSearch.Proposals;

namespace ProposalSearch.Search.Language;

/// <summary>The value of a facet in a query: <c>year:2016..2020</c>, <c>category:learn</c>, <c>category:~missing</c>.</summary>
internal static class QueryField
{
    private const string Ellipsis = "..";

    /// <summary>Reads the value of a facet, without quotes. <see langword="null"/> where it is none.</summary>
    public static QueryNode? Read(FacetDefinition facet, ReadOnlySpan<char> value, QueryWarnings warnings)
    {
        var trimmed = Trim(value);
        if (value.StartsWith(FacetFilter.Missing, StringComparison.Ordinal) && FacetFilter.Missing.AsSpan(1).SequenceEqual(trimmed))
        {
            return new FacetNode(facet.Field, FacetFilter.Missing);
        }

        if (facet.Type == FacetType.Text)
        {
            return trimmed.IsEmpty ? null : new FacetNode(facet.Field, trimmed.ToString());
        }

        if (Range(facet, value, warnings) is { } range)
        {
            return range;
        }

        var number = Number(value) ?? Number(trimmed);
        return number is null ? null : new FacetNode(facet.Field, number.Value.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>A value without punctuation around it.</summary>
    public static ReadOnlySpan<char> Trim(ReadOnlySpan<char> value)
    {
        value = value[..QueryCharacters.TrimEnd(value, keepOperators: false)];
        while (!value.IsEmpty
            && Rune.DecodeFromUtf16(value, out var rune, out var used) == System.Buffers.OperationStatus.Done
            && QueryCharacters.IsTrimmed(rune))
        {
            value = value[used..];
        }

        return value;
    }

    /// <summary>What to say of <c>name:value</c> that means nothing here.</summary>
    public static string Unknown(ReadOnlySpan<char> name, ReadOnlySpan<char> value, QueryTextOptions options)
    {
        if (name.Equals("in", StringComparison.OrdinalIgnoreCase))
        {
            return $"'in:{QueryWarnings.Excerpt(value)}' was read as words: there is no such question. There are: "
                + $"{Names([.. QuerySections.All, .. options.Questions])}.";
        }

        return options.Facet(name) is { Type: FacetType.Number } facet
            ? $"'{facet.Field}:{QueryWarnings.Excerpt(value)}' was read as words: it takes a number, or a range such as 2016..2020."
            : $"'{QueryWarnings.Excerpt(name)}:' was read as a word: there is no such field. There are: "
                + $"{Names(["in", .. QuerySections.All, .. options.Facets.Select(facet => facet.Field)])}.";
    }

    private static string Names(IEnumerable<string> names) => string.Join(", ", names.Distinct(StringComparer.Ordinal));

    private static RangeNode? Range(FacetDefinition facet, ReadOnlySpan<char> value, QueryWarnings warnings)
    {
        var dots = value.IndexOf(Ellipsis, StringComparison.Ordinal);
        if (dots < 0)
        {
            return null;
        }

        var left = value[..dots];
        var right = Trim(value[(dots + Ellipsis.Length)..]);
        var from = Number(left);
        var to = Number(right);
        if ((from is null && to is null) || (from is null && !left.IsEmpty) || (to is null && !right.IsEmpty))
        {
            return null;
        }

        if (from <= to || from is null || to is null)
        {
            return new RangeNode(facet.Field, from, to);
        }

        warnings.Add(FormattableString.Invariant($"'{facet.Field}:{from}..{to}' was read as '{facet.Field}:{to}..{from}'."));
        return new RangeNode(facet.Field, to, from);
    }

    private static long? Number(ReadOnlySpan<char> value) =>
        long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}
