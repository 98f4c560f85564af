using System.Globalization;

namespace ProposalSearch.Proposals.Sources.Tables;

/// <summary>
/// Finds the headers of a table. Exports write notes above them: a title, a date, <c># exported by</c>. The headers are the first row that
/// has texts in more than half of the columns, and that reads like names rather than like values.
/// </summary>
internal static class TableHeaders
{
    /// <summary>No more notes than this stand above headers.</summary>
    private const int MostNotes = 40;

    /// <summary>So many rows tell that a table has no headers.</summary>
    private const int FewestRows = 3;

    private const int MostRows = 200;
    private const int LongestComment = 300;
    private const int LongestName = 60;

    /// <summary>Stands for the place of the headers in a table that has none.</summary>
    public const int None = -1;

    /// <summary>
    /// The place of the row that has the headers; the first one unless those above another are clearly notes, or it is clearly a row like
    /// all others.
    /// </summary>
    public static int Find(IReadOnlyList<TableRow> rows)
    {
        if (IsMissing(rows))
        {
            return None;
        }

        var (width, isSure) = (Width(rows), true);
        for (var at = 0; at < rows.Count && at <= MostNotes; at++)
        {
            if (!IsNote(rows[at], width))
            {
                return at == 0 || AreNames(rows[at], isSure) ? at : 0;
            }

            isSure &= rows[at].Filled <= 1 || rows[at].Fields.Length >= width || IsComment(rows[at], width);
        }

        return 0;
    }

    /// <summary>
    /// Whether the first row is one of the proposals: it begins with a number that is no year, where all others begin with one too, each
    /// another, and words stand beside it.
    /// </summary>
    private static bool IsMissing(IReadOnlyList<TableRow> rows)
    {
        var filled = rows.Where(static row => row.Filled > 0).ToList();
        return filled.Count >= FewestRows
            && filled.TrueForAll(static row => IsNumber(row.Fields[0]))
            && Years.In(filled[0].Fields[0]) is null
            && filled.Select(static row => row.Fields[0].Trim()).Distinct(StringComparer.Ordinal).Count() == filled.Count
            && filled[0].Fields.Count(static field => field.Any(char.IsLetter)) is var words
            && words * 2 >= filled[0].Filled - 1 && words > 0;
    }

    private static bool IsNumber(string field) => long.TryParse(field.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out _);

    /// <summary>The number of columns that three of four rows do not go beyond.</summary>
    private static int Width(IReadOnlyList<TableRow> rows)
    {
        var filled = rows.Take(MostRows).Select(LastFilled).Order().ToList();
        return filled.Count == 0 ? 0 : filled[filled.Count * 3 / 4];
    }

    private static int LastFilled(TableRow row) => 1 + Array.FindLastIndex(row.Fields, static field => !string.IsNullOrWhiteSpace(field));

    /// <summary>Whether too few columns have a text for headers, or the row is a comment.</summary>
    private static bool IsNote(TableRow row, int width)
        => width > 1 && row.Filled is var filled && (filled < 2 || filled * 2 < width || IsComment(row, width));

    private static bool IsComment(TableRow row, int width)
        => row.Filled < width && row.First is ['#', _, ..] and { Length: <= LongestComment };

    /// <summary>Whether the texts are different and most of them no numbers, so that the row below notes is one of headers.</summary>
    /// <param name="row">The row.</param>
    /// <param name="isSure">Whether what stands above it can be nothing but notes; else no number may be among the texts.</param>
    private static bool AreNames(TableRow row, bool isSure)
    {
        var texts = row.Fields.Select(static field => field.Trim()).Where(static text => text.Length > 0).ToList();
        var numbers = texts.Count(static text => double.TryParse(text, NumberStyles.Any, CultureInfo.InvariantCulture, out _));
        return (isSure ? numbers * 2 <= texts.Count : numbers == 0 && texts.TrueForAll(static text => text.Length <= LongestName))
            && texts.Distinct(StringComparer.OrdinalIgnoreCase).Count() == texts.Count;
    }
}
