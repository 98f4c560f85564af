using System.Buffers;
using System.Collections.Frozen;
using System.Net;

namespace ProposalSearch.Proposals.Mapping;

/// <summary>Addresses as people type them, made whole: <c>www.x.org</c> gets its <c>https://</c>. Only http and https pass.</summary>
internal static class Addresses
{
    private const int Longest = 2000;

    /// <summary>What stands between addresses of one value.</summary>
    public static readonly char[] Separators = [' ', '\n', ',', ';'];

    private const string LetterCharacters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private static readonly SearchValues<char> Forbidden = SearchValues.Create(" \n\"<>`{}|\\^");
    private static readonly SearchValues<char> TopLevel = SearchValues.Create(LetterCharacters);
    private static readonly SearchValues<char> Host = SearchValues.Create(LetterCharacters + "0123456789.-");

    private static readonly FrozenSet<string> FileEndings = WordSet.IgnoringCase(
        "jpg jpeg png gif svg webp pdf doc docx html htm php md txt zip mp3 mpeg csv xlsx xls");

    private static readonly FrozenSet<string> NoNames = WordSet.IgnoringCase("n/a none na");

    /// <summary>
    /// An absolute address; false where the text is none. With a <paramref name="prefix"/>, a bare name such as <c>@liftla</c> is one too.
    /// </summary>
    public static bool TryRead(string text, string? prefix, out string url)
    {
        var candidate = text.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(text) : text;
        candidate = AnswerText.Clean(candidate).Trim('"', '\'', '<', '>', ',', ';');
        url = "";
        if (candidate.Length is 0 or > Longest || candidate.AsSpan().ContainsAny(Forbidden))
        {
            return false;
        }

        if (HasScheme(candidate))
        {
            return TryWhole(candidate, out url);
        }

        if (IsDomain(candidate))
        {
            return TryWhole("https://" + candidate.TrimStart('/'), out url);
        }

        return prefix is not null && IsName(candidate) && TryWhole(prefix + candidate.TrimStart('@', '/'), out url);
    }

    /// <summary>An absolute address that is written out; a mere file name is none.</summary>
    public static bool TryReadWhole(string text, out string url)
    {
        url = "";
        return HasScheme(text.TrimStart()) && TryRead(text, null, out url);
    }

    /// <summary>
    /// Whether a text is nothing but an address that is written out, or begins with <c>www.</c>; between pointed brackets too, as Markdown
    /// and mail have it.
    /// </summary>
    public static bool IsAddress(string text)
        => IsBeginning(text) && TryRead(text, null, out _);

    /// <summary>Whether a text is nothing but several addresses, with blanks, commas or semicolons between them.</summary>
    public static bool AreAll(string text) => First(text) is not null;

    /// <summary>The first of several addresses; <see langword="null"/> where a text is anything else.</summary>
    public static string? First(string text)
    {
        if (!IsBeginning(text))
        {
            return null;
        }

        var parts = text.Split(Separators, StringSplitOptions.RemoveEmptyEntries);
        return parts.Length > 1 && Array.TrueForAll(parts, IsAddress) ? parts[0] : null;
    }

    private static bool IsBeginning(string text)
        => text.TrimStart('<') is var bare && (HasScheme(bare) || bare.StartsWith("www.", StringComparison.OrdinalIgnoreCase));

    private static bool HasScheme(string text)
        => text.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    private static bool TryWhole(string candidate, out string url)
    {
        url = "";
        if (!Uri.TryCreate(candidate, UriKind.Absolute, out var uri)
            || (uri.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps)
            || !uri.Host.Contains('.', StringComparison.Ordinal))
        {
            return false;
        }

        url = candidate;
        return true;
    }

    /// <summary>Labels with dots between them, of which the last is of letters, before a path, if any.</summary>
    private static bool IsDomain(string text)
    {
        var host = text.AsSpan().TrimStart('/');
        var end = host.IndexOfAny('/', '?', '#');
        host = end < 0 ? host : host[..end];
        var dot = host.LastIndexOf('.');
        return dot > 0
            && host.Length - dot > 2
            && !FileEndings.Contains(host[(dot + 1)..].ToString())
            && !host[(dot + 1)..].ContainsAnyExcept(TopLevel)
            && !host.ContainsAnyExcept(Host);
    }

    private static bool IsName(string text) => text.AsSpan().TrimStart('@').ContainsAnyInRange('0', 'z') && !NoNames.Contains(text);
}
