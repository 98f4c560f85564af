namespace ProposalSearch.Proposals;

/// <summary>Finds what somebody meant who mistyped a name.</summary>
public static class NearestName
{
    private const int Longest = 64;

    /// <summary>
    /// The known name with the fewest edits to this one, the first of equals; <see langword="null"/> where all are further away than a
    /// slip of the finger. Capitals do not matter.
    /// </summary>
    public static string? Of(string name, IEnumerable<string> known)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(known);
        if (name.Length is 0 or > Longest)
        {
            return null;
        }

        var (nearest, fewest) = ((string?)null, Allowed(name.Length) + 1);
        foreach (var candidate in known.Where(candidate => candidate.Length <= Longest))
        {
            var edits = Edits(name.ToLowerInvariant(), candidate.ToLowerInvariant());
            if (edits < fewest)
            {
                (nearest, fewest) = (candidate, edits);
            }
        }

        return nearest;
    }

    /// <summary>Edits that still look like a slip: none in one character, one in three, two in four, then a third of the length.</summary>
    private static int Allowed(int length) => length switch { 1 => 0, < 4 => 1, _ => Math.Max(2, length / 3) };

    /// <summary>Levenshtein's distance, by the textbook recurrence: names are short.</summary>
    private static int Edits(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var replaced = diagonal + (one[i - 1] == other[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[other.Length];
    }
}
