using System.Globalization;
using ProposalSearch.Foundation.Texts;

namespace ProposalSearch.Proposals.Sources.Tables;

/// <summary>
/// The rows of a table to records, by the headers above them. A column without a header is named by its number, but one that only counts
/// the rows is left out; of two columns with one header both are kept. An empty field is no key.
/// </summary>
internal sealed class TableRecords
{
    private const int LongestShown = 80;
    private const int FewestCounted = 2;

    private readonly SourceReading _reading;
    private readonly string[] _headers;
    private readonly int _counting;
    private readonly List<int> _short = [];
    private readonly List<int> _long = [];
    private int _values;

    private TableRecords(IReadOnlyList<TableRow> rows, int header, SourceReading reading)
    {
        _reading = reading;
        _counting = header != TableHeaders.None && IsCounting(rows, header) ? 0 : -1;
        _headers = header == TableHeaders.None ? Numbered(rows) : Headers(rows[header], rows.Skip(header + 1));
    }

    /// <summary>Adds the records of a table.</summary>
    /// <param name="rows">All rows of it, the headers among them.</param>
    /// <param name="reading">Takes the records and the faults.</param>
    /// <param name="before">How many rows of other tables the file has before it: records are numbered through.</param>
    /// <returns>How many rows are below the headers.</returns>
    public static int Add(IReadOnlyList<TableRow> rows, SourceReading reading, int before = 0)
    {
        if (rows.Count == 0)
        {
            return 0;
        }

        var header = TableHeaders.Find(rows);
        WarnOfNotes(rows, header, reading);
        var table = new TableRecords(rows, header, reading);
        for (var at = header + 1; at < rows.Count && table.TryAdd(rows[at], before + at - header); at++)
        {
        }

        table.WarnOfLongRows();
        table.WarnOfShortRows();
        return rows.Count - header - 1;
    }

    private static string NameOf(int column) => string.Create(CultureInfo.InvariantCulture, $"column {column + 1}");

    private static void WarnOfNotes(IReadOnlyList<TableRow> rows, int header, SourceReading reading)
    {
        if (rows.Take(header).FirstOrDefault(static row => row.Filled > 0) is { Fields: not null } note)
        {
            reading.LeaveOut(
                note.Line,
                FormattableString.Invariant($"The headers of the table were found on line {rows[header].Line}; ")
                    + $"what stands above them was left out: '{ShortText.Of(note.First, LongestShown)}'.",
                "Move notes to another file, or below the table.");
        }
    }

    /// <summary>The names of columns of which none has a header.</summary>
    private string[] Numbered(IReadOnlyList<TableRow> rows)
    {
        _reading.Warn(
            rows[0].Line,
            "The table seems to have no headers: its first row has a number where all others have one. The columns were named 'column 1', "
                + "'column 2' and so on.",
            "Write the names of the columns above the first row.");
        return [.. Enumerable.Range(0, rows.Max(static row => row.Fields.Length)).Select(NameOf)];
    }

    /// <summary>
    /// Whether the first column has no name and counts the rows from 0 or from 1, as programs write it that export tables; in any order,
    /// since rows may have been sorted afterwards.
    /// </summary>
    private static bool IsCounting(IReadOnlyList<TableRow> rows, int header)
    {
        var name = rows[header].Fields.FirstOrDefault("").Trim();
        var counted = rows.Skip(header + 1).Where(static row => row.Filled > 0).Select(static row => row.Fields[0].Trim()).ToList();
        if ((name.Length > 0 && name is not "Unnamed: 0") || counted.Count < FewestCounted)
        {
            return false;
        }

        var seen = counted.ToHashSet(StringComparer.Ordinal);
        var first = seen.Contains("0") ? 0 : 1;
        return seen.Count == counted.Count
            && Enumerable.Range(first, counted.Count).All(number => seen.Contains(number.ToString(CultureInfo.InvariantCulture)));
    }

    private string[] Headers(TableRow row, IEnumerable<TableRow> below)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var headers = new string[row.Fields.Length];
        for (var column = 0; column < headers.Length; column++)
        {
            var name = row.Fields[column].Trim();
            headers[column] = name.Length > 0 ? name : NameOf(column);
            if (column == _counting)
            {
                _reading.Warn(row.Line, $"Column {column + 1} only counts the rows; it was left out.", "Nothing needs to be done.");
            }
            else if (name.Length == 0)
            {
                WarnOfNamelessColumn(row.Line, column, below);
            }
            else if (!seen.Add(name))
            {
                _reading.Warn(row.Line, $"The header '{name}' is there twice; both columns were kept.", "Rename or remove one of them.");
            }
        }

        return headers;
    }

    /// <summary>Spreadsheets have empty columns without headers, which are none.</summary>
    private void WarnOfNamelessColumn(int line, int column, IEnumerable<TableRow> below)
    {
        if (below.Any(row => column < row.Fields.Length && !string.IsNullOrWhiteSpace(row.Fields[column])))
        {
            _reading.Warn(line, $"Column {column + 1} has no header; it was named '{NameOf(column)}'.", "Give each column a header.");
        }
    }

    /// <summary>Adds a row that has texts; false where the file holds more than is read.</summary>
    private bool TryAdd(TableRow row, int number)
    {
        var fields = Fields(row);
        _values += fields.Entries.Count;
        if (_values > SourceLimits.MostValues)
        {
            _reading.Fail(row.Line, SourceLimits.TooManyValues, SourceLimits.SplitIt);
            return false;
        }

        if (fields.Entries.Count > 0)
        {
            _reading.Add(fields, null, row.Line, number);
            _short.AddRange(row.Fields.Length < _headers.Length ? [row.Line] : []);
        }

        return true;
    }

    private SourceMap Fields(TableRow row)
    {
        _long.AddRange(row.Fields.Length > _headers.Length ? [row.Line] : []);
        var entries = new List<SourceEntry>(Math.Min(row.Fields.Length, _headers.Length));
        for (var column = 0; column < row.Fields.Length; column++)
        {
            if (column != _counting && row.Fields[column] is var text && !string.IsNullOrWhiteSpace(text))
            {
                var key = column < _headers.Length ? _headers[column] : NameOf(column);
                entries.Add(new SourceEntry(key, JsonRecords.TryReadField(text, row.Line, _reading) ?? new SourceText(text), row.Line));
            }
        }

        return new SourceMap(entries);
    }

    private void WarnOfLongRows()
    {
        if (_long.Count > 0)
        {
            _reading.Warn(
                _long[0],
                FormattableString.Invariant($"{RowsHave(_long)} more fields than the {_headers.Length} headers, this one first; ")
                    + "the fields beyond were kept under their numbers.",
                "Put a field that has the separator in it in quotes.");
        }
    }

    private static string RowsHave(List<int> rows)
        => rows.Count == 1 ? "1 row has" : FormattableString.Invariant($"{rows.Count:N0} rows have");

    private void WarnOfShortRows()
    {
        if (_short.Count > 0)
        {
            _reading.Warn(
                _short[0],
                FormattableString.Invariant($"{RowsHave(_short)} fewer fields than the {_headers.Length} headers, this one first; ")
                    + "what is there was read from the left.",
                "Look whether a separator is missing, or whether another character than the one of the headers separates.");
        }
    }
}
