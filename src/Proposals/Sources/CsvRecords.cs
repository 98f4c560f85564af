using System.Globalization;
using CsvHelper;

namespace ProposalSearch.Proposals.Sources;

/// <summary>
/// A table with a row of headers to records. Commas, semicolons, tabs and bars separate: the one that the row of headers has most of.
/// A column without a header is named by its number; of two columns with one header both are kept. An empty field is no key.
/// </summary>
internal static class CsvRecords
{
    public static void Read(string text, SourceReading reading)
    {
        var (stated, rest) = SeparatorStatement.Read(text);
        using var table = CsvReader.FromText(rest, Options(stated ?? Separator(rest), reading));
        try
        {
            if (table.Read())
            {
                ReadRows(table, Headers(table.Current, reading), reading);
                WarnWhereEmpty(reading);
            }
        }
        catch (CsvFormatException failure)
        {
            reading.Fail(
                (int)failure.LineNumber,
                $"The table cannot be read: {failure.Message}",
                "Look for quotes that are not closed; a quote inside a quoted field is written twice.");
        }
    }

    private static CsvReaderOptions Options(char separator, SourceReading reading) => CsvReaderOptions.Default with
    {
        Separator = separator,
        HasHeader = false,
        SkipEmptyLines = true,
        TrackLineNumbers = true,
        OnMalformedRecord = record => Report(record, reading),
    };

    private static void Report(CsvMalformedRecord record, SourceReading reading)
    {
        if (record.Reason == CsvMalformedReason.UnterminatedQuote)
        {
            reading.Fail(
                (int)record.LineNumber,
                "A quoted field begins here that is never closed, so that the rest of the table cannot be told apart.",
                "Close the quotes; a quote inside a quoted field is written twice.");
        }
        else
        {
            reading.Warn(
                (int)record.LineNumber,
                "A quote stands inside a field; it was read as it is.",
                "Put the field in quotes, and write a quote inside it twice.");
        }
    }

    /// <summary>The one of <c>, ; tab |</c> that stands most often in the row of headers, outside of quotes.</summary>
    private static char Separator(ReadOnlySpan<char> text)
    {
        const string Separators = ",;\t|";
        Span<int> counts = stackalloc int[Separators.Length];
        var isQuoted = false;
        foreach (var character in text.TrimStart("\r\n"))
        {
            if (!isQuoted && (character is '\r' or '\n'))
            {
                break;
            }

            isQuoted ^= character == '"';
            if (!isQuoted && Separators.IndexOf(character, StringComparison.Ordinal) is var at and >= 0)
            {
                counts[at]++;
            }
        }

        var best = 0;
        for (var other = 1; other < counts.Length; other++)
        {
            best = counts[other] > counts[best] ? other : best;
        }

        return Separators[best];
    }

    private static string[] Headers(CsvRow first, SourceReading reading)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var headers = new string[first.FieldCount];
        for (var column = 0; column < headers.Length; column++)
        {
            var name = first.GetString(column).Trim();
            headers[column] = name.Length > 0 ? name : NameOf(column);
            if (name.Length == 0)
            {
                reading.Warn(1, $"Column {column + 1} has no header; it was named '{NameOf(column)}'.", "Give each column a header.");
            }
            else if (!seen.Add(name))
            {
                reading.Warn(1, $"The header '{name}' is there twice; both columns were kept.", "Rename or remove one of them.");
            }
        }

        return headers;
    }

    private static void ReadRows(CsvReader table, string[] headers, SourceReading reading)
    {
        var values = 0;
        for (var number = 1; table.Read() && reading.Failed.Count == 0; number++)
        {
            var line = (int)table.LineNumber;
            var row = RowOf(table.Current, headers, line, reading);
            values += row.Entries.Count;
            if (values > SourceLimits.MostValues)
            {
                reading.Fail(line, SourceLimits.TooManyValues, SourceLimits.SplitIt);
            }
            else if (row.Entries.Count > 0)
            {
                reading.Add(row, null, line, number);
            }
        }
    }

    private static void WarnWhereEmpty(SourceReading reading)
    {
        if (reading.Records.Count == 0 && reading.Failed.Count == 0)
        {
            reading.Warn(1, "The table has no rows below its headers, so it holds no proposal.", "Fill it or remove it.");
        }
    }

    private static SourceMap RowOf(CsvRow row, string[] headers, int line, SourceReading reading)
    {
        if (row.FieldCount > headers.Length)
        {
            reading.Warn(
                line,
                $"The row has {row.FieldCount} fields, the headers name {headers.Length}; the fields beyond were kept under their numbers.",
                "Put a field that has the separator in it in quotes.");
        }

        var entries = new List<SourceEntry>(Math.Min(row.FieldCount, headers.Length));
        for (var column = 0; column < row.FieldCount; column++)
        {
            if (row.GetString(column) is var text && !string.IsNullOrWhiteSpace(text))
            {
                entries.Add(new SourceEntry(column < headers.Length ? headers[column] : NameOf(column), new SourceText(text), line));
            }
        }

        return new SourceMap(entries);
    }

    private static string NameOf(int column) => string.Create(CultureInfo.InvariantCulture, $"column {column + 1}");
}
