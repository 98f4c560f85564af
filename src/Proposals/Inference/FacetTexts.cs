using System.Runtime.InteropServices;
using ProposalSearch.Proposals.Mapping;
using ProposalSearch.Proposals.Schema;
using ProposalSearch.Proposals.Sources;

namespace ProposalSearch.Proposals.Inference;

/// <summary>The texts that an archive has for the facets of its schema, with counts: they tell how most files spell a value.</summary>
internal sealed class FacetTexts
{
    private const int LongestCounted = 400;
    private const int MostDistinct = 50_000;

    private readonly Dictionary<FacetNormalizer, Dictionary<string, int>> _counts = [];

    /// <summary>The texts of a value that count.</summary>
    public static string[] Of(SourceValue value) => [.. ValueText.Items(value).Where(static text => text.Length <= LongestCounted)];

    /// <summary>Counts the texts of a value.</summary>
    public void Add(FacetNormalizer facet, IEnumerable<string> texts)
    {
        var counts = CollectionsMarshal.GetValueRefOrAddDefault(_counts, facet, out _) ??= [];
        foreach (var text in texts)
        {
            if (counts.Count < MostDistinct || counts.ContainsKey(text))
            {
                counts[text] = counts.GetValueOrDefault(text) + 1;
            }
        }
    }

    /// <summary>For each facet, the same with what is known now of how its values are spelled.</summary>
    public Dictionary<FacetNormalizer, FacetNormalizer> Spelled()
        => _counts.ToDictionary(static pair => pair.Key, static pair => Learned(pair.Key, pair.Value));

    private static FacetNormalizer Learned(FacetNormalizer facet, Dictionary<string, int> counts)
        => new(facet.Rule, Learned(facet, counts, CommonNames(facet, counts)));

    /// <summary>What these texts tell of how values are spelled, and which of them are paths.</summary>
    public static FacetSpellings Learned(
        FacetNormalizer facet, IReadOnlyDictionary<string, int> counts, IReadOnlySet<string>? commonNames = null)
    {
        var spelled = new FacetSpellings(Spellings(facet, counts), commonNames);
        return PathFinder.MayHavePaths(facet.Rule)
            ? spelled with { Paths = PathFinder.Find(facet.Rule, ValuesOf(new FacetNormalizer(facet.Rule, spelled), counts)) }
            : spelled;
    }

    /// <summary>
    /// The names that the vocabulary lacks and several texts have; <see langword="null"/> where names make no difference.
    /// </summary>
    private static HashSet<string>? CommonNames(FacetNormalizer facet, Dictionary<string, int> counts)
    {
        if (facet.Rule is not { Vocabulary: { } vocabulary, Unlisted: UnlistedValues.Names })
        {
            return null;
        }

        var unlisted =
            from text in counts
            from entry in facet.Entries(text.Key)
            where vocabulary.Whole(entry.Value) is null
            group text.Value by Wording.Normalize(entry.Value);
        return unlisted.Where(static texts => texts.Sum() > 1).Select(static texts => texts.Key).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>What each text became, those first that most files have. A text that is its own value is left out.</summary>
    /// <param name="spelled">What <see cref="Spelled"/> gave.</param>
    public IEnumerable<FacetWording> Wordings(Dictionary<FacetNormalizer, FacetNormalizer> spelled) => _counts
        .SelectMany(pair => pair.Value.Select(text => WordingOf(spelled[pair.Key], text.Key, text.Value)))
        .Where(static wording => wording.Values is not [var only] || only != wording.Text)
        .OrderByDescending(static wording => wording.Count)
        .ThenBy(static wording => wording.Text, StringComparer.Ordinal)
        .ThenBy(static wording => wording.Field, StringComparer.Ordinal);

    private static FacetWording WordingOf(FacetNormalizer facet, string text, int count)
    {
        var entries = facet.Entries(text);
        var below = facet.Rule.Below?.Field;
        var field = entries.Any(entry => entry.Field == below) ? below! : facet.Rule.Definition.Field;
        return new FacetWording(field, text, [.. entries.Where(entry => entry.Field == field).Select(static entry => entry.Value)], count);
    }

    /// <summary>The spelling that most files have of each value that is spelled in several ways.</summary>
    public static Dictionary<string, string> Spellings(FacetNormalizer facet, IReadOnlyDictionary<string, int> counts)
    {
        return ValuesOf(facet, counts)
            .GroupBy(static pair => Wording.Normalize(pair.Key), StringComparer.Ordinal)
            .Where(static group => group.Skip(1).Any())
            .ToDictionary(static group => group.Key, MostFrequent, StringComparer.Ordinal);
    }

    private static Dictionary<string, int> ValuesOf(FacetNormalizer facet, IReadOnlyDictionary<string, int> counts)
    {
        var values = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (text, count) in counts.Where(static pair => pair.Key.Length <= KeyValues.LongestCounted))
        {
            foreach (var entry in facet.Entries(text))
            {
                values[entry.Value] = values.GetValueOrDefault(entry.Value) + count;
            }
        }

        return values;
    }

    private static string MostFrequent(IEnumerable<KeyValuePair<string, int>> spellings)
        => spellings.OrderByDescending(static pair => pair.Value).ThenBy(static pair => pair.Key, StringComparer.Ordinal).First().Key;
}
