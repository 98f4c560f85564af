using System.Text;

namespace ProposalSearch.Proposals.Sources;

/// <summary>
/// Bytes to text: UTF-8 with or without a byte order mark, UTF-16 with one. Bytes that are no UTF-8 become U+FFFD, with a
/// warning that names the first line: a letter that is lost is better than a proposal that is lost. NUL becomes a space.
/// </summary>
internal static class SourceEncoding
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text of a file.</summary>
    public static string Decode(byte[] bytes, SourceReading reading)
    {
        var text = bytes switch
        {
            [0xEF, 0xBB, 0xBF, ..] => DecodeUtf8(bytes.AsSpan(3), reading),
            [0xFF, 0xFE, ..] => Encoding.Unicode.GetString(bytes.AsSpan(2)),
            [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode.GetString(bytes.AsSpan(2)),
            _ => DecodeUtf8(bytes, reading),
        };
        return text.Contains('\0', StringComparison.Ordinal) ? WithoutNul(text, reading) : text;
    }

    private static string DecodeUtf8(ReadOnlySpan<byte> bytes, SourceReading reading)
    {
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            var text = Encoding.UTF8.GetString(bytes);
            reading.Warn(
                LineOf(text, text.IndexOf('\uFFFD', StringComparison.Ordinal)),
                "The file is not valid UTF-8; what could not be read was replaced by \uFFFD.",
                "Save it as UTF-8.");
            return text;
        }
    }

    private static string WithoutNul(string text, SourceReading reading)
    {
        reading.Warn(
            LineOf(text, text.IndexOf('\0', StringComparison.Ordinal)),
            "The file has NUL characters; they were replaced by spaces.",
            "Remove them, or save the file as UTF-8 if it is in another encoding.");
        return text.Replace('\0', ' ');
    }

    /// <summary>The line of a position, from 1.</summary>
    public static int LineOf(ReadOnlySpan<char> text, int position) => text[..Math.Max(0, position)].Count('\n') + 1;
}
