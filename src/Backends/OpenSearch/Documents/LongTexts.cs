using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace ProposalSearch.Backends.OpenSearch.Documents;

/// <summary>
/// Values and ids that are longer than a keyword of the server may be (32,766 bytes): their beginning and a digest stand for them, so that
/// they are found, counted and sorted all the same. The values are kept beside, to be given back.
/// </summary>
internal static class LongTexts
{
    /// <summary>Bytes that are kept as they are.</summary>
    private const int Most = 32_000;

    private const int BeginningLength = Most / 4;

    /// <summary>What stands for a text: itself, where it is not too long.</summary>
    public static string Token(string text)
    {
        if (text.Length <= Most / 3 || Encoding.UTF8.GetByteCount(text) <= Most)
        {
            return text;
        }

        int length = char.IsHighSurrogate(text[BeginningLength - 1]) ? BeginningLength - 1 : BeginningLength;
        return text[..length] + "\u0001" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>Writes texts, to be read by <see cref="Read"/>.</summary>
    public static byte[] Write(IEnumerable<string> texts)
    {
        var bytes = new ArrayBufferWriter<byte>();
        foreach (string text in texts.Order(StringComparer.Ordinal))
        {
            byte[] encoded = Encoding.UTF8.GetBytes(text);
            bytes.Write(BitConverter.GetBytes(encoded.Length));
            bytes.Write(encoded);
        }

        return bytes.WrittenSpan.ToArray();
    }

    /// <summary>The texts by what stands for them.</summary>
    public static IReadOnlyDictionary<string, string> Read(ReadOnlySpan<byte> bytes)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        while (!bytes.IsEmpty)
        {
            int length = BitConverter.ToInt32(bytes);
            string text = Encoding.UTF8.GetString(bytes.Slice(sizeof(int), length));
            texts[Token(text)] = text;
            bytes = bytes[(sizeof(int) + length)..];
        }

        return texts;
    }
}
