namespace ProposalSearch.Search.Synonyms;

/// <summary>Between which words other words stand. Not thread-safe.</summary>
internal sealed class WordPlaces
{
    private readonly Dictionary<string, Dictionary<string, int>> _wordsOfPair = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _total = new(StringComparer.Ordinal);
    private Dictionary<string, Dictionary<string, double>> _weights = new(StringComparer.Ordinal);
    private long _all;

    /// <summary>Counts a text.</summary>
    /// <param name="words">Its words in order.</param>
    /// <param name="known">Those whose places count.</param>
    public void Add(IReadOnlyList<string> words, IReadOnlySet<string> known)
    {
        for (var at = 1; at + 1 < words.Count; at++)
        {
            if (!known.Contains(words[at]) || words[at - 1].Length == 0 || words[at + 1].Length == 0)
            {
                continue;
            }

            var pair = words[at - 1] + " _ " + words[at + 1];
            if (!_wordsOfPair.TryGetValue(pair, out var here))
            {
                _wordsOfPair.Add(pair, here = new(StringComparer.Ordinal));
            }

            here[words[at]] = here.GetValueOrDefault(words[at]) + 1;
            _total[words[at]] = _total.GetValueOrDefault(words[at]) + 1;
            _all++;
        }
    }

    /// <summary>All pairs of words that share places, with their likeness.</summary>
    /// <param name="least">Places that they share at least.</param>
    /// <param name="most">A place that more words share tells nothing.</param>
    public IEnumerable<(string One, string Other, double Likeness)> Alike(int least, int most)
    {
        var places = _wordsOfPair.Where(place => place.Value.Count >= 2 && place.Value.Count <= most)
            .OrderBy(static place => place.Key, StringComparer.Ordinal).ToList();
        _weights = Weights(places);
        var products = new Dictionary<(string, string), (double Sum, int Places)>();
        foreach (var (place, words) in places)
        {
            var here = words.Keys.Order(StringComparer.Ordinal).ToArray();
            for (var one = 0; one < here.Length; one++)
            {
                for (var other = one + 1; other < here.Length; other++)
                {
                    var key = (here[one], here[other]);
                    var (sum, shared) = products.GetValueOrDefault(key);
                    products[key] = (sum + (_weights[here[one]][place] * _weights[here[other]][place]), shared + 1);
                }
            }
        }

        var lengths = _weights.ToDictionary(
            static word => word.Key,
            static word => Math.Sqrt(word.Value.Values.Sum(static weight => weight * weight)),
            StringComparer.Ordinal);
        return products.Where(pair => pair.Value.Sum > 0 && pair.Value.Places >= least)
            .Select(pair => (pair.Key.Item1, pair.Key.Item2, pair.Value.Sum / (lengths[pair.Key.Item1] * lengths[pair.Key.Item2])));
    }

    /// <summary>The places that tell most for two words.</summary>
    public IReadOnlyList<string> Shared(string one, string other, int most) =>
    [
        .. _weights[one].Where(place => _weights[other].ContainsKey(place.Key))
            .OrderByDescending(place => place.Value * _weights[other][place.Key]).ThenBy(static place => place.Key, StringComparer.Ordinal)
            .Take(most).Select(static place => place.Key),
    ];

    /// <summary>How much more often each word stands at each place than chance has it, 0 at least.</summary>
    private Dictionary<string, Dictionary<string, double>> Weights(List<KeyValuePair<string, Dictionary<string, int>>> places)
    {
        var weights = _total.Keys.ToDictionary(
            static word => word, static _ => new Dictionary<string, double>(StringComparer.Ordinal), StringComparer.Ordinal);
        foreach (var (place, words) in places)
        {
            var here = words.Values.Sum();
            foreach (var (word, count) in words)
            {
                weights[word][place] = Math.Max(0, Math.Log((double)count * _all / ((double)here * _total[word])));
            }
        }

        return weights;
    }
}
