namespace ProposalSearch.Search.Correcting;

/// <summary>
/// Finds what a word may have been meant to be. Frequencies count by their logarithm; an error costs as much as a word that many times
/// as frequent would gain.
/// </summary>
internal sealed class CorrectionOptions(ICorrectionTerms terms, bool inContext, IReadOnlySet<string> functionWords)
{
    /// <summary>The most options of a word.</summary>
    public const int Limit = 6;

    // An edit of a word that nobody uses; of a word that is in use, alone and where the other words tell what fits.
    private const double UnknownEdit = 1.5;
    private const double KnownEdit = 4.6;
    private const double KnownEditInContext = 3.0;

    // Two slips in one word are much rarer than one.
    private const double SecondEdit = 2.0;

    // Nobody searches for "for".
    private const double FunctionWord = 2.5;

    // People rarely get the first letter wrong, and leave out a space less often than a letter.
    private const double OtherFirstLetter = 1.0;
    private const double MissingSpace = 3.5;

    /// <summary>The likeliest first. The word itself is among them when it is known, or when there is nothing else.</summary>
    public async ValueTask<List<CorrectionOption>> OfAsync(string term)
    {
        var frequency = (await terms.DocumentFrequenciesAsync([term]).ConfigureAwait(false))[0];
        var itself = new CorrectionOption([term], Math.Log(1 + frequency), 0);
        if (!IsCorrectable(term))
        {
            return [itself];
        }

        var found = await NearAsync(term, frequency > 0).ConfigureAwait(false);
        if (frequency == 0 && await SplitAsync(term).ConfigureAwait(false) is { } split)
        {
            found.Add(split);
        }

        if (frequency > 0 || found.Count == 0)
        {
            found.Add(itself);
        }

        found.Sort((a, b) => a.Score != b.Score ? b.Score.CompareTo(a.Score) : string.CompareOrdinal(a.Text, b.Text));
        return found.Count > Limit ? Best(found, itself) : found;
    }

    // Numbers and codes are what they are, and so are the shortest words: nearly every other is near to them.
    private static bool IsCorrectable(string term) => term.Length >= 3 && term.All(char.IsLetter);

    private static List<CorrectionOption> Best(List<CorrectionOption> sorted, CorrectionOption itself)
    {
        var best = sorted[..Limit];
        if (!best.Contains(itself) && sorted.Contains(itself))
        {
            best[^1] = itself;
        }

        return best;
    }

    private async ValueTask<List<CorrectionOption>> NearAsync(string term, bool known)
    {
        var edit = !known ? UnknownEdit : inContext ? KnownEditInContext : KnownEdit;
        var near = await terms.NearAsync(term, known || term.Length < 5 ? 1 : 2).ConfigureAwait(false);
        return [.. from other in near
                   where other.Edits > 0 && other.DocumentFrequency > 0 && IsCorrectable(other.Term)
                   let cost = (other.Edits * edit) + ((other.Edits - 1) * SecondEdit)
                   let first = other.Term[0] == term[0] ? 0 : OtherFirstLetter
                   let isFunction = functionWords.Contains(other.Term)
                   where !isFunction || (other.Edits == 1 && first == 0)
                   let function = isFunction ? FunctionWord : 0
                   select new CorrectionOption([other.Term], Math.Log(1 + other.DocumentFrequency), cost + first + function)];
    }

    private async ValueTask<CorrectionOption?> SplitAsync(string term)
    {
        string[][] splits =
        [
            .. Enumerable.Range(2, Math.Max(0, term.Length - 3)).Select(at => (string[])[term[..at], term[at..]])
                .Where(halves => !Array.Exists(halves, functionWords.Contains)),
        ];
        var frequencies = await terms.DocumentFrequenciesAsync([.. splits.SelectMany(parts => parts)]).ConfigureAwait(false);
        CorrectionOption? best = null;
        for (var split = 0; split < splits.Length; split++)
        {
            var evidence = Math.Log(1 + Math.Min(frequencies[2 * split], frequencies[(2 * split) + 1]));
            if (evidence > 0 && (best is null || evidence > best.Evidence))
            {
                best = new CorrectionOption(splits[split], evidence, MissingSpace);
            }
        }

        return best;
    }
}
