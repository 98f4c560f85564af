using System.Text;
using ProposalSearch.Analysis.Forms;

namespace ProposalSearch.Search.Correcting;

/// <summary>
/// Did you mean: finds words of the index near to those of a query that are unknown, or that fit the other words much worse than a
/// neighbour does. A word is taken for another the rather, the more documents have that one, the fewer letters differ, and the
/// more documents have all words of the query then. As thread-safe as its terms.
/// </summary>
internal sealed class QueryCorrector
{
    /// <summary>Of a longer query nothing is corrected: it is a text, not a slip.</summary>
    public const int MaxWords = 12;

    // How many combinations of options are looked up in the index.
    private const int MaxCombinations = 40;

    // Where all words together decide, each for itself still counts so much.
    private const double WordShare = 0.1;

    private readonly ICorrectionTerms _terms;
    private readonly TermNormalizer _normalizer;

    /// <summary>A corrector.</summary>
    /// <param name="terms">The words of the index.</param>
    /// <param name="normalizer">One with the options of the index's.</param>
    public QueryCorrector(ICorrectionTerms terms, TermNormalizer normalizer)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(normalizer);
        _terms = terms;
        _normalizer = normalizer;
    }

    /// <summary>
    /// Whether only words that are found together are an answer, by <see cref="ICorrectionTerms.DocumentsWithAllAsync"/>: for texts that
    /// are known not to be found as they stand, such as phrases, whose words may all be known. Default false.
    /// </summary>
    public bool FoundOnly { get; init; }

    /// <summary>Words that only hold a sentence together, which nobody searches for. Default those of English.</summary>
    public IReadOnlySet<string> FunctionWords { get; init; } = Language.FunctionWords.Of(BuiltInLanguages.English);

    /// <summary>
    /// The query that was probably meant, or <see langword="null"/> when it is this one. A word before a wildcard stays as it is.
    /// </summary>
    /// <param name="query">The query as typed.</param>
    /// <param name="isWord">Which words, in their exact form, are to be found; others, such as names of fields, stay as they are.</param>
    public async ValueTask<Correction?> CorrectAsync(string query, Func<string, bool> isWord)
    {
        ArgumentNullException.ThrowIfNull(query);
        var tokens = Analyzer.Exact(query, _normalizer)
            .SelectMany(token => isWord(token.Term) ? [token] : BehindNames(query, token))
            .ToList();
        tokens.RemoveAll(token => !isWord(token.Term) || (token.End < query.Length && query[token.End] is '*' or '?' or '~'));
        var corrected = await CorrectAsync(tokens.ConvertAll(token => token.Term)).ConfigureAwait(false);
        return corrected is null ? null : Replace(query, tokens, corrected);
    }

    /// <summary>
    /// What was probably meant by words in their exact form: one answer for each, the word itself where it stays;
    /// <see langword="null"/> when all stay.
    /// </summary>
    public async ValueTask<IReadOnlyList<string>?> CorrectAsync(IReadOnlyList<string> terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        if (terms.Count is 0 or > MaxWords)
        {
            return null;
        }

        var inContext = terms.Count > 1 && await _terms.DocumentsWithAllAsync(terms).ConfigureAwait(false) is not null;
        var options = new CorrectionOptions(_terms, inContext, FunctionWords);
        var words = new List<List<CorrectionOption>>(terms.Count);
        foreach (var term in terms)
        {
            words.Add(await options.OfAsync(term).ConfigureAwait(false));
        }

        var best = await BestAsync(Combinations(words), inContext).ConfigureAwait(false);
        return best is null || best.SequenceEqual(terms) ? null : best;
    }

    /// <summary>The words of what is one word by the rules of Unicode, since a colon may stand within one: <c>title:povrety</c>.</summary>
    private IEnumerable<Token> BehindNames(string query, Token token) =>
        Analyzer.Exact(query[token.Start..token.End].Replace(':', ' '), _normalizer)
            .Select(part => part with { Start = part.Start + token.Start, End = part.End + token.Start });

    private async ValueTask<List<string>?> BestAsync(List<List<CorrectionOption>> combinations, bool inContext)
    {
        var valued = new List<(List<CorrectionOption> Combination, double Value)>(combinations.Count);
        foreach (var combination in combinations)
        {
            if (!FoundOnly || await TogetherAsync(combination).ConfigureAwait(false) > 0)
            {
                valued.Add((combination, await ValueAsync(combination, inContext).ConfigureAwait(false)));
            }
        }

        return valued.OrderByDescending(one => one.Value)
            .ThenBy(one => one.Combination.Sum(option => option.Penalty))
            .ThenBy(one => string.Join(' ', one.Combination.Select(option => option.Text)), StringComparer.Ordinal)
            .FirstOrDefault().Combination?
            .ConvertAll(option => option.Text);
    }

    private async ValueTask<long> TogetherAsync(IEnumerable<CorrectionOption> combination) =>
        await _terms.DocumentsWithAllAsync([.. combination.SelectMany(option => option.Terms)]).ConfigureAwait(false) ?? 0;

    // The combinations that are best when each word is looked at alone, the most there may be; and the query as it is.
    private static List<List<CorrectionOption>> Combinations(List<List<CorrectionOption>> words)
    {
        List<List<CorrectionOption>> best = [[]];
        foreach (var options in words)
        {
            best = [.. best.SelectMany(begun => options.Select(option => begun.Append(option).ToList()))
                .OrderByDescending(combination => combination.Sum(option => option.Score)).Take(MaxCombinations)];
        }

        var unchanged = words.ConvertAll(options => options.Find(option => option.Penalty == 0));
        if (!unchanged.Contains(null) && !best.Exists(combination => combination.TrueForAll(option => option.Penalty == 0)))
        {
            best.Add(unchanged!);
        }

        return best;
    }

    private static Correction Replace(string query, List<Token> tokens, IReadOnlyList<string> corrected)
    {
        var text = new StringBuilder();
        var words = new List<CorrectedWord>();
        var copied = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (corrected[i] != tokens[i].Term)
            {
                var typed = query[tokens[i].Start..tokens[i].End];
                var word = new CorrectedWord(typed, InCaseOf(typed, corrected[i]), tokens[i].Start);
                text.Append(query, copied, word.Start - copied).Append(word.To);
                words.Add(word);
                copied = tokens[i].End;
            }
        }

        return new Correction(text.Append(query, copied, query.Length - copied).ToString(), words);
    }

    private static string InCaseOf(string typed, string word) =>
        typed.All(char.IsUpper) ? word.ToUpperInvariant()
        : char.IsUpper(typed[0]) ? char.ToUpperInvariant(word[0]) + word[1..]
        : word;

    private async ValueTask<double> ValueAsync(List<CorrectionOption> combination, bool inContext)
    {
        var alone = combination.Sum(option => option.Evidence);
        var penalty = combination.Sum(option => option.Penalty);
        if (!inContext)
        {
            return alone - penalty;
        }

        // A word that nothing is known about and nothing is near to says nothing about the others.
        var known = combination.Where(option => option.Evidence > 0).ToList();
        var together = known.Count > 0 ? await TogetherAsync(known).ConfigureAwait(false) : 0;
        return Math.Log(1 + together) + (WordShare * alone) - penalty;
    }
}
