using ProposalSearch.Foundation.Bytes;

namespace ProposalSearch.Proposals.Mapping;

/// <summary>
/// Texts compared by their letters and digits alone, without regard to case: two answers that differ in line ends, spaces or
/// bullets are the same answer.
/// </summary>
internal static class Letters
{
    private const int DigestedLetters = 32;

    /// <summary>Whether a text has at least so many.</summary>
    public static bool AreAtLeast(ReadOnlySpan<char> text, int count)
    {
        foreach (var character in text)
        {
            count -= char.IsLetterOrDigit(character) ? 1 : 0;
            if (count <= 0)
            {
                return true;
            }
        }

        return count <= 0;
    }

    /// <summary>A digest of the first of them: equal letters have equal digests.</summary>
    public static ulong Digest(ReadOnlySpan<char> text)
    {
        var digest = Fnv1a.Start;
        var count = 0;
        foreach (var character in text)
        {
            if (char.IsLetterOrDigit(character))
            {
                digest = Fnv1a.Add(digest, char.ToLowerInvariant(character));
                if (++count == DigestedLetters)
                {
                    break;
                }
            }
        }

        return digest;
    }

    /// <summary>Whether two texts have the same letters and digits in the same order.</summary>
    public static bool Same(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        var other = 0;
        foreach (var character in left)
        {
            if (char.IsLetterOrDigit(character))
            {
                other = Next(right, other);
                if (other == right.Length || char.ToLowerInvariant(right[other++]) != char.ToLowerInvariant(character))
                {
                    return false;
                }
            }
        }

        return Next(right, other) == right.Length;
    }

    private static int Next(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && !char.IsLetterOrDigit(text[at]))
        {
            at++;
        }

        return at;
    }
}
