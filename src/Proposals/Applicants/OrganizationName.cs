using System.Collections.Frozen;
using ProposalSearch.Analysis.Forms;

namespace ProposalSearch.Proposals.Applicants;

/// <summary>
/// The name of an organization as its words, without what people write in one year and not in another: case, accents, punctuation, a "The"
/// before it, "Inc." behind it.
/// </summary>
internal sealed class OrganizationName
{
    private const int LongestInitials = 5;

    // A name of so many words at most is abbreviated; so many letters at most of a word stand whole in an abbreviation.
    private const int MostWordsAbbreviated = 12;
    private const int ShortWord = 3;

    // What two names have in common beside "LA" and "Los Angeles", if that alone is to make them one.
    private const int LeastWordsBesideInitials = 2;
    private const int LeastLettersBesideInitials = 8;

    private static readonly FrozenSet<string> LegalForms = WordSet.Of("""
        inc incorporated llc llp lllp pllc ltd limited corp corporation co company pbc plc gmbh ev sa sarl bv 501c3 nonprofit ngo
        """);

    private static readonly FrozenSet<string> SmallWords = WordSet.Of("of the and for in a to de la y");

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
    public bool HasInitials(string word) => Spelled(word).Any();

    /// <summary>Whether this name has the initials of words of another name, of which a given one is one.</summary>
    public bool IsInitialOf(string word, OrganizationName other)
        => Words.Any(initials => other.Spelled(initials).Any(from => other.Words.Skip(from).Take(initials.Length).Contains(word)));

    /// <summary>
    /// Whether a word is made of the beginnings of this name's words: each gives its first letter, a short one all of its letters or none.
    /// LAFH stands for LA Family Housing, and NHS for Neighborhood Housing Services.
    /// </summary>
    public bool IsAbbreviatedBy(string word)
        => word.Length is >= ShortWord and <= LongestInitials && Words.Count is > 1 and <= MostWordsAbbreviated && Spells(word, 0);

    /// <summary>
    /// The keys of this name with some words in a row replaced by their initials, as LA stands for Los Angeles, where enough of it is left.
    /// </summary>
    public IEnumerable<string> WithInitials()
    {
        for (var count = 2; count <= ShortWord; count++)
        {
            var left = Words.Count - count;
            for (var from = 0; left >= LeastWordsBesideInitials && from <= left; from++)
            {
                var (before, after) = (string.Concat(Words.Take(from)), string.Concat(Words.Skip(from + count)));
                if (before.Length + after.Length >= LeastLettersBesideInitials)
                {
                    yield return before + string.Concat(Words.Skip(from).Take(count).Select(static word => word[0])) + after;
                }
            }
        }
    }

    private bool Spells(ReadOnlySpan<char> letters, int at)
    {
        if (at == Words.Count)
        {
            return letters.IsEmpty;
        }

        var word = Words[at];
        return (SmallWords.Contains(word) && Spells(letters, at + 1))
            || (letters is [var first, .. var rest] && first == word[0] && Spells(rest, at + 1))
            || (word.Length <= ShortWord && letters.StartsWith(word) && Spells(letters[word.Length..], at + 1));
    }

    /// <summary>Where words in a row begin that have a word as their initials.</summary>
    private IEnumerable<int> Spelled(string initials)
        => initials.Length is > 1 and <= LongestInitials
            ? Enumerable.Range(0, Words.Count).Where(from => AreInitials(initials, Words, from))
            : [];

    /// <summary>Whether the words from one on begin with these letters.</summary>
    private static bool AreInitials(string initials, IReadOnlyList<string> words, int from)
        => words.Skip(from).Take(initials.Length).Select(static word => word[0]).SequenceEqual(initials);

    /// <summary>Full stops and apostrophes part no words here: <c>Y.M.C.A.</c> is one.</summary>
    private static List<string> Split(string name)
    {
        var words = new List<string>();
        var plain = name.Replace(".", "", StringComparison.Ordinal).Replace("&", " and ", StringComparison.Ordinal);
        var all = new PlainWords(plain, keepsApostrophes: true);
        while (all.MoveNext())
        {
            words.Add(all.Folded);
        }

        return words;
    }

    private static string InitialsOf(List<string> words, bool all)
        => words.Count < 2 ? "" : string.Concat(words.Where(word => all || !SmallWords.Contains(word)).Select(static word => word[0]));
}
