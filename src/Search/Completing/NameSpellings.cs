using ProposalSearch.Proposals.Applicants;

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

    /// <summary>
    /// Each name once; of spellings that are as frequent, the first by its letters. The names of one organization weigh together, the more
    /// frequent a little more.
    /// </summary>
    public IEnumerable<SuggestionPhrase> All(KnownOrganizations organizations)
    {
        var names = _spellings.Select(name => (name.Key.Kind, Text: MostFrequent(name.Value), Proposals: name.Value.Values.Sum())).ToList();
        var together = names.GroupBy(name => Organization(name.Kind, name.Text, organizations))
            .ToDictionary(static names => names.Key, static names => names.Sum(static name => name.Proposals));
        return names.Select(name =>
        {
            var all = together[Organization(name.Kind, name.Text, organizations)];
            return new SuggestionPhrase(name.Text, all == name.Proposals ? all : all + (name.Proposals / (all + 1f)), (byte)name.Kind);
        });
    }

    private static (SuggestionKind Kind, string Name) Organization(SuggestionKind kind, string text, KnownOrganizations organizations) =>
        (kind, kind == SuggestionKind.Organization ? organizations.KeyOf(text) : text);

    private static string MostFrequent(Dictionary<string, int> spellings) => spellings.OrderByDescending(static spelling => spelling.Value)
        .ThenBy(static spelling => spelling.Key, StringComparer.Ordinal).First().Key;
}
