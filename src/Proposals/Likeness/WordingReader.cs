using System.Collections.Frozen;
using System.Text;
using ProposalSearch.Analysis.Forms;
using ProposalSearch.Proposals.Schema;

namespace ProposalSearch.Proposals.Likeness;

/// <summary>A wording as it is compared.</summary>
/// <param name="Terms">What it is about: the stems of its words, synonyms made one; each once, in order.</param>
/// <param name="Pairs">Neighbours, function words included, with <c>^</c> before the first and <c>$</c> after the last; each once.</param>
internal sealed record WordingFeatures(IReadOnlyList<string> Terms, IReadOnlyList<string> Pairs);

/// <summary>Wordings to what is compared of them. Immutable, so any number of threads may use it.</summary>
internal sealed class WordingReader
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

    /// <summary>The sentences of a wording that has several; empty for one.</summary>
    public static IReadOnlyList<string> Sentences(string wording)
    {
        string[] ends = [". ", "? ", "! ", ": ", "; "];
        var sentences = wording.Split(ends, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return sentences.Length > 1 ? sentences : [];
    }

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
