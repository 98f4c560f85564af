using System.Globalization;
using System.Text;
using ExcelDataReader;

namespace ProposalSearch.Proposals.Sources.Tables;

/// <summary>The visible sheets of a workbook of Excel, by ExcelDataReader.</summary>
internal static class ExcelSheets
{
    /// <summary>Longer numbers keep their exponents.</summary>
    private const double LongestWrittenOut = 1e27;

    static ExcelSheets() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The rows of each sheet.</summary>
    public static IReadOnlyList<IReadOnlyList<TableRow>> Read(byte[] bytes)
    {
        var sheets = new List<IReadOnlyList<TableRow>>();
        using var workbook = ExcelReaderFactory.CreateReader(new MemoryStream(bytes));
        var values = 0L;
        do
        {
            if (workbook.VisibleState == "visible")
            {
                sheets.Add(Rows(workbook, ref values));
            }
        }
        while (workbook.NextResult());

        return sheets;
    }

    private static List<TableRow> Rows(IExcelDataReader sheet, ref long values)
    {
        var rows = new List<TableRow>();
        for (var line = 1; sheet.Read(); line++)
        {
            var fields = new string[sheet.FieldCount];
            for (var column = 0; column < fields.Length; column++)
            {
                fields[column] = TextOf(sheet.GetValue(column));
            }

            var length = 1 + Array.FindLastIndex(fields, static text => text.Length > 0);
            values += length;
            if (values > SourceLimits.MostValues)
            {
                throw new InvalidDataException(SourceLimits.TooManyValues);
            }

            if (length > 0)
            {
                rows.Add(new TableRow(line, fields[..length]));
            }
        }

        return Padded(rows);
    }

    /// <summary>
    /// Rows of a sheet end where their last text is. All of them have as many fields as the widest, so that none is told to be too short.
    /// </summary>
    public static List<TableRow> Padded(List<TableRow> rows)
    {
        var width = rows.Count == 0 ? 0 : rows.Max(static row => row.Fields.Length);
        return (long)width * rows.Count > SourceLimits.MostValues
            ? rows
            : rows.ConvertAll(row => row.Fields.Length == width
                ? row
                : row with { Fields = [.. row.Fields, .. Enumerable.Repeat("", width - row.Fields.Length)] });
    }

    /// <summary>Whole numbers have no point, no number has an exponent, and days without a time have no time.</summary>
    public static string TextOf(object? value) => value switch
    {
        null => "",
        string text => text,
        DateTime { TimeOfDay.Ticks: 0 } day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime time => time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        bool isTrue => isTrue ? "true" : "false",
        double number => TextOf(number),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private static string TextOf(double number)
    {
        var text = number.ToString(CultureInfo.InvariantCulture);
        return !text.Contains('E', StringComparison.Ordinal) || Math.Abs(number) >= LongestWrittenOut ? text
            : number == Math.Truncate(number) ? number.ToString("F0", CultureInfo.InvariantCulture)
            : ((decimal)number).ToString(CultureInfo.InvariantCulture);
    }
}
