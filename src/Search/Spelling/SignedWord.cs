using System.Buffers;

namespace ProposalSearch.Search.Spelling;

/// <summary>
/// Words with signs within them, in their exact form, and the words that people mean by them: <c>u.c.l.a</c> is <c>ucla</c>,
/// <c>o'neill</c> is <c>oneill</c>, <c>100,000</c> is <c>100000</c>; <c>homeless.they</c> is two words whose blank is missing.
/// </summary>
internal static class SignedWord
{
    private const int LongestInitial = 3;
    private const int LeastPart = 2;
    private const int LeastBehindElision = 3;

    private static readonly HashSet<string> Endings = new(
        ["com", "org", "net", "edu", "gov", "info", "html", "htm", "pdf", "php", "io", "tv", "us", "co", "www"], StringComparer.Ordinal);

    private static readonly HashSet<string> Elisions = new(
        ["dell", "all", "nell", "sull", "dall", "quell", "lorsqu", "jusqu", "puisqu", "quoiqu"], StringComparer.Ordinal);

    /// <summary>The signs that may stand within a word.</summary>
    public static SearchValues<char> Signs { get; } = SearchValues.Create(".:_,'’");

    /// <summary>Whether a word has one of them.</summary>
    public static bool HasSign(string term) => term.AsSpan().ContainsAny(Signs);

    /// <summary>
    /// The word without its signs, where it is still the same word: initials, numbers with thousands, words with an apostrophe;
    /// else <see langword="null"/>.
    /// </summary>
    public static string? Joined(string term)
    {
        var parts = Parts(term);
        if (parts.Length < 2)
        {
            return null;
        }

        var joined = string.Concat(parts);
        return term.Contains(',', StringComparison.Ordinal) ? (IsThousands(term) ? joined : null)
            : !joined.All(char.IsLetter) ? null
            : term.AsSpan().IndexOfAny(":_") >= 0 ? null
            : !term.Contains('.', StringComparison.Ordinal) || IsInitials(parts) ? joined
            : null;
    }

    /// <summary>The words that stand in it, where a blank is missing, or behind an elision: <c>l'atelier</c>.</summary>
    /// <param name="term">The word with signs.</param>
    /// <param name="functionWords">Words that nobody means behind an elision.</param>
    public static IEnumerable<string> Within(string term, IReadOnlySet<string> functionWords)
    {
        var parts = Parts(term);
        if (parts.Length < 2 || term.Contains(',', StringComparison.Ordinal))
        {
            return [];
        }

        if (term.AsSpan().IndexOfAny(".:_") < 0)
        {
            return parts is [var elided, { Length: >= LeastBehindElision } word] && IsElision(elided) && !functionWords.Contains(word)
                ? [word] : [];
        }

        var last = parts.Length - 1;
        return IsInitials(parts) ? [] : parts.Where((part, at) => part.Length >= LeastPart && !(at == last && Endings.Contains(part)));
    }

    /// <summary>The parts between the signs.</summary>
    public static string[] Parts(string term) =>
        term.Split(['.', ':', '_', ',', '\'', '’'], StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Whether its parts may stand side by side instead: signs between letters that hold no number together.</summary>
    public static bool MayFallApart(string term) =>
        !term.Contains(',', StringComparison.Ordinal) && !term.All(c => char.IsDigit(c) || Signs.Contains(c));

    private static bool IsElision(string part) => part.Length <= 2 || Elisions.Contains(part);

    /// <summary>Several short parts, one of which is a single letter: U.S.A., Ph.D., M.Ed.</summary>
    private static bool IsInitials(string[] parts) =>
        Array.TrueForAll(parts, part => part.Length <= LongestInitial && part.All(char.IsLetter))
        && Array.Exists(parts, part => part.Length == 1);

    private static bool IsThousands(string term)
    {
        var parts = term.Split(',');
        return parts[0].Length is >= 1 and <= 3 && Array.TrueForAll(parts, part => part.All(char.IsAsciiDigit))
            && Array.TrueForAll(parts[1..], part => part.Length == 3);
    }
}
