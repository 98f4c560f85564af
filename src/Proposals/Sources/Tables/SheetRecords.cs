using System.IO.Compression;

namespace ProposalSearch.Proposals.Sources.Tables;

/// <summary>
/// The tables of a spreadsheet to records: <c>.xlsx</c> and <c>.xls</c> by ExcelDataReader, <c>.ods</c> by <see
/// cref="OpenDocumentSheets"/>. Each sheet is a table of its own with its own headers; records are numbered through. Sheets that are hidden
/// hold no proposals.
/// </summary>
internal static class SheetRecords
{
    /// <summary>What is packed in a spreadsheet may come to no more than this.</summary>
    private const long MostUnpacked = 512L << 20;

    /// <summary>Reads a spreadsheet. Never throws for what is in it.</summary>
    public static void Read(byte[] bytes, SourceReading reading)
    {
        try
        {
            Add(Sheets(bytes, reading), reading);
        }
        catch (Exception failure) when (IsFault(failure))
        {
            reading.Records.Clear();
            reading.Fail(
                null,
                $"The spreadsheet cannot be read: {failure.Message.ReplaceLineEndings(" ")}",
                "Open it where it was made and save it again, without a password; or export it as CSV in UTF-8.");
        }

        if (reading.Records.Count == 0 && reading.Failed.Count == 0)
        {
            reading.Warn(null, "No sheet has rows below headers, so the file holds no proposal.", "Fill it or remove it.");
        }
    }

    private static void Add(IReadOnlyList<IReadOnlyList<TableRow>> sheets, SourceReading reading)
    {
        var rows = 0;
        foreach (var sheet in sheets)
        {
            if (reading.Failed.Count == 0)
            {
                rows += TableRecords.Add(sheet, reading, rows);
            }
        }
    }

    private static IReadOnlyList<IReadOnlyList<TableRow>> Sheets(byte[] bytes, SourceReading reading)
    {
        if (bytes is [(byte)'P', (byte)'K', ..])
        {
            RefuseBombs(bytes);
        }

        return reading.File.RelativePath.EndsWith(".ods", StringComparison.OrdinalIgnoreCase)
            ? OpenDocumentSheets.Read(bytes)
            : ExcelSheets.Read(bytes);
    }

    private static void RefuseBombs(byte[] bytes)
    {
        using var archive = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
        var length = archive.Entries.Sum(static entry => entry.Length);
        if (length > MostUnpacked)
        {
            throw new InvalidDataException($"Unpacked it has {length} bytes, more than the limit of {MostUnpacked}.");
        }
    }

    /// <summary>A reader that loses its way in a damaged file throws almost anything; none of it is a fault of this program.</summary>
    private static bool IsFault(Exception failure) => failure is not (OutOfMemoryException or OperationCanceledException);
}
