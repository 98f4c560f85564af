using System.Collections.Frozen;
using ProposalSearch.Analysis.Forms;

namespace ProposalSearch.Proposals.Applicants;

/// <summary>
/// The name of an organization as its words, without what people write in one year and not in another: case, accents, punctuation, a "The" before it, "Inc."
/// behind it.
/// </summary>
internal sealed class OrganizationName
{
    private static readonly FrozenSet<string> LegalForms = FrozenSet.Create(
        StringComparer.Ordinal,
        "inc", "incorporated", "llc", "llp", "lllp", "pllc", "ltd", "limited", "corp", "corporation", "co", "company", "pbc", "plc", "gmbh", "ev", "sa", "sarl", "bv",
        "501c3", "nonprofit", "ngo");

    private static readonly FrozenSet<string> SmallWords = FrozenSet.Create(StringComparer.Ordinal, "of", "the", "and", "for", "in", "a", "to", "de", "la", "y");

    private OrganizationName(List<string> words)
    {
        Words = words;
        Key = string.Concat(words);
        Initials = InitialsOf(words, all: false);
        AllInitials = InitialsOf(words, all: true);
    }

    /// <summary>The words, folded.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>The words without spaces: equal for names that are written alike.</summary>
    public string Key { get; }

    /// <summary>The initials of its words, small ones left out.</summary>
    public string Initials { get; }

    /// <summary>The initials of all its words.</summary>
    public string AllInitials { get; }

    /// <summary>Whether the name alone tells the organization: several words, or a long one.</summary>
    public bool IsTelling => Key.Length >= 6 && (Words.Count > 1 || Key.Length >= 8);

    /// <summary>Reads a name; <see langword="null"/> where nothing of it is left.</summary>
    public static OrganizationName? Of(string? name)
    {
        var words = Split(name ?? "");
        if (words.Count > 1 && words[0] == "the")
        {
            words.RemoveAt(0);
        }

        while (words.Count > 1 && LegalForms.Contains(words[^1]))
        {
            words.RemoveAt(words.Count - 1);
        }

        return words.Count == 0 ? null : new OrganizationName(words);
    }

    /// <summary>Whether some words in a row have a word as their initials, as Los Angeles has <c>la</c>.</summary>
    public bool HasInitials(string word)
        => word.Length is > 1 and < 6
            && Enumerable.Range(0, Math.Max(0, Words.Count - word.Length + 1)).Any(from => AreInitials(word, Words, from));

    /// <summary>Whether this name has the initials of the words that one of another name stands among.</summary>
    public bool IsInitialOf(string word, OrganizationName other)
        => Words.Any(initials => initials.Length is > 1 and < 6
            && Enumerable.Range(0, Math.Max(0, other.Words.Count - initials.Length + 1))
                .Any(from => AreInitials(initials, other.Words, from) && other.Words.Skip(from).Take(initials.Length).Contains(word)));

    private static bool AreInitials(string initials, IReadOnlyList<string> words, int from)
    {
        for (var at = 0; at < initials.Length; at++)
        {
            if (words[from + at][0] != initials[at])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Full stops and apostrophes part no words here: <c>Y.M.C.A.</c> is one.</summary>
    private static List<string> Split(string name)
    {
        var words = new List<string>();
        var all = new PlainWords(name.Replace(".", "", StringComparison.Ordinal).Replace("&", " and ", StringComparison.Ordinal), keepsApostrophes: true);
        while (all.MoveNext())
        {
            words.Add(all.Folded);
        }

        return words;
    }

    private static string InitialsOf(List<string> words, bool all)
        => words.Count < 2 ? "" : string.Concat(words.Where(word => all || !SmallWords.Contains(word)).Select(static word => word[0]));
}
