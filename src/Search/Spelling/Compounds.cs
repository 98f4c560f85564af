using System.Collections.Concurrent;
using ProposalSearch.Analysis.Forms;
using ProposalSearch.Retrieval;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Retrieval.Results;

namespace ProposalSearch.Search.Spelling;

/// <summary>
/// Which words of an archive are written as two words too: <c>afterschool</c>, <c>after-school</c>. Known from the archive's own words,
/// looked up when first needed, and then kept. Thread-safe.
/// </summary>
internal sealed class Compounds(TermNormalizer normalizer)
{
    /// <summary>The shortest word that is looked up, in UTF-16 units.</summary>
    public const int LeastLength = 5;

    private const int MostKnown = 20_000;
    private const int MostTried = 3;

    // "home less" stands here and there where "homeless" stands a thousand times: that is another thing, not another spelling.
    private const int MostTimesRarer = 10;

    private static readonly SearchOptions CountOnly = new() { Top = 0 };

    private readonly ConcurrentDictionary<string, string[]> _known = new(StringComparer.Ordinal);

    /// <summary>Whether a word may be one half of another: a stop word is none, but for those of drop-in, on-line and stand-by.</summary>
    public bool MayBeHalf(string term) => term is "in" or "on" or "by" || normalizer.Stem(term).Length > 0;

    /// <summary>The two words that a word is written as too; none where it is not.</summary>
    public async ValueTask<string[]> HalvesOfAsync(string term, ISearchRun run)
    {
        if (term.Length < LeastLength || !term.All(char.IsLetter))
        {
            return [];
        }

        if (_known.TryGetValue(term, out var halves))
        {
            return halves;
        }

        if (_known.Count >= MostKnown)
        {
            _known.Clear();
        }

        return _known[term] = await FindAsync(term, run).ConfigureAwait(false);
    }

    /// <summary>What finds words side by side: by their stems, but for stop words, which have none.</summary>
    public OtherSpelling SideBySide(IReadOnlyList<string> words)
    {
        var stems = words.Select(word => normalizer.Stem(word)).ToList();
        return stems.Contains("")
            ? new OtherSpelling(TermForm.Exact, [.. words.Select((word, at) => new PhraseTerm(word, at))], 1)
            : new OtherSpelling(TermForm.Stemmed, [.. stems.Select((stem, at) => new PhraseTerm(stem, at))], 1);
    }

    private async ValueTask<string[]> FindAsync(string term, ISearchRun run)
    {
        string[][] splits = [.. Enumerable.Range(1, term.Length - 2).Select(at => (string[])[term[..at], term[at..]])];
        var whole = await CountsAsync([term], run).ConfigureAwait(false);
        var counts = await CountsAsync([.. splits.SelectMany(halves => halves)], run).ConfigureAwait(false);
        var tried = splits.Index()
            .Select(split => (Halves: split.Item, Least: Math.Min(counts[2 * split.Index], counts[1 + (2 * split.Index)])))
            .Where(split => split.Least > 0 && Array.TrueForAll(split.Halves, MayBeHalf))
            .OrderByDescending(split => split.Least)
            .Take(MostTried);
        var (best, most) = (Array.Empty<string>(), 0L);
        foreach (var (halves, least) in tried)
        {
            if (least * MostTimesRarer >= whole[0] && await CountAsync(halves, run).ConfigureAwait(false) is var count && count > most)
            {
                (best, most) = (halves, count);
            }
        }

        return most * MostTimesRarer >= whole[0] ? best : [];
    }

    /// <summary>How many documents have each of some words in any form; stop words, which have no stem, as they stand.</summary>
    private async ValueTask<long[]> CountsAsync(string[] words, ISearchRun run)
    {
        var stems = Array.ConvertAll(words, word => normalizer.Stem(word));
        var stemmed = await run.DocumentFrequenciesAsync(TermForm.Stemmed, stems).ConfigureAwait(false);
        var exact = await run.DocumentFrequenciesAsync(TermForm.Exact, words).ConfigureAwait(false);
        return [.. stems.Select((stem, at) => stem.Length > 0 ? stemmed[at] : exact[at])];
    }

    private async ValueTask<long> CountAsync(string[] halves, ISearchRun run)
    {
        var together = SideBySide(halves);
        return (await run.SearchAsync(new PhraseQuery(together.Form, together.Terms, 0), CountOnly).ConfigureAwait(false)).Total;
    }
}
