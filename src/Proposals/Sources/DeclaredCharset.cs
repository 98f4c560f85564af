using System.Text;
using System.Text.RegularExpressions;

namespace ProposalSearch.Proposals.Sources;

/// <summary>The charset that a page says of itself that it is written in: <c>&lt;meta charset="windows-1251"&gt;</c>.</summary>
internal static partial class DeclaredCharset
{
    /// <summary>A page declares it near its top.</summary>
    private const int MostBytes = 4096;

    private const byte Escape = 0x1B;

    /// <summary>
    /// The encoding that a page declares and that is not UTF-8, by its name; <see langword="null"/> where it declares none. The encoding
    /// alone is <see langword="null"/> where there is no such charset.
    /// </summary>
    public static (string Name, Encoding? Encoding)? Of(ReadOnlySpan<byte> bytes)
    {
        var top = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, MostBytes)]);
        if (Declaration().Match(top) is not { Success: true } match
            || match.Groups["name"].Value is var name
            && (name.StartsWith("utf", StringComparison.OrdinalIgnoreCase)
                || name.StartsWith("unicode", StringComparison.OrdinalIgnoreCase)))
        {
            return null;
        }

        return (name, Find(name));
    }

    /// <summary>Whether letters are told by escapes, so that the bytes are ASCII though the text is not.</summary>
    public static bool IsEscaped(string name, ReadOnlySpan<byte> bytes)
        => name.StartsWith("iso-2022", StringComparison.OrdinalIgnoreCase) && bytes.Contains(Escape);

    /// <summary>Browsers take Latin-1 and ASCII for Windows-1252, and so do pages.</summary>
    private static Encoding? Find(string name)
    {
        var lower = name.ToLowerInvariant();
        lower = lower switch
        {
            "iso-8859-1" or "iso8859-1" or "latin1" or "latin-1" or "us-ascii" or "ascii" => "windows-1252",
            "gb2312" or "gbk" or "x-gbk" => "gb18030",
            "x-sjis" or "sjis" => "shift_jis",
            "cp1250" or "cp1251" or "cp1252" or "cp1253" or "cp1254" or "cp1257" => "windows-" + lower[2..],
            _ => lower,
        };
        return CodePagesEncodingProvider.Instance.GetEncoding(lower)
            ?? Encoding.GetEncodings().FirstOrDefault(known => known.Name.Equals(lower, StringComparison.OrdinalIgnoreCase))?.GetEncoding();
    }

    /// <summary>In a <c>meta</c> element, or in the first line of an XHTML page.</summary>
    [GeneratedRegex(
        """<(?:meta\b[^>]*?\bcharset\s*=\s*["']?\s*|\?xml\b[^>]*?\bencoding\s*=\s*["'])(?<name>[A-Za-z0-9_:.-]{2,40})""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Declaration();
}
