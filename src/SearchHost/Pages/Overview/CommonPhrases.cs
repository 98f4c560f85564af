namespace ProposalSearch.SearchHost.Pages.Overview;

/// <summary>Words of proposals, and pairs of words side by side, by the number of proposals that have them.</summary>
/// <param name="stopWords">Words that say nothing of a subject, in small letters.</param>
/// <param name="stem">
/// The stem of a word, where texts are read and not titles alone: a word of a short stem, such as <c>getting</c>, says as little.
/// </param>
internal sealed class CommonPhrases(IReadOnlyCollection<string> stopWords, Func<string, string>? stem = null)
{
    private const int LeastLetters = 4;
    private const int LeastProposals = 2;
    private readonly HashSet<string> _stopWords = [.. stopWords];
    private readonly Dictionary<string, (int Proposals, int Places)> _pairs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (int Proposals, int Places)> _words = new(StringComparer.Ordinal);

    /// <summary>Pairs of words, those of most proposals first.</summary>
    public IEnumerable<string> Pairs => Best(_pairs);

    /// <summary>Words, those of most proposals first.</summary>
    public IEnumerable<string> Words => Best(_words);

    /// <summary>Counts the texts of a proposal.</summary>
    public void Add(IReadOnlyList<string> texts)
    {
        var words = texts.Select(WordsOf).ToList();
        Count(_pairs, words.SelectMany(static one => one.Zip(one.Skip(1)))
            .Where(static pair => pair is { First: not null, Second: not null })
            .Select(static pair => $"{pair.First} {pair.Second}"));
        Count(_words, words.SelectMany(static one => one).OfType<string>());
    }

    private List<string?> WordsOf(string text)
    {
        var isShouted = !text.Any(char.IsLower);
        return [.. text.Split([' ', '\n']).Select(word => AsTyped(word, isShouted))];
    }

    private static void Count(Dictionary<string, (int Proposals, int Places)> counts, IEnumerable<string> texts)
    {
        foreach (var text in texts.CountBy(static text => text, StringComparer.Ordinal))
        {
            var (proposals, places) = counts.GetValueOrDefault(text.Key);
            counts[text.Key] = (proposals + 1, places + text.Value);
        }
    }

    private static IEnumerable<string> Best(Dictionary<string, (int Proposals, int Places)> counts) => counts
        .Where(static entry => entry.Value.Proposals >= LeastProposals)
        .OrderByDescending(static entry => entry.Value.Proposals).ThenByDescending(static entry => entry.Value.Places)
        .ThenBy(static entry => entry.Key, StringComparer.Ordinal)
        .Select(static entry => entry.Key);

    /// <summary>
    /// A word as people type it, in small letters unless it is written otherwise within a title, such as <c>NASA</c>;
    /// <see langword="null"/> for one that is short, says nothing, or has a sign at its ends, which parts it from its neighbours.
    /// </summary>
    private string? AsTyped(string word, bool isShouted)
    {
        if (word.Length < LeastLetters || !word.All(char.IsLetter))
        {
            return null;
        }

        var small = word.ToLowerInvariant();
        return _stopWords.Contains(small) || stem?.Invoke(small).Length < LeastLetters ? null
            : isShouted || !word.AsSpan(1).ContainsAnyInRange('A', 'Z') ? small : word;
    }
}
