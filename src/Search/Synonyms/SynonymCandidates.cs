using System.Runtime.CompilerServices;
using ProposalSearch.Analysis.Forms;
using ProposalSearch.Proposals;
using ProposalSearch.Search.Language;

namespace ProposalSearch.Search.Synonyms;

/// <summary>
/// Words of an archive that may mean the same, for a curator to choose from: those that stand between the same words (Z. Harris,
/// "Distributional structure", 1954). Where a word stands is the pair of its neighbours, weighted by how much more often it stands there
/// than chance has it (positive pointwise mutual information; K. Church and P. Hanks, 1990); likeness is the cosine of two words' weights.
/// Such words are often the same in kind and not in meaning (boys and girls): nothing is used that nobody chose.
/// </summary>
/// <remarks>
/// It reads 3,000 proposals at most, evenly spread, the first 20,000 characters of each, twice; the 4,000 words that most of them have;
/// and pairs of neighbours that at most 50 of these words have, since "the _ of" tells nothing. Two words need three places in common.
/// </remarks>
public static class SynonymCandidates
{
    private const int MostProposals = 3_000;
    private const int MostCharacters = 20_000;
    private const int MostWords = 4_000;
    private const int LeastProposals = 5;
    private const int LeastLetters = 4;
    private const int MostWordsOfAPair = 50;
    private const int LeastPlaces = 3;
    private const int MostOfAWord = 3;
    private const int MostCandidates = 100;
    private const double LeastLikeness = 0.08;

    /// <summary>The candidates, the most alike first, each pair once.</summary>
    public static async Task<IReadOnlyList<SynonymCandidate>> FindAsync(ProposalIndex index, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(index);
        var normalizer = new TermNormalizer(AnalysisOptions.Of(index.Language));
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        await foreach (var words in ReadAsync(index, normalizer, cancellation).ConfigureAwait(false))
        {
            foreach (var word in words.Distinct(StringComparer.Ordinal).Where(static word => IsTelling(word)))
            {
                counts[word] = counts.GetValueOrDefault(word) + 1;
            }
        }

        var known = counts.Where(pair => pair.Value >= LeastProposals && normalizer.Stem(pair.Key).Length > 0)
            .OrderByDescending(static pair => pair.Value).ThenBy(static pair => pair.Key, StringComparer.Ordinal)
            .Take(MostWords).Select(static pair => pair.Key).ToHashSet(StringComparer.Ordinal);
        var places = new WordPlaces();
        await foreach (var words in ReadAsync(index, normalizer, cancellation).ConfigureAwait(false))
        {
            places.Add(words, known);
        }

        return Candidates(places, counts, normalizer);
    }

    private static async IAsyncEnumerable<string[]> ReadAsync(
        ProposalIndex index, TermNormalizer normalizer, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var stride = Math.Max(1, (index.Identity.Documents + MostProposals - 1) / MostProposals);
        var at = 0;
        var all = new SearchRequest { TimeBudget = null };
        await foreach (var (_, proposal) in index.StreamAsync(all, withAnswers: true, cancellation).ConfigureAwait(false))
        {
            if (at++ % stride == 0)
            {
                yield return Words(proposal!, normalizer);
            }
        }
    }

    /// <summary>The words of a proposal, an empty one between two texts.</summary>
    private static string[] Words(Proposal proposal, TermNormalizer normalizer)
    {
        var (words, left) = (new List<string>(), MostCharacters);
        foreach (var text in proposal.Answers.Select(static answer => answer.Text).Prepend(proposal.Summary ?? ""))
        {
            var read = text.Length > left ? text[..left] : text;
            left -= read.Length;
            words.AddRange(Analyzer.Exact(read, normalizer).Select(static token => token.Term));
            words.Add("");
        }

        return [.. words];
    }

    private static bool IsTelling(string word) =>
        word.Length >= LeastLetters && word.All(char.IsLetter) && !FunctionWords.Contains(word);

    private static List<SynonymCandidate> Candidates(WordPlaces places, Dictionary<string, int> counts, TermNormalizer normalizer)
    {
        var alike = places.Alike(LeastPlaces, MostWordsOfAPair)
            .Where(pair => pair.Likeness >= LeastLikeness && normalizer.Stem(pair.One) != normalizer.Stem(pair.Other))
            .OrderByDescending(static pair => pair.Likeness).ThenBy(static pair => pair.One, StringComparer.Ordinal)
            .ThenBy(static pair => pair.Other, StringComparer.Ordinal);
        var used = new Dictionary<string, int>(StringComparer.Ordinal);
        var candidates = new List<SynonymCandidate>();
        foreach (var (one, other, likeness) in alike)
        {
            var isNew = used.GetValueOrDefault(one) < MostOfAWord && used.GetValueOrDefault(other) < MostOfAWord;
            if (isNew && candidates.Count < MostCandidates)
            {
                (used[one], used[other]) = (used.GetValueOrDefault(one) + 1, used.GetValueOrDefault(other) + 1);
                var (first, second) = counts[one] >= counts[other] ? (one, other) : (other, one);
                candidates.Add(new SynonymCandidate(
                    first, second, likeness, counts[first], counts[second], places.Shared(one, other, MostOfAWord)));
            }
        }

        return candidates;
    }
}
