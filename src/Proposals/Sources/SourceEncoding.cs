using System.Text;
using ProposalSearch.Analysis.Text;

namespace ProposalSearch.Proposals.Sources;

/// <summary>
/// Bytes to text: UTF-8 with or without a byte order mark, UTF-16 and UTF-32 with one, and the charset that a page declares. What is none
/// of them is read as what it most probably is, with a warning that names the first line: UTF-16 without a mark, Windows-1252 (which has
/// all of Latin-1's letters), or UTF-8 that was damaged, of which a letter that is lost is better than a proposal that is lost. Binary
/// files are refused.
/// </summary>
internal static class SourceEncoding
{
    /// <summary>Of this many characters one may be a control character; where there are more, the file is no text.</summary>
    private const int CharactersToAControl = 50;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text of a file; false where it has none, with the reason among the faults.</summary>
    public static bool TryDecode(byte[] bytes, SourceReading reading, out string text)
    {
        text = bytes switch
        {
            [0xEF, 0xBB, 0xBF, ..] => DecodeUtf8(bytes.AsSpan(3), reading, declared: null),
            [0xFF, 0xFE, 0, 0, ..] => Replacing(Encoding.UTF32, bytes.AsSpan(4), reading),
            [0xFF, 0xFE, ..] => Replacing(Encoding.Unicode, bytes.AsSpan(2), reading),
            [0xFE, 0xFF, ..] => Replacing(Encoding.BigEndianUnicode, bytes.AsSpan(2), reading),
            _ when Utf16WithoutMark(bytes) is { } encoding => WithoutMark(encoding, bytes, reading),
            _ => DecodeUtf8(bytes, reading, MayDeclare(reading) ? DeclaredCharset.Of(bytes) : null),
        };
        if (IsBinary(text))
        {
            const string Cause = "The file is not text but binary, whatever its name says.";
            reading.Fail(null, Cause, "Save it as text in UTF-8, or remove it from the source.");
            return false;
        }

        text = TypedText.Of(text.Contains('\0', StringComparison.Ordinal) ? WithoutNul(text, reading) : text);
        return true;
    }

    private static bool MayDeclare(SourceReading reading) => reading.File.Format is SourceFormat.Html or SourceFormat.Xml;

    /// <summary>What is valid UTF-8 is hardly ever anything else, whatever a page declares, but for charsets that escape letters.</summary>
    private static string DecodeUtf8(ReadOnlySpan<byte> bytes, SourceReading reading, (string Name, Encoding? Encoding)? declared)
    {
        try
        {
            var text = Strict.GetString(bytes);
            return declared is { Encoding: { } escaping } named && DeclaredCharset.IsEscaped(named.Name, bytes)
                ? Replacing(escaping, bytes, reading)
                : text;
        }
        catch (DecoderFallbackException)
        {
            return declared is { Encoding: { } encoding }
                ? Replacing(encoding, bytes, reading)
                : HasLettersOfUtf8(bytes) ? Replacing(Encoding.UTF8, bytes, reading) : DecodeWindows1252(bytes, reading);
        }
    }

    private static string Replacing(Encoding encoding, ReadOnlySpan<byte> bytes, SourceReading reading)
    {
        var text = encoding.GetString(bytes);
        var lost = text.IndexOf('\uFFFD', StringComparison.Ordinal);
        if (lost >= 0 && !IsStated(encoding, bytes))
        {
            reading.Warn(
                LineOf(text, lost),
                $"The file is not valid {Name(encoding)}; what could not be read was replaced by \uFFFD.",
                "Save it as UTF-8.");
        }

        return text;
    }

    /// <summary>Whether the bytes have U+FFFD themselves, so that nothing was lost here.</summary>
    private static bool IsStated(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        var strict = (Encoding)encoding.Clone();
        strict.DecoderFallback = DecoderFallback.ExceptionFallback;
        try
        {
            _ = strict.GetCharCount(bytes);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private static string Name(Encoding encoding) => encoding.CodePage switch
    {
        65001 => "UTF-8",
        1200 or 1201 => "UTF-16",
        12000 => "UTF-32",
        _ => encoding.WebName,
    };

    private static string DecodeWindows1252(ReadOnlySpan<byte> bytes, SourceReading reading)
    {
        var text = CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(bytes);
        reading.Warn(
            LineOf(text, bytes.IndexOfAnyInRange((byte)0x80, (byte)0xFF)),
            "The file is not UTF-8; it was read as Latin-1 (Windows-1252).",
            "Save it as UTF-8, and look at its accented letters.");
        return text;
    }

    /// <summary>Whether a letter of several bytes is there whole: then this is UTF-8 that was damaged, rather than Latin-1.</summary>
    private static bool HasLettersOfUtf8(ReadOnlySpan<byte> bytes)
    {
        for (var at = bytes.IndexOfAnyInRange((byte)0xC2, (byte)0xF4); at >= 0;)
        {
            if (Rune.DecodeFromUtf8(bytes[at..], out _, out var length) == System.Buffers.OperationStatus.Done)
            {
                return true;
            }

            var next = bytes[(at + length)..].IndexOfAnyInRange((byte)0xC2, (byte)0xF4);
            at = next < 0 ? -1 : at + length + next;
        }

        return false;
    }

    /// <summary>Text in letters of Europe, of which each second byte is zero.</summary>
    private static UnicodeEncoding? Utf16WithoutMark(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..Math.Min(bytes.Length & ~1, 1024)];
        var (even, odd) = (0, 0);
        for (var at = 0; at < sample.Length; at += 2)
        {
            even += sample[at] == 0 ? 1 : 0;
            odd += sample[at + 1] == 0 ? 1 : 0;
        }

        var most = sample.Length * 3 / 8;
        return sample.Length < 8 ? null
            : odd >= most && even == 0 ? new UnicodeEncoding(bigEndian: false, byteOrderMark: false)
            : even >= most && odd == 0 ? new UnicodeEncoding(bigEndian: true, byteOrderMark: false)
            : null;
    }

    private static string WithoutMark(UnicodeEncoding encoding, ReadOnlySpan<byte> bytes, SourceReading reading)
    {
        reading.Warn(1, "The file is UTF-16 without a byte order mark; it was read as such.", "Save it as UTF-8.");
        return Replacing(encoding, bytes, reading);
    }

    private static bool IsBinary(ReadOnlySpan<char> text)
    {
        var (controls, at) = (0, 0);
        while (text[at..].IndexOfAnyInRange('\0', '\u0008') is var found and >= 0)
        {
            controls++;
            at += found + 1;
        }

        return controls > 3 && controls > text.Length / CharactersToAControl;
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
    public static int LineOf(ReadOnlySpan<char> text, int position)
    {
        var before = text[..Math.Max(0, position)];
        return before.Count('\n') + before.Count('\r') - before.Count("\r\n") + 1;
    }
}
