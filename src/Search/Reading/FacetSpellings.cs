using ProposalSearch.Analysis.Forms;

namespace ProposalSearch.Search.Reading;

/// <summary>The values of a facet, found whatever their case and accents. Immutable.</summary>
internal sealed class FacetSpellings
{
    private readonly List<string> _values;
    private readonly ILookup<string, string> _byFolded;
    private readonly TermNormalizer _normalizer;

    /// <summary>The spellings of some values.</summary>
    public FacetSpellings(IEnumerable<string> values, TermNormalizer normalizer)
    {
        _values = [.. values];
        _normalizer = normalizer;
        _byFolded = _values.ToLookup(normalizer.Fold, StringComparer.Ordinal);
    }

    /// <summary>The values that are this one but for case and accents.</summary>
    public IReadOnlyList<string> Like(string value) => [.. _byFolded[_normalizer.Fold(value)]];

    /// <summary>The values that are numbers between two ends, both included; an end that is <see langword="null"/> is open.</summary>
    public IReadOnlyList<string> Between(long? from, long? to) =>
        [.. _values.Where(value => Numbers.TryRead(value, out var number) && !(number < from) && !(number > to))];
}
