using ProposalSearch.Proposals.Mapping;
using ProposalSearch.Proposals.Schema;
using ProposalSearch.Proposals.Sources;

namespace ProposalSearch.Proposals.Inference;

/// <summary>The texts that an archive has for the facets of its schema, each with how often: they tell how most files spell a value.</summary>
internal sealed class FacetTexts
{
    private const int LongestCounted = 400;
    private const int MostDistinct = 50_000;

    private readonly Dictionary<FacetRule, Dictionary<string, int>> _counts = [];

    /// <summary>The texts of a value that count.</summary>
    public static string[] Of(SourceValue value) => [.. ValueText.Items(value).Where(static text => text.Length <= LongestCounted)];

    /// <summary>Counts the texts of a value.</summary>
    public void Add(FacetRule rule, IEnumerable<string> texts)
    {
        if (!_counts.TryGetValue(rule, out var counts))
        {
            _counts[rule] = counts = new Dictionary<string, int>(StringComparer.Ordinal);
        }

        foreach (var text in texts)
        {
            if (counts.Count < MostDistinct || counts.ContainsKey(text))
            {
                counts[text] = counts.GetValueOrDefault(text) + 1;
            }
        }
    }

    /// <summary>Each rule with itself knowing how most files spell its values.</summary>
    public Dictionary<FacetRule, FacetRule> Spelled() => _counts.ToDictionary(static pair => pair.Key, static pair => pair.Key.WithSpellings(Spellings(pair.Key, pair.Value), CommonNames(pair.Key, pair.Value)));

    /// <summary>The names that no vocabulary lists and that come twice at least; <see langword="null"/> where it makes no difference.</summary>
    private static HashSet<string>? CommonNames(FacetRule rule, Dictionary<string, int> counts)
    {
        if (rule is not { Vocabulary: { } vocabulary, Unlisted: UnlistedValues.Names })
        {
            return null;
        }

        return counts
            .SelectMany(text => rule.Entries(text.Key).Where(entry => vocabulary.Whole(entry.Value) is null).Select(entry => (Name: ProposalSearch.Proposals.Wording.Normalize(entry.Value), Count: text.Value)))
            .GroupBy(static entry => entry.Name, static entry => entry.Count, StringComparer.Ordinal)
            .Where(static group => group.Sum() > 1)
            .Select(static group => group.Key)
            .ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>What each text became, those first that most files have. A text that is its own value says nothing, and is left out.</summary>
    /// <param name="spelled">What <see cref="Spelled"/> gave.</param>
    public IEnumerable<FacetWording> Wordings(Dictionary<FacetRule, FacetRule> spelled) => _counts
        .SelectMany(pair => pair.Value.Select(text => Wording(spelled[pair.Key], text.Key, text.Value)))
        .Where(static wording => wording.Values is not [var only] || only != wording.Text)
        .OrderByDescending(static wording => wording.Count)
        .ThenBy(static wording => wording.Text, StringComparer.Ordinal)
        .ThenBy(static wording => wording.Field, StringComparer.Ordinal);

    private static FacetWording Wording(FacetRule rule, string text, int count)
    {
        var entries = rule.Entries(text);
        var field = rule.Below is { } below && entries.Any(entry => entry.Field == below.Field) ? below.Field : rule.Definition.Field;
        return new FacetWording(field, text, [.. entries.Where(entry => entry.Field == field).Select(static entry => entry.Value)], count);
    }

    /// <summary>The spelling that most files have of each value that is spelled in several ways.</summary>
    public static Dictionary<string, string> Spellings(FacetRule rule, IReadOnlyDictionary<string, int> counts)
    {
        var values = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (text, count) in counts.Where(static pair => pair.Key.Length <= KeyValues.LongestCounted))
        {
            foreach (var entry in rule.Entries(text))
            {
                values[entry.Value] = values.GetValueOrDefault(entry.Value) + count;
            }
        }

        return values
            .GroupBy(static pair => ProposalSearch.Proposals.Wording.Normalize(pair.Key), StringComparer.Ordinal)
            .Where(static group => group.Skip(1).Any())
            .ToDictionary(
                static group => group.Key,
                static group => group.OrderByDescending(static pair => pair.Value).ThenBy(static pair => pair.Key, StringComparer.Ordinal).First().Key,
                StringComparer.Ordinal);
    }
}
