using System.Text;
using ProposalSearch.Proposals;

namespace ProposalSearch.Search.Language;

/// <summary>The value of a facet in a query: <c>year:2016..2020</c>, <c>category:learn</c>, <c>category:~missing</c>.</summary>
internal static class QueryField
{
    /// <summary>Reads the value of a text facet, or that it is missing, without quotes. <see langword="null"/> where it is none.</summary>
    public static FacetNode? Read(FacetDefinition facet, ReadOnlySpan<char> value)
    {
        var trimmed = Trim(value);
        return IsMissing(value, trimmed) ? new FacetNode(facet.Field, FacetFilter.Missing)
            : facet.Type == FacetType.Text && !trimmed.IsEmpty ? new FacetNode(facet.Field, trimmed.ToString())
            : null;
    }

    private static bool IsMissing(ReadOnlySpan<char> value, ReadOnlySpan<char> trimmed) =>
        value.StartsWith(FacetFilter.Missing, StringComparison.Ordinal) && FacetFilter.Missing.AsSpan(1).SequenceEqual(trimmed);

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
}
