namespace ProposalSearch.SearchHost.Pages.Overview;

/// <summary>Words of titles, and pairs of words side by side, by the number of titles that have them.</summary>
/// <param name="stopWords">Words that say nothing of a subject, in small letters.</param>
/// <param name="least">Titles that a word or pair is in at least.</param>
internal sealed class TitlePhrases(IReadOnlyCollection<string> stopWords, int least)
{
    private const int LeastLetters = 4;
    private readonly HashSet<string> _stopWords = [.. stopWords];
    private readonly Dictionary<string, int> _pairs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _words = new(StringComparer.Ordinal);

    /// <summary>Pairs of words, those of most titles first.</summary>
    public IEnumerable<string> Pairs => Best(_pairs);

    /// <summary>Words, those of most titles first.</summary>
    public IEnumerable<string> Words => Best(_words);

    /// <summary>Counts a title.</summary>
    public void Add(string title)
    {
        var isShouted = !title.Any(char.IsLower);
        var words = title.Split(' ').Select(word => AsTyped(word, isShouted)).ToList();
        var pairs = words.Zip(words.Skip(1)).Where(static pair => pair is { First: not null, Second: not null })
            .Select(static pair => $"{pair.First} {pair.Second}");
        Count(_pairs, pairs);
        Count(_words, words.OfType<string>());
    }

    private static void Count(Dictionary<string, int> counts, IEnumerable<string> texts)
    {
        foreach (var text in texts.Distinct(StringComparer.Ordinal))
        {
            counts[text] = counts.GetValueOrDefault(text) + 1;
        }
    }

    private IEnumerable<string> Best(Dictionary<string, int> counts) => counts.Where(entry => entry.Value >= least)
        .OrderByDescending(static entry => entry.Value).ThenBy(static entry => entry.Key, StringComparer.Ordinal)
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
        return _stopWords.Contains(small) ? null : isShouted || !word.AsSpan(1).ContainsAnyInRange('A', 'Z') ? small : word;
    }
}
