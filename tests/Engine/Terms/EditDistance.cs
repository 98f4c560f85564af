using System.Text;

namespace ProposalSearch.Engine.Tests.Terms;

/// <summary>Edit distances by the textbook table, over code points.</summary>
internal static class EditDistance
{
    /// <summary>
    /// Insertions, deletions, replacements and, where allowed, changes of place of two neighbours; no letter is edited twice.
    /// </summary>
    public static int Between(string a, string b, bool transpositions)
    {
        Rune[] left = [.. a.EnumerateRunes()], right = [.. b.EnumerateRunes()];
        var table = new int[left.Length + 1, right.Length + 1];
        for (var i = 0; i <= left.Length; i++)
        {
            for (var j = 0; j <= right.Length; j++)
            {
                table[i, j] = Cell(table, left, right, i, j, transpositions);
            }
        }

        return table[left.Length, right.Length];
    }

    /// <summary>
    /// Whether a word is near a term whose first <paramref name="prefix"/> code points allow no edit; a prefix of all of it allows none at
    /// all.
    /// </summary>
    public static bool IsNear(string term, string word, int edits, int prefix, bool transpositions)
    {
        Rune[] left = [.. term.EnumerateRunes()], right = [.. word.EnumerateRunes()];
        return prefix >= left.Length
            ? term == word
            : left.Take(prefix).SequenceEqual(right.Take(prefix)) && Between(term, word, transpositions) <= edits;
    }

    private static int Cell(int[,] table, Rune[] left, Rune[] right, int i, int j, bool transpositions)
    {
        if (i == 0 || j == 0)
        {
            return i + j;
        }

        var best = Math.Min(Math.Min(table[i - 1, j], table[i, j - 1]) + 1, table[i - 1, j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1));
        var swapped = transpositions && i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1];
        return swapped ? Math.Min(best, table[i - 2, j - 2] + 1) : best;
    }
}
