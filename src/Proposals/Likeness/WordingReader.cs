using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;
using ProposalSearch.Analysis.Forms;
using ProposalSearch.Proposals.Schema;

namespace ProposalSearch.Proposals.Likeness;

/// <summary>A wording as it is compared.</summary>
/// <param name="Terms">What it is about: the stems of its words, synonyms made one; each once, in order.</param>
/// <param name="Pairs">Neighbours, function words included, with <c>^</c> before the first and <c>$</c> after the last; each once.</param>
internal sealed record WordingFeatures(IReadOnlyList<string> Terms, IReadOnlyList<string> Pairs);

/// <summary>Wordings to what is compared of them. Immutable, so any number of threads may use it.</summary>
internal sealed partial class WordingReader
{
    private const string AnyCategory = "~";
    private const string AnyYear = "#";

    /// <summary>Words of grammar: they order a wording, but say nothing of what it asks.</summary>
    private static readonly FrozenSet<string> Grammar = WordSet.Of("""
        a an the of to on at for and or with by from as is are be been being was were may does did do this that these those it its you your
        yours our we us i my me they their he she any some each least etc s if there so than into about one two three more
        """);

    private static readonly TermNormalizer Stemmer = new(new AnalysisOptions { StopWords = false });

    private static readonly FrozenSet<string> Courtesies = WordSet.Of("please also re");

    /// <summary>Words of names that say only where a name stands, or that it is about what is proposed.</summary>
    private static readonly FrozenSet<string> Frames = WordSet.Of("""
        the a your our of for project program programme proposal proposed application section part overview statement narrative description
        details information
        """);

    /// <summary>Words by which a form speaks to whom it asks, or of what is proposed.</summary>
    private static readonly FrozenSet<string> OfForms = WordSet.Of("""
        you your yours yourself we our us project projects proposal proposals program programs grant grants applicant applicants application
        organization organizations organisation organisations team please describe explain list
        """);

    private readonly Dictionary<string, string> _concepts = new(StringComparer.Ordinal);
    private readonly HashSet<string> _categories;
    private readonly HashSet<string> _asides = new(StringComparer.Ordinal);

    public WordingReader(LikenessRules rules)
    {
        _categories = rules.Categories.Select(Folding.Of).ToHashSet(StringComparer.Ordinal);
        foreach (var group in rules.Synonyms)
        {
            foreach (var word in group)
            {
                _concepts.TryAdd(Stem(word), Stem(group[0]));
            }
        }

        foreach (var word in rules.Asides)
        {
            _asides.Add(ConceptOf(word));
        }
    }

    /// <summary>Whether a wording may be a question of a form, by its words.</summary>
    public static bool IsOfAForm(string wording) => Words(wording).Exists(OfForms.Contains);

    /// <summary>The stem of a word, as the search has it: one for <c>evaluate</c>, <c>evaluation</c> and <c>evaluating</c>.</summary>
    public static string Stem(string word) => Stemmer.Stem(word);

    /// <summary>Whether a term tells how to answer rather than what.</summary>
    public bool IsAside(string term) => _asides.Contains(term);

    /// <summary>
    /// A wording without case, accents, punctuation and invisible characters, with one sign for every year and one for every category word.
    /// Equal keys ask the same, word for word.
    /// </summary>
    public string Key(string wording)
    {
        var key = new StringBuilder(wording.Length);
        foreach (var word in Words(wording))
        {
            key.Append(key.Length > 0 ? " " : "").Append(_categories.Contains(word) ? AnyCategory : IsYear(word) ? AnyYear : word);
        }

        return key.ToString();
    }

    /// <summary>The <see cref="Key"/> of a name without what frames it: of <c>Project partners overview</c> the partners.</summary>
    public string Core(string name)
    {
        var words = Words(name).Where(static word => !Frames.Contains(word) && !IsYear(word));
        return Key(string.Join(' ', words));
    }

    /// <summary>What is compared of a wording.</summary>
    public WordingFeatures Read(string wording)
    {
        var terms = new List<string>();
        var pairs = new List<string>();
        var last = "^";
        foreach (var word in Words(wording))
        {
            if (_categories.Contains(word) || Courtesies.Contains(word) || word.All(char.IsAsciiDigit))
            {
                continue;
            }

            var isGrammar = Grammar.Contains(word);
            var term = isGrammar ? word : ConceptOf(word);
            AddOnce(pairs, $"{last} {term}");
            last = term;
            if (!isGrammar)
            {
                AddOnce(terms, term);
            }
        }

        AddOnce(pairs, last + " $");
        return new WordingFeatures(terms, pairs);
    }

    /// <summary>
    /// The sentences of a wording that has several, of each what it asks first: of <c>What do you fear, and how will you ...?</c> the fear.
    /// What stands in parentheses is a remark and left out. Empty where this leaves the wording as it is.
    /// </summary>
    public static IReadOnlyList<string> Sentences(string wording)
    {
        string[] ends = [". ", "? ", "! ", ": ", "; "];
        var bare = Remark().Replace(wording, "");
        var sentences = bare.Split(ends, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        string[] asked = [.. sentences.Select(static sentence => FollowUp().Replace(sentence, ""))];
        return asked.Length == 1 && asked[0].Length == wording.Length ? [] : asked;
    }

    /// <summary>Parentheses after a blank: not those of <c>area(s)</c>.</summary>
    [GeneratedRegex(@"(?<=\s)\([^()]*\)")]
    private static partial Regex Remark();

    /// <summary>What is asked beside the first: from <c>and how</c>, <c>, including</c> and the like on.</summary>
    [GeneratedRegex(@",? and (?:how|what|why|who|whom|which|when|where)\b.*|, (?:including|as well as)\b.*", RegexOptions.IgnoreCase)]
    private static partial Regex FollowUp();

    private string ConceptOf(string word)
    {
        var stem = Stem(word);
        return _concepts.GetValueOrDefault(stem, stem);
    }

    /// <summary>The words in lower case; <c>organization's</c> is <c>organization</c>, and Los Angeles is LA.</summary>
    private static List<string> Words(string wording)
    {
        var words = new List<string>();
        var normalized = Wording.Normalize(wording);
        var all = new PlainWords(normalized, keepsApostrophes: false);
        while (all.MoveNext())
        {
            Add(words, all.Folded, isAfterApostrophe: all.Start > 0 && normalized[all.Start - 1] == '\'');
        }

        return words;
    }

    private static void Add(List<string> words, string word, bool isAfterApostrophe)
    {
        if (isAfterApostrophe && words.Count > 0 && word is "s" or "re" or "ve" or "ll" or "t" or "d")
        {
            return;
        }

        if (word == "angeles" && words.Count > 0 && words[^1] == "los")
        {
            words[^1] = "la";
            return;
        }

        words.Add(word);
    }

    private static bool IsYear(string word) => word.Length == 4 && word.All(char.IsAsciiDigit) && word[0] is '1' or '2';

    private static void AddOnce(List<string> list, string item)
    {
        if (!list.Contains(item))
        {
            list.Add(item);
        }
    }
}
