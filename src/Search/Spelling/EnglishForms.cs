using System.Collections.Frozen;

namespace ProposalSearch.Search.Spelling;

/// <summary>
/// What is known of English alone, in one place, so that it can be left out for another language: plurals that no stemmer makes one with
/// their singular, and what stands for <c>&amp;</c>.
/// </summary>
internal static class EnglishForms
{
    /// <summary>What <c>&amp;</c> is read as.</summary>
    public const string And = "and";

    /// <summary>Words that are too short to have a plural by an ending.</summary>
    private const int LeastLetters = 5;

    private static readonly string[][] Families =
    [
        ["person", "persons", "people"], ["foot", "feet"], ["tooth", "teeth"], ["goose", "geese"], ["mouse", "mice"], ["louse", "lice"],
        ["ox", "oxen"], ["man", "men"], ["woman", "women"], ["child", "children"], ["life", "lives"], ["wife", "wives"],
        ["knife", "knives"], ["leaf", "leaves"], ["half", "halves"], ["self", "selves"], ["shelf", "shelves"], ["wolf", "wolves"],
        ["thief", "thieves"], ["loaf", "loaves"], ["calf", "calves"], ["scarf", "scarves", "scarfs"], ["hoof", "hooves"],
        ["elf", "elves"], ["bus", "buses", "busses"], ["gas", "gases", "gasses"], ["lens", "lenses"], ["quiz", "quizzes"],
        ["axis", "axes"], ["criterion", "criteria"], ["phenomenon", "phenomena"], ["bacterium", "bacteria"], ["datum", "data"],
        ["curriculum", "curricula", "curriculums"], ["memorandum", "memoranda"], ["stratum", "strata"], ["addendum", "addenda"],
        ["alumnus", "alumni", "alumna", "alumnae"], ["stimulus", "stimuli"], ["fungus", "fungi"], ["cactus", "cacti"],
        ["syllabus", "syllabi"], ["nucleus", "nuclei"], ["radius", "radii"], ["focus", "foci"], ["index", "indices", "indexes"],
        ["matrix", "matrices", "matrixes"], ["vertex", "vertices"], ["appendix", "appendices", "appendixes"],
        ["formula", "formulae", "formulas"], ["larva", "larvae"], ["genus", "genera"], ["corpus", "corpora"], ["symposium", "symposia"],
        ["stadium", "stadia"], ["aquarium", "aquaria"], ["consortium", "consortia"], ["forum", "fora"], ["locus", "loci"],
        ["hypothesis", "hypotheses"], ["brother", "brethren"], ["penny", "pence", "pennies"], ["passerby", "passersby"],
    ];

    private static readonly (string One, string Many)[] Endings =
    [
        ("child", "children"), ("woman", "women"), ("man", "men"), ("sis", "ses"), ("us", "uses"), ("foot", "feet"), ("life", "lives"),
        ("wife", "wives"),
    ];

    private static readonly FrozenDictionary<string, string[]> Known = Families
        .SelectMany(family => family.Select(word => (word, Others: family.Where(other => other != word).ToArray())))
        .ToFrozenDictionary(pair => pair.word, pair => pair.Others, StringComparer.Ordinal);

    /// <summary>The other forms of a word in its exact form; some may be words that nobody writes.</summary>
    public static IReadOnlyList<string> Others(string word) =>
        Known.TryGetValue(word, out var others) ? others : word.Length < LeastLetters ? [] : [.. ByEnding(word)];

    private static IEnumerable<string> ByEnding(string word)
    {
        foreach (var (one, many) in Endings)
        {
            if (word.EndsWith(one, StringComparison.Ordinal) && word.Length > one.Length)
            {
                yield return word[..^one.Length] + many;
            }

            if (word.EndsWith(many, StringComparison.Ordinal) && word.Length > many.Length)
            {
                yield return word[..^many.Length] + one;
            }
        }
    }
}
