using System.Buffers;
using System.Text;

namespace ProposalSearch.SearchHost.Api;

/// <summary>
/// Writes rows as RFC 4180 describes them: CR LF after each, quotes where needed. A text that a spreadsheet would take for a formula
/// gets an apostrophe before it.
/// </summary>
internal sealed class CsvWriter(IBufferWriter<byte> target)
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create("\",;\r\n");
    private static readonly SearchValues<char> Formula = SearchValues.Create("=+-@\t\r\n＝＋－＠");
    private readonly StringBuilder _row = new();

    /// <summary>Writes a row of texts.</summary>
    public void WriteRow(IReadOnlyList<string?> cells)
    {
        _row.Clear();
        for (var at = 0; at < cells.Count; at++)
        {
            _row.Append(at == 0 ? "" : ",");
            Append(cells[at] ?? "");
        }

        _row.Append("\r\n");
        Encoding.UTF8.GetBytes(_row.ToString(), target);
    }

    private void Append(string cell)
    {
        var guard = cell.Length > 0 && Formula.Contains(cell[0]) ? "'" : "";
        if (cell.AsSpan().IndexOfAny(Quoted) < 0)
        {
            _row.Append(guard).Append(cell);
        }
        else
        {
            _row.Append('"').Append(guard).Append(cell.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
        }
    }
}
