using ProposalSearch.Analysis.Forms;
using ProposalSearch.Analysis.Patterns;
using ProposalSearch.Search.Completing;
using Xunit;

namespace ProposalSearch.Search.Tests.Completing;

/// <summary>The reader against a plain search through all phrases.</summary>
public sealed class CompletionTwinTests
{
    private static readonly TermNormalizer Normalizer = new(AnalysisOptions.Default);
    private static readonly string[] Stock =
    [
        "a", "an", "ana", "art", "arts", "artist", "artists", "college", "colleges", "collage", "collages", "and", "andes", "angel",
        "angeles", "angels", "organize", "organization", "organizations", "éclair", "eclairs", "😀", "中", "2050", "205", "success",
        "successful", "sucess",
    ];

    private readonly Dictionary<(string Typed, string Word, bool Unfinished), int> _edits = [];

    [Fact]
    public void Complete_RandomPhrasesAndTyping_EqualsTheTwin()
    {
        var (empty, found, corrected) = (0, 0, 0);
        for (var seed = 0; seed < 40; seed++)
        {
            var random = new Random(seed);
            var phrases = Phrases(random, random.Next(1, 120));
            var file = new WrittenSuggestions(phrases);
            for (var query = 0; query < 40; query++)
            {
                var (typed, limit) = (Typed(random), random.Next(1, 12));
                var expected = Twin(phrases, typed, limit);
                var actual = file.Reader.Complete(typed, limit).Select(completion => (completion.Edits, completion.Text)).ToList();
                Assert.True(expected.SequenceEqual(actual),
                    $"seed {seed}, '{typed}', {limit}: {string.Join(", ", actual)}; expected {string.Join(", ", expected)}");
                empty += actual.Count == 0 ? 1 : 0;
                found += actual.Count;
                corrected += actual.Count(answer => answer.Edits > 0);
            }
        }

        Assert.True(empty > 100 && found > 3_000 && corrected > 500, $"{empty} empty, {found} found, {corrected} corrected");
    }

    private static List<SuggestionPhrase> Phrases(Random random, int count)
    {
        var phrases = Enumerable.Range(0, count).Select(_ => new SuggestionPhrase(
            string.Join(
                random.Next(2) == 0 ? " " : ", ",
                Enumerable.Range(0, random.Next(1, 6)).Select(_ => Stock[random.Next(Stock.Length)])),
            random.Next(1, 20),
            (byte)random.Next(3)));
        return [.. phrases.DistinctBy(phrase => (phrase.Text, phrase.Kind))];
    }

    private static string Typed(Random random)
    {
        var words = Enumerable.Range(0, random.Next(1, 4)).Select(_ => Stock[random.Next(Stock.Length)].ToCharArray()).ToList();
        foreach (var word in words.Where(word => word.Length > 2 && random.Next(3) == 0))
        {
            var at = random.Next(word.Length - 1);
            (word[at], word[at + 1]) = random.Next(2) == 0 ? (word[at + 1], word[at]) : ('x', word[at + 1]);
        }

        var typed = string.Join(' ', words.Select(word => new string(word)));
        return random.Next(3) == 0 ? typed + " " : typed[..random.Next(1, typed.Length + 1)];
    }

    private List<(int Edits, string Text)> Twin(List<SuggestionPhrase> phrases, string typed, int limit)
    {
        var tokens = Analyzer.Exact(typed, Normalizer);
        if (tokens.Count == 0)
        {
            return [];
        }

        var last = tokens[^1].End == typed.Length;
        var answers = phrases.SelectMany(phrase => Match(phrase, [.. tokens.Select(token => token.Term)], last));
        return [.. answers.OrderBy(answer => answer.Edits).ThenBy(answer => answer.Inner).ThenByDescending(answer => answer.Phrase.Weight)
            .ThenBy(answer => answer.Phrase.Text, StringComparer.Ordinal).ThenBy(answer => answer.Phrase.Kind)
            .Take(limit).Select(answer => (answer.Edits, answer.Phrase.Text))];
    }

    // The best way in which a phrase fits: fewest edits, then at its start.
    private IEnumerable<(int Edits, bool Inner, SuggestionPhrase Phrase)> Match(SuggestionPhrase phrase, string[] typed, bool unfinished)
    {
        var words = Analyzer.Exact(phrase.Text, Normalizer).ConvertAll(token => token.Term);
        var ways = from start in Enumerable.Range(0, Math.Max(0, words.Count - typed.Length + 1))
                   let edits = typed.Select((word, i) => Edits(word, words[start + i], unfinished && i == typed.Length - 1)).Sum()
                   where edits <= SuggestionsReader.MaxEdits
                   select (edits, start > 0, phrase);
        return ways.OrderBy(way => way.Item1).ThenBy(way => way.Item2).Take(1);
    }

    private int Edits(string typed, string word, bool unfinished)
    {
        if (_edits.TryGetValue((typed, word, unfinished), out var known))
        {
            return known;
        }

        var letters = word.EnumerateRunes().Select(rune => rune.ToString()).ToList();
        var shortest = unfinished ? 0 : letters.Count;
        var fewest = Enumerable.Range(shortest, letters.Count - shortest + 1)
            .Min(length => Distance(typed, string.Concat(letters.Take(length))));
        var length = typed.EnumerateRunes().Count();
        return _edits[(typed, word, unfinished)] = fewest <= (length < 4 ? 0 : length < 8 ? 1 : 2) ? fewest : 1_000;
    }

    private static int Distance(string typed, string word)
    {
        var automaton = new LevenshteinAutomaton(typed, 2, 0, transpositions: true);
        var state = automaton.Start;
        foreach (var rune in word.EnumerateRunes())
        {
            state = state < 0 ? state : automaton.Step(state, rune.Value);
        }

        return state < 0 ? int.MaxValue : automaton.Distance(state);
    }
}
