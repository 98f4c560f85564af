using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace ProposalSearch.Proposals.Sources.Tables;

/// <summary>
/// The sheets of an OpenDocument spreadsheet: the file <c>content.xml</c> of its archive, in which <c>table-row</c> and <c>table-cell</c>
/// say how often they repeat, and a cell has its value as an attribute and its text in paragraphs.
/// </summary>
internal sealed class OpenDocumentSheets
{
    private const string Content = "content.xml";

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    private readonly List<IReadOnlyList<TableRow>> _sheets = [];
    private readonly List<TableRow> _rows = [];
    private readonly List<string> _fields = [];
    private int _line;
    private long _values;

    /// <summary>The rows of each sheet.</summary>
    public static IReadOnlyList<IReadOnlyList<TableRow>> Read(byte[] bytes)
    {
        using var archive = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
        var entry = archive.GetEntry(Content) ?? throw new InvalidDataException($"It has no '{Content}'.");
        using var stream = entry.Open();
        using var xml = XmlReader.Create(stream, Settings);
        var sheets = new OpenDocumentSheets();
        while (xml.ReadToFollowing("table:table"))
        {
            sheets.AddSheet(xml);
        }

        return sheets._sheets;
    }

    private void AddSheet(XmlReader xml)
    {
        _line = 0;
        using var table = xml.ReadSubtree();
        table.Read();
        while (table.ReadToFollowing("table:table-row"))
        {
            AddRow(table);
        }

        _sheets.Add(ExcelSheets.Padded([.. _rows]));
        _rows.Clear();
    }

    private void AddRow(XmlReader table)
    {
        var repeated = Repeated(table, "table:number-rows-repeated");
        _fields.Clear();
        using (var row = table.ReadSubtree())
        {
            row.Read();
            while (row.Read())
            {
                if (row is { NodeType: XmlNodeType.Element, Name: "table:table-cell" or "table:covered-table-cell" })
                {
                    AddCell(row);
                }
            }
        }

        var length = 1 + _fields.FindLastIndex(static text => text.Length > 0);
        for (var times = 0; times < repeated && length > 0; times++)
        {
            Count(length);
            _rows.Add(new TableRow(_line + times + 1, [.. _fields[..length]]));
        }

        _line += repeated;
    }

    private void AddCell(XmlReader row)
    {
        var repeated = Repeated(row, "table:number-columns-repeated");
        var value = row.GetAttribute("office:date-value") ?? row.GetAttribute("office:value");
        var text = TextOf(row);
        text = value is null || text.Length == 0 ? text : value;
        if (text.Length == 0)
        {
            // Sheets end in thousands of empty cells, which no later text makes fields.
            repeated = Math.Min(repeated, SourceLimits.MostValues / 1000);
        }

        Count(text.Length == 0 ? 0 : repeated);
        _fields.AddRange(Enumerable.Repeat(text, repeated));
    }

    private void Count(int values)
    {
        _values += values;
        if (_values > SourceLimits.MostValues)
        {
            throw new InvalidDataException(SourceLimits.TooManyValues);
        }
    }

    /// <summary>The paragraphs of a cell, without what somebody remarked on it.</summary>
    private static string TextOf(XmlReader row)
    {
        var text = new StringBuilder();
        using var cell = row.ReadSubtree();
        cell.Read();
        while (cell.Read())
        {
            if (cell is { NodeType: XmlNodeType.Element, Name: "office:annotation" })
            {
                cell.Skip();
            }

            if (cell is { NodeType: XmlNodeType.Element, Name: "text:p" } && text.Length > 0)
            {
                text.Append('\n');
            }
            else if (cell is { NodeType: XmlNodeType.Element, Name: "text:s" or "text:tab" })
            {
                text.Append(' ');
            }
            else if (cell.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.CDATA)
            {
                text.Append(cell.Value);
            }
        }

        return text.ToString();
    }

    private static int Repeated(XmlReader xml, string attribute)
        => int.TryParse(xml.GetAttribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var times)
            ? Math.Max(1, times)
            : 1;
}
