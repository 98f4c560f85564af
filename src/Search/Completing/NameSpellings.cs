namespace ProposalSearch.Search.Completing;

/// <summary>Names of things, each in the spelling that most proposals have, counted together. Not thread-safe.</summary>
internal sealed class NameSpellings
{
    private readonly Dictionary<(SuggestionKind Kind, string Key), Dictionary<string, int>> _spellings = [];

    /// <summary>Counts a name.</summary>
    /// <param name="kind">What it names.</param>
    /// <param name="key">Equal for spellings of one name.</param>
    /// <param name="text">The name.</param>
    public void Add(SuggestionKind kind, string key, string text)
    {
        if (!_spellings.TryGetValue((kind, key), out var spellings))
        {
            _spellings.Add((kind, key), spellings = new(StringComparer.Ordinal));
        }

        spellings[text] = spellings.GetValueOrDefault(text) + 1;
    }

    /// <summary>Each name once; of spellings that are as frequent, the first by its letters.</summary>
    public IEnumerable<SuggestionPhrase> All() => _spellings.Select(name => new SuggestionPhrase(
        name.Value.OrderByDescending(spelling => spelling.Value).ThenBy(spelling => spelling.Key, StringComparer.Ordinal).First().Key,
        name.Value.Values.Sum(),
        (byte)name.Key.Kind));
}
