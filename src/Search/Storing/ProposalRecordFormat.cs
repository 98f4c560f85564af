using System.Buffers;
using System.Text;
using ProposalSearch.Foundation.Bytes;
using ProposalSearch.Proposals;

namespace ProposalSearch.Search.Storing;

/// <summary>Writes and reads the bytes of a <see cref="ProposalRecord"/>, which specifies them.</summary>
internal static class ProposalRecordFormat
{
    private const uint Summary = 1;
    private const uint Repeated = 2;
    private const uint Organization = 4;
    private const uint Year = 8;
    private const uint Image = 16;
    private const uint Video = 32;
    private const uint PathOfId = 64;
    private const uint HexHash = 128;
    private const uint OrganizationId = 256;
    private const int HashBytes = 32;

    /// <summary>The bytes of a record.</summary>
    public static byte[] Write(ProposalRecord record, string id)
    {
        var bytes = new ArrayBufferWriter<byte>(256);
        var flags = Flags(record, id);
        Number(bytes, flags);
        if (record.Year is { } year)
        {
            Number(bytes, (uint)((year << 1) ^ (year >> 31)));
        }

        if (record.SummaryAnswer is { } answer)
        {
            Number(bytes, (uint)answer);
        }

        Text(bytes, (flags & PathOfId) != 0 ? record.SourcePath[id.Length..] : record.SourcePath);
        WriteHash(bytes, record.ContentHash, (flags & HexHash) != 0);
        Optional(bytes, record.Image);
        Optional(bytes, record.Video);
        Optional(bytes, record.OrganizationId);
        WriteLists(bytes, record);
        return bytes.WrittenSpan.ToArray();
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="UnreadableBytesException">The bytes are not what was written.</exception>
    public static ProposalRecord Read(ReadOnlySpan<byte> bytes, string id)
    {
        try
        {
            return ReadWhole(bytes, id);
        }
        catch (Exception fault) when (fault is IndexOutOfRangeException or ArgumentException or FormatException)
        {
            throw new UnreadableBytesException(
                $"What the index keeps of the proposal '{id}' is not as it was written. Build the index anew.", fault);
        }
    }

    private static ProposalRecord ReadWhole(ReadOnlySpan<byte> bytes, string id)
    {
        var at = 0;
        var flags = VarInt.Read(bytes, ref at);
        var year = (flags & Year) != 0 ? VarInt.Read(bytes, ref at) : (uint?)null;
        var answer = (flags & Repeated) != 0 ? (int)VarInt.Read(bytes, ref at) : (int?)null;
        var path = Text(bytes, ref at);
        return new ProposalRecord
        {
            HasSummary = (flags & Summary) != 0,
            SummaryAnswer = answer,
            HasOrganization = (flags & Organization) != 0,
            Year = year is { } zigzag ? (int)(zigzag >> 1) ^ -(int)(zigzag & 1) : null,
            SourcePath = (flags & PathOfId) != 0 ? id + path : path,
            ContentHash = (flags & HexHash) != 0 ? Hash(bytes, ref at) : Text(bytes, ref at),
            Image = (flags & Image) != 0 ? Text(bytes, ref at) : null,
            Video = (flags & Video) != 0 ? Text(bytes, ref at) : null,
            OrganizationId = (flags & OrganizationId) != 0 ? Text(bytes, ref at) : null,
            Links = Links(bytes, ref at),
            Facets = Facets(bytes, ref at),
        };
    }

    private static uint Flags(ProposalRecord record, string id) =>
        (record.HasSummary ? Summary : 0)
        | (record.SummaryAnswer is not null ? Repeated : 0)
        | (record.HasOrganization ? Organization : 0)
        | (record.Year is not null ? Year : 0)
        | (record.Image is not null ? Image : 0)
        | (record.Video is not null ? Video : 0)
        | (record.OrganizationId is not null ? OrganizationId : 0)
        | (record.SourcePath.StartsWith(id, StringComparison.Ordinal) ? PathOfId : 0)
        | (IsHash(record.ContentHash) ? HexHash : 0);

    private static bool IsHash(string text) => text.Length == 2 * HashBytes && text.All(char.IsAsciiHexDigitLower);

    private static void WriteHash(ArrayBufferWriter<byte> bytes, string hash, bool isHexadecimal)
    {
        if (isHexadecimal)
        {
            bytes.Write(Convert.FromHexString(hash));
        }
        else
        {
            Text(bytes, hash);
        }
    }

    private static void WriteLists(ArrayBufferWriter<byte> bytes, ProposalRecord record)
    {
        Number(bytes, (uint)record.Links.Count);
        foreach (var link in record.Links)
        {
            Text(bytes, link.Label);
            Text(bytes, link.Url);
        }

        Number(bytes, (uint)record.Facets.Count);
        foreach (var (field, values) in record.Facets)
        {
            Text(bytes, field);
            Number(bytes, (uint)values.Count);
            foreach (var value in values)
            {
                Text(bytes, value);
            }
        }
    }

    private static void Number(ArrayBufferWriter<byte> bytes, uint value) =>
        bytes.Advance(VarInt.Write(bytes.GetSpan(VarInt.MaximumBytes32), value));

    private static void Optional(ArrayBufferWriter<byte> bytes, string? text)
    {
        if (text is not null)
        {
            Text(bytes, text);
        }
    }

    private static void Text(ArrayBufferWriter<byte> bytes, string text)
    {
        Number(bytes, (uint)Encoding.UTF8.GetByteCount(text));
        Encoding.UTF8.GetBytes(text, bytes);
    }

    private static string Text(ReadOnlySpan<byte> bytes, ref int at)
    {
        var length = (int)VarInt.Read(bytes, ref at);
        var text = Encoding.UTF8.GetString(bytes.Slice(at, length));
        at += length;
        return text;
    }

    /// <summary>A number of things that take a byte each or more: one that was damaged asks for no memory.</summary>
    private static int Count(ReadOnlySpan<byte> bytes, ref int at)
    {
        var count = VarInt.Read(bytes, ref at);
        return count <= bytes.Length - at ? (int)count : throw new FormatException($"{count} things in {bytes.Length - at} bytes");
    }

    private static string Hash(ReadOnlySpan<byte> bytes, ref int at)
    {
        var hash = Convert.ToHexStringLower(bytes.Slice(at, HashBytes));
        at += HashBytes;
        return hash;
    }

    private static ProposalLink[] Links(ReadOnlySpan<byte> bytes, ref int at)
    {
        var links = new ProposalLink[Count(bytes, ref at)];
        for (var link = 0; link < links.Length; link++)
        {
            var label = Text(bytes, ref at);
            links[link] = new ProposalLink(label, Text(bytes, ref at));
        }

        return links;
    }

    private static Dictionary<string, IReadOnlyList<string>> Facets(ReadOnlySpan<byte> bytes, ref int at)
    {
        var count = Count(bytes, ref at);
        var facets = new Dictionary<string, IReadOnlyList<string>>(count, StringComparer.Ordinal);
        for (; count > 0; count--)
        {
            var field = Text(bytes, ref at);
            var values = new string[Count(bytes, ref at)];
            for (var value = 0; value < values.Length; value++)
            {
                values[value] = Text(bytes, ref at);
            }

            facets.Add(field, values);
        }

        return facets;
    }
}
