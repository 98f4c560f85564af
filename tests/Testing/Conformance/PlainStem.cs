namespace ProposalSearch.Testing.Conformance;

/// <summary>
/// English stems by the book, to compare engines with: M. F. Porter, "An algorithm for suffix stripping" (1980), with the rules -bli and
/// -logi that its
/// author added later. Plain strings, one rule a line; for words of small letters from a to z.
/// </summary>
internal static class PlainStem
{
    /// <summary>Words that plain words of a query do not find.</summary>
    public static IReadOnlyList<string> StopWords { get; } =
    [
        "a", "an", "and", "are", "as", "at", "be", "but", "by", "for", "if", "in", "into", "is", "it", "no", "not", "of", "on", "or",
        "such", "that", "the", "their", "then", "there", "these", "they", "this", "to", "was", "will", "with",
    ];

    private static readonly (string Ending, string By)[] Second =
    [
        ("ational", "ate"), ("ization", "ize"), ("iveness", "ive"), ("fulness", "ful"), ("ousness", "ous"), ("biliti", "ble"),
        ("tional", "tion"), ("entli", "ent"), ("ousli", "ous"), ("ation", "ate"), ("alism", "al"), ("aliti", "al"), ("iviti", "ive"),
        ("enci", "ence"), ("anci", "ance"),
        ("izer", "ize"), ("alli", "al"), ("ator", "ate"), ("logi", "log"), ("bli", "ble"), ("eli", "e"),
    ];

    private static readonly (string Ending, string By)[] Third =
        [("icate", "ic"), ("ative", ""), ("alize", "al"), ("iciti", "ic"), ("ical", "ic"), ("ness", ""), ("ful", "")];

    private static readonly string[] Fourth =
    [
        "ement", "ance", "ence", "able", "ible", "ment", "ant", "ent", "ion", "ism", "ate", "iti", "ous", "ive", "ize", "al", "er", "ic",
        "ou",
    ];

    /// <summary>The stem of a word.</summary>
    public static string Of(string word) =>
        word.Length <= 2 ? word : WithoutE(WithoutFourth(Replace(Replace(WithI(WithoutPast(WithoutPlural(word))), Second), Third)));

    private static string WithoutPlural(string word) =>
        word.EndsWith("sses", StringComparison.Ordinal) || word.EndsWith("ies", StringComparison.Ordinal) ? word[..^2]
        : word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal) ? word[..^1]
        : word;

    private static string WithoutPast(string word)
    {
        if (word.EndsWith("eed", StringComparison.Ordinal))
        {
            return Measure(word[..^3]) > 0 ? word[..^1] : word;
        }

        var stem = word.EndsWith("ed", StringComparison.Ordinal) ? word[..^2]
            : word.EndsWith("ing", StringComparison.Ordinal) ? word[..^3]
            : word;
        return stem.Length == word.Length || !Shape(stem).Contains('v', StringComparison.Ordinal) ? word
            : Array.Exists(["at", "bl", "iz"], ending => stem.EndsWith(ending, StringComparison.Ordinal)) ? stem + "e"
            : EndsDouble(stem) ? (stem[^1] is 'l' or 's' or 'z' ? stem : stem[..^1])
            : Measure(stem) == 1 && IsShort(stem) ? stem + "e"
            : stem;
    }

    private static string WithI(string word) =>
        word.EndsWith('y') && Shape(word[..^1]).Contains('v', StringComparison.Ordinal) ? word[..^1] + "i" : word;

    private static string Replace(string word, (string Ending, string By)[] rules)
    {
        var (ending, by) = Array.Find(rules, rule => word.EndsWith(rule.Ending, StringComparison.Ordinal));
        return ending is not null && Measure(word[..^ending.Length]) > 0 ? word[..^ending.Length] + by : word;
    }

    private static string WithoutFourth(string word)
    {
        bool isIon = word.Length > 3 && word[^4] is 's' or 't';
        var ending = Array.Find(Fourth, ending => word.EndsWith(ending, StringComparison.Ordinal) && (ending != "ion" || isIon));
        return ending is not null && Measure(word[..^ending.Length]) > 1 ? word[..^ending.Length] : word;
    }

    private static string WithoutE(string word)
    {
        if (word.EndsWith('e') && Measure(word[..^1]) is var measure && (measure > 1 || (measure == 1 && !IsShort(word[..^1]))))
        {
            word = word[..^1];
        }

        return word.EndsWith("ll", StringComparison.Ordinal) && Measure(word) > 1 ? word[..^1] : word;
    }

    /// <summary>A <c>c</c> for each consonant and a <c>v</c> for each vowel, which y is after a consonant.</summary>
    private static string Shape(string word)
    {
        var shape = new char[word.Length];
        for (var at = 0; at < word.Length; at++)
        {
            shape[at] = word[at] is 'a' or 'e' or 'i' or 'o' or 'u' || (word[at] == 'y' && at > 0 && shape[at - 1] == 'c') ? 'v' : 'c';
        }

        return new string(shape);
    }

    /// <summary>How often a consonant follows a vowel.</summary>
    private static int Measure(string word)
    {
        var shape = Shape(word);
        return shape.Zip(shape.Skip(1)).Count(pair => pair is ('v', 'c'));
    }

    private static bool EndsDouble(string word) => word.Length > 1 && word[^1] == word[^2] && Shape(word)[^1] == 'c';

    private static bool IsShort(string word) =>
        Shape(word).EndsWith("cvc", StringComparison.Ordinal) && word[^1] is not ('w' or 'x' or 'y');
}
