using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ProposalSearch.Proposals.Sources.Tables;
using ProposalSearch.Proposals.Sources.Xml;
using ProposalSearch.Proposals.Sources.Yaml;

namespace ProposalSearch.Proposals.Sources;

/// <summary>Reads one file. Never throws for what is in it: a fault is part of the reading.</summary>
internal static class SourceReader
{
    /// <summary>The longest file that is read, in bytes, unless a schema says otherwise: 64 MiB.</summary>
    public const long DefaultLimit = 64L << 20;

    /// <summary>Reads a file and what it holds.</summary>
    /// <param name="file">The file.</param>
    /// <param name="limit">The longest that is read, in bytes.</param>
    /// <param name="isUnpublished">Whether a key with this text says that the proposal is not served; nothing does where it is <see
    /// langword="null"/>.</param>
    public static SourceReading Read(SourceFile file, long limit = DefaultLimit, Func<string, string, bool>? isUnpublished = null)
    {
        var reading = new SourceReading(file) { IsUnpublished = isUnpublished ?? (static (_, _) => false) };
        if (SourceBytes.TryRead(file, limit, reading, out var bytes))
        {
            reading.Bytes = bytes.LongLength;
            reading.Hash = HashOf(bytes, file, limit);
            if (!file.IsCompanion)
            {
                Parse(bytes, reading);
                AddCompanion(reading, limit);
                SameLists.LeaveOut(reading, other => Read(other, limit, isUnpublished));
            }
        }

        return reading;
    }

    /// <summary>Reads the keys that the file beside it has.</summary>
    private static void AddCompanion(SourceReading reading, long limit)
    {
        if (reading.File.Companion is { } companion)
        {
            Companions.Add(companion, reading, Read(companion with { IsCompanion = false }, limit, reading.IsUnpublished));
        }
    }

    /// <summary>The hash that <see cref="Read"/> gives a file, without reading what is in it.</summary>
    public static string Hash(SourceFile file, long limit = DefaultLimit)
        => SourceBytes.TryRead(file, limit, new SourceReading(file), out var bytes) ? HashOf(bytes, file, limit) : "";

    /// <summary>
    /// The hash says too whether the file is about its folder, and what files beside it hold that have its keys or may be the same list,
    /// since all this can change while its bytes stay.
    /// </summary>
    private static string HashOf(byte[] bytes, SourceFile file, long limit)
    {
        var beside = file.Companion is { } companion ? Hash(companion, limit) : file.IsCompanion ? "companion" : "";
        beside += string.Concat(file.Alike.Select(other => Hash(other, limit)))
            + file.NamedYear?.ToString(CultureInfo.InvariantCulture);
        return file.About == AboutFolder.Never && beside.Length == 0
            ? Convert.ToHexStringLower(SHA256.HashData(bytes))
            : Convert.ToHexStringLower(SHA256.HashData([.. bytes, (byte)file.About, .. Encoding.ASCII.GetBytes(beside)]));
    }

    private static void Parse(byte[] bytes, SourceReading reading)
    {
        if (reading.File.Format == SourceFormat.Sheet && bytes.Length > 0)
        {
            Action<byte[], SourceReading> read = AboutFolders.IsLeftOut(reading.File)
                ? static (_, leftOut) => AboutFolders.Warn(leftOut)
                : SheetRecords.Read;
            read(bytes, reading);
            return;
        }

        if (!SourceEncoding.TryDecode(bytes, reading, out var text))
        {
            return;
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            const string Cause = "The file is empty (or no file at all, but a pipe, socket or device), so it holds no proposal.";
            reading.Warn(null, Cause, "Fill it or remove it.");
        }
        else if (AboutFolders.IsLeftOut(reading.File))
        {
            AboutFolders.Warn(reading);
        }
        else
        {
            ParserOf(reading.File.Format)(text, reading);
            DoubleEncoding.Mend(reading);
        }
    }

    private static Action<string, SourceReading> ParserOf(SourceFormat format) => format switch
    {
        SourceFormat.Yaml => static (text, reading) => YamlRecords.Read(LineEnds.Normalize(text), reading),
        SourceFormat.Json => static (text, reading) => JsonRecords.Read(LineEnds.Normalize(text), reading),
        SourceFormat.JsonLines => static (text, reading) => JsonRecords.ReadLines(LineEnds.Normalize(text), reading),
        SourceFormat.Xml => static (text, reading) => XmlRecords.Read(LineEnds.Normalize(text), reading),
        SourceFormat.Csv => CsvRecords.Read,
        _ => static (text, reading) => FrontMatter.Read(LineEnds.Normalize(text), reading),
    };
}
