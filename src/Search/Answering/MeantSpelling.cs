using ProposalSearch.Retrieval;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Search.Correcting;
using ProposalSearch.Search.Language;

namespace ProposalSearch.Search.Answering;

/// <summary>Another spelling of a query that has hits.</summary>
/// <param name="Correction">The spelling.</param>
/// <param name="IsPlain">
/// Whether it is searched for at once, since nothing has what was typed: no proposal has the words that it replaces, none of which is in
/// quotes.
/// </param>
internal sealed record MeantSpelling(Correction Correction, bool IsPlain);

/// <summary>Looks for another spelling where what was typed was hardly meant. One for each request.</summary>
internal sealed class MeantSpellingFinder(OpenedIndex index, ISearchRun run, Finder finder)
{
    // A word that so few proposals have may be a slip of theirs; it takes so many times as many hits to say so.
    private const int RareDocuments = 3;
    private const int RarePart = 500;
    private const int LeastGain = 10;
    private const int LeastTimes = 100;

    // In a shorter word two slips make a word of their own: it is offered.
    private const int LeastOfTwoSlips = 8;

    /// <summary>The other spelling of a request; <see langword="null"/> where there is none that has hits, or no reason for one.</summary>
    public async ValueTask<MeantSpelling?> OfAsync(SearchRequest request, FoundDocuments found)
    {
        var isFound = found.Result.UnfilteredTotal > 0 && !found.Interpretation.Relaxed;
        var few = Math.Max(RareDocuments, index.Reader.Identity.Documents / RarePart);
        var isOtherForm = found.Interpretation.OtherFormsOnly.Count > 0 && found.Result.UnfilteredTotal <= few;
        if (isFound && !isOtherForm && !await HasRareWordAsync(found, few).ConfigureAwait(false))
        {
            return null;
        }

        if (await new DidYouMean(index, run).OfAsync(request.Text, found.Reading).ConfigureAwait(false) is not { } other)
        {
            return null;
        }

        if (isFound && !isOtherForm && !await IsFarCommonerAsync(other).ConfigureAwait(false))
        {
            return null;
        }

        var corrected = request with { Text = other.Text, Match = MatchMode.All, Filters = [], Facets = [] };
        var hits = (await finder.FindAsync(corrected, after: null, top: 0).ConfigureAwait(false)).Result.Total;
        return hits == 0 || (isFound && hits < LeastGain * found.Result.UnfilteredTotal) ? null
            : new MeantSpelling(other, (!isFound || isOtherForm) && await IsPlainAsync(found, other).ConfigureAwait(false));
    }

    private async ValueTask<bool> IsPlainAsync(FoundDocuments found, Correction other)
    {
        var quoted = QueryText.Leaves(found.Reading.Root).Select(leaf => leaf.Node).OfType<PhraseNode>().ToList();
        if (quoted.Exists(phrase => other.Words.Any(word => phrase.Text.Contains(word.From, StringComparison.Ordinal))))
        {
            return false;
        }

        string[] terms = [.. other.Words.Select(word => Folded(word.From))];
        var counts = await run.DocumentFrequenciesAsync(TermForm.Exact, terms).ConfigureAwait(false);
        var most = found.Interpretation.Relaxed ? RareDocuments : 0;
        return (found.Result.UnfilteredTotal == 0 || counts.All(count => count <= most))
            && other.Words.All(word => word.From.Length >= LeastOfTwoSlips || IsOneSlip(Folded(word.From), Folded(word.To)));
    }

    private string Folded(string word) => index.Normalizer.Fold(word);

    /// <summary>Whether words differ by a letter changed, left out, added, or swapped with its neighbour.</summary>
    private static bool IsOneSlip(string one, string other)
    {
        var start = one.AsSpan().CommonPrefixLength(other);
        var (left, right) = (one.Length - start, other.Length - start);
        while (left > 0 && right > 0 && one[start + left - 1] == other[start + right - 1])
        {
            (left, right) = (left - 1, right - 1);
        }

        return (left <= 1 && right <= 1)
            || (left == 2 && right == 2 && one[start] == other[start + 1] && one[start + 1] == other[start]);
    }

    /// <summary>Whether each word that a spelling has is far more frequent than the one that was typed.</summary>
    private async ValueTask<bool> IsFarCommonerAsync(Correction other)
    {
        string[] from = [.. other.Words.Select(word => Folded(word.From))];
        string[] to = [.. other.Words.Select(word => Folded(word.To))];
        var typed = await run.DocumentFrequenciesAsync(TermForm.Exact, from).ConfigureAwait(false);
        var meant = await run.DocumentFrequenciesAsync(TermForm.Exact, to).ConfigureAwait(false);
        return typed.Zip(meant).All(pair => pair.Second >= LeastTimes * pair.First);
    }

    /// <summary>Whether hardly any proposal has one of the words as it was typed, though some do.</summary>
    private async ValueTask<bool> HasRareWordAsync(FoundDocuments found, long few)
    {
        if (found.Result.UnfilteredTotal > few * LeastGain)
        {
            return false;
        }

        string[] terms =
        [
            .. QueryText.Leaves(found.Reading.Root).Where(leaf => !leaf.Excluded).Select(leaf => leaf.Node).OfType<WordNode>()
                .Select(word => Folded(word.Text)),
        ];
        var counts = await run.DocumentFrequenciesAsync(TermForm.Exact, terms).ConfigureAwait(false);
        return counts.Any(count => count > 0 && count <= few);
    }
}
