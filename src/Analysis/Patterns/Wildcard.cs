using System.Text;

namespace ProposalSearch.Analysis.Patterns;

/// <summary>
/// A shape of terms: <c>?</c> stands for one character, <c>*</c> for any number, everything else for itself. Thread-safe.
/// </summary>
public sealed class Wildcard
{
    private readonly Rune[] _pattern;

    /// <summary>A shape.</summary>
    public Wildcard(string pattern) => _pattern = [.. pattern.EnumerateRunes()];

    /// <summary>What every term of a shape begins with.</summary>
    public static string Beginning(string pattern)
    {
        int literal = pattern.AsSpan().IndexOfAny('?', '*');
        return literal < 0 ? pattern : pattern[..literal];
    }

    /// <summary>Whether a term in UTF-8 has the shape. Time is at most the product of both lengths.</summary>
    public bool Matches(ReadOnlyMemory<byte> term)
    {
        var rest = term.Span;
        int at = 0, star = -1;
        var afterStar = rest;
        while (!rest.IsEmpty)
        {
            Rune.DecodeFromUtf8(rest, out var rune, out int length);
            if (at < _pattern.Length && _pattern[at].Value == '*')
            {
                star = at++;
                afterStar = rest;
            }
            else if (at < _pattern.Length && (_pattern[at].Value == '?' || _pattern[at] == rune))
            {
                at++;
                rest = rest[length..];
            }
            else if (star >= 0)
            {
                Rune.DecodeFromUtf8(afterStar, out _, out int skipped);
                rest = afterStar = afterStar[skipped..];
                at = star + 1;
            }
            else
            {
                return false;
            }
        }

        return !_pattern.AsSpan(at).ContainsAnyExcept(new Rune('*'));
    }
}
