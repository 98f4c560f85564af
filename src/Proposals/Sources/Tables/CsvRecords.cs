using CsvHelper;

namespace ProposalSearch.Proposals.Sources.Tables;

/// <summary>
/// A table in a text file to records. Commas, semicolons, tabs and bars separate, see <see cref="SeparatorGuess"/>; which row has the
/// headers is told by <see cref="TableHeaders"/>.
/// </summary>
internal static class CsvRecords
{
    public static void Read(string text, SourceReading reading)
    {
        var (stated, rest) = SeparatorStatement.Read(text);
        var rows = Rows(rest, stated ?? SeparatorGuess.Of(rest), reading);
        TableRecords.Add(rows, reading);
        if (reading.Records.Count == 0 && reading.Failed.Count == 0)
        {
            reading.Warn(1, "The table has no rows below its headers, so it holds no proposal.", "Fill it or remove it.");
        }
    }

    /// <summary>All rows up to a fault.</summary>
    private static List<TableRow> Rows(string text, char separator, SourceReading reading)
    {
        var rows = new List<TableRow>();
        var values = 0;
        using var table = CsvReader.FromText(text, Options(separator, reading));
        try
        {
            while (table.Read() && reading.Failed.Count == 0 && values <= SourceLimits.MostValues)
            {
                var fields = new string[table.Current.FieldCount];
                for (var column = 0; column < fields.Length; column++)
                {
                    fields[column] = table.Current.GetString(column);
                    values += fields[column].Length > 0 ? 1 : 0;
                }

                rows.Add(new TableRow((int)table.LineNumber, fields));
            }
        }
        catch (CsvFormatException failure)
        {
            reading.Fail(
                (int)failure.LineNumber,
                $"The table cannot be read: {failure.Message}",
                "Look for quotes that are not closed; a quote inside a quoted field is written twice.");
        }

        return rows;
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
}
