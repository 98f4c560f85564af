using ProposalSearch.Foundation.Bytes;
using ProposalSearch.Proposals;

namespace ProposalSearch.Search.Storing;

/// <summary>Writes and reads the bytes of a <see cref="ProposalRecord"/>, which specifies them.</summary>
internal static class ProposalRecordFormat
{
    private const int Summary = 1;
    private const int Repeated = 2;
    private const int Organization = 4;
    private const int Year = 8;
    private const int Image = 16;
    private const int Video = 32;
    private const int PathOfId = 64;
    private const int HexHash = 128;
    private const int OrganizationId = 256;
    private const int Day = 512;
    private const int HashBytes = 32;

    /// <summary>The bytes of a record.</summary>
    public static byte[] Write(ProposalRecord record, string id)
    {
        var bytes = new ByteWriter();
        var flags = Flags(record, id);
        bytes.Count(flags);
        if (record.Year is { } year)
        {
            bytes.Count((year << 1) ^ (year >> 31));
        }

        if (record.Day is { } day)
        {
            bytes.Count(day.DayNumber);
        }

        if (record.SummaryAnswer is { } answer)
        {
            bytes.Count(answer);
        }

        bytes.Text((flags & PathOfId) != 0 ? record.SourcePath[id.Length..] : record.SourcePath);
        WriteHash(bytes, record.ContentHash, (flags & HexHash) != 0);
        Array.ForEach([record.Image, record.Video, record.OrganizationId], text => Optional(bytes, text));
        bytes.List(record.Links, static (to, link) =>
        {
            to.Text(link.Label);
            to.Text(link.Url);
        });
        bytes.List(record.Facets, static (to, facet) =>
        {
            to.Text(facet.Key);
            to.List(facet.Value, static (list, value) => list.Text(value));
        });
        return bytes.ToArray();
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="UnreadableBytesException">The bytes are not what was written.</exception>
    public static ProposalRecord Read(ReadOnlySpan<byte> bytes, string id)
    {
        try
        {
            return ReadWhole(bytes, id);
        }
        catch (Exception fault) when (fault is InvalidDataException or ArgumentException)
        {
            throw new UnreadableBytesException(
                $"What the index keeps of the proposal '{id}' is not as it was written. Build the index anew.", fault);
        }
    }

    private static ProposalRecord ReadWhole(ReadOnlySpan<byte> bytes, string id)
    {
        var reader = new ByteReader(bytes);
        var flags = reader.Count();
        var year = (flags & Year) != 0 ? reader.Count() : (int?)null;
        var day = (flags & Day) != 0 ? DateOnly.FromDayNumber(reader.Count()) : (DateOnly?)null;
        var answer = (flags & Repeated) != 0 ? reader.Count() : (int?)null;
        var path = reader.Text();
        return new ProposalRecord
        {
            HasSummary = (flags & Summary) != 0,
            SummaryAnswer = answer,
            HasOrganization = (flags & Organization) != 0,
            Year = year is { } zigzag ? (zigzag >>> 1) ^ -(zigzag & 1) : null,
            Day = day,
            SourcePath = (flags & PathOfId) != 0 ? id + path : path,
            ContentHash = (flags & HexHash) != 0 ? Convert.ToHexStringLower(reader.Bytes(HashBytes)) : reader.Text(),
            Image = (flags & Image) != 0 ? reader.Text() : null,
            Video = (flags & Video) != 0 ? reader.Text() : null,
            OrganizationId = (flags & OrganizationId) != 0 ? reader.Text() : null,
            Links = reader.List(static (ref from) => new ProposalLink(from.Text(), from.Text())),
            Facets = Facets(ref reader),
        };
    }

    private static int Flags(ProposalRecord record, string id) =>
        (record.HasSummary ? Summary : 0)
        | (record.SummaryAnswer is not null ? Repeated : 0)
        | (record.HasOrganization ? Organization : 0)
        | (record.Year is not null ? Year : 0)
        | (record.Day is not null ? Day : 0)
        | (record.Image is not null ? Image : 0)
        | (record.Video is not null ? Video : 0)
        | (record.OrganizationId is not null ? OrganizationId : 0)
        | (record.SourcePath.StartsWith(id, StringComparison.Ordinal) ? PathOfId : 0)
        | (IsHash(record.ContentHash) ? HexHash : 0);

    private static bool IsHash(string text) => text.Length == 2 * HashBytes && text.All(char.IsAsciiHexDigitLower);

    private static void WriteHash(ByteWriter bytes, string hash, bool isHexadecimal)
    {
        if (isHexadecimal)
        {
            bytes.Bytes(Convert.FromHexString(hash));
        }
        else
        {
            bytes.Text(hash);
        }
    }

    private static void Optional(ByteWriter bytes, string? text)
    {
        if (text is not null)
        {
            bytes.Text(text);
        }
    }

    private static Dictionary<string, IReadOnlyList<string>> Facets(ref ByteReader reader)
    {
        var count = reader.ListCount();
        var facets = new Dictionary<string, IReadOnlyList<string>>(count, StringComparer.Ordinal);
        for (; count > 0; count--)
        {
            facets.Add(reader.Text(), reader.List(static (ref from) => from.Text()));
        }

        return facets;
    }
}
