using System.Globalization;
using System.Text;

namespace ProposalSearch.SearchHost.Parameters;

/// <summary>A parameter of a request.</summary>
/// <param name="Name">Its name as sent.</param>
/// <param name="Value">One of its values; well-formed UTF-16.</param>
internal readonly record struct Parameter(string Name, string Value);

/// <summary>
/// Parameters of a request in their order. Reading them never fails: bytes that are no UTF-8 become U+FFFD, as the Unicode
/// Standard recommends, because the text of a query must not make an error.
/// </summary>
internal static class ParameterSet
{
    /// <summary>Reads a query string, with or without its question mark.</summary>
    public static IReadOnlyList<Parameter> FromQueryString(string? query)
    {
        var parameters = new List<Parameter>();
        foreach (var pair in (query ?? "").TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            parameters.Add(equals < 0
                ? new Parameter(Decode(pair), "")
                : new Parameter(Decode(pair.AsSpan(0, equals)), Decode(pair.AsSpan(equals + 1))));
        }

        return parameters;
    }

    /// <summary>The text without lone surrogates, which have no UTF-8.</summary>
    public static string WellFormed(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
            {
                at++;
            }
            else if (char.IsSurrogate(text[at]))
            {
                return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
            }
        }

        return text;
    }

    private static string Decode(ReadOnlySpan<char> encoded)
    {
        if (encoded.IndexOfAny('%', '+') < 0)
        {
            return WellFormed(encoded.ToString());
        }

        var bytes = new byte[Encoding.UTF8.GetMaxByteCount(encoded.Length)];
        var length = 0;
        for (var at = 0; at < encoded.Length; at++)
        {
            if (encoded[at] == '%' && at + 2 < encoded.Length
                && byte.TryParse(encoded.Slice(at + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            {
                bytes[length++] = value;
                at += 2;
            }
            else
            {
                length += Copy(encoded, ref at, bytes.AsSpan(length));
            }
        }

        return Encoding.UTF8.GetString(bytes, 0, length);
    }

    private static int Copy(ReadOnlySpan<char> encoded, ref int at, Span<byte> target)
    {
        if (encoded[at] == '+')
        {
            target[0] = (byte)' ';
            return 1;
        }

        var pair = char.IsHighSurrogate(encoded[at]) && at + 1 < encoded.Length && char.IsLowSurrogate(encoded[at + 1]);
        var written = Encoding.UTF8.GetBytes(encoded.Slice(at, pair ? 2 : 1), target);
        at += pair ? 1 : 0;
        return written;
    }
}
