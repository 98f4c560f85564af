using ProposalSearch.Analysis.Forms;

namespace ProposalSearch.Search.Reading;

/// <summary>The values of a facet, found whatever their case and accents, and by ranges of numbers. Immutable.</summary>
internal sealed class FacetSpellings
{
    private readonly Dictionary<string, IReadOnlyList<string>> _byFolded;
    private readonly TermNormalizer _normalizer;

    /// <summary>Those that are whole numbers, ascending, and their values.</summary>
    private readonly long[] _numbers;
    private readonly string[] _byNumber;

    /// <summary>The spellings of some values.</summary>
    public FacetSpellings(IReadOnlyList<string> values, TermNormalizer normalizer)
    {
        _normalizer = normalizer;
        _byFolded = values.GroupBy(normalizer.Fold, StringComparer.Ordinal)
            .ToDictionary(folded => folded.Key, IReadOnlyList<string> (folded) => [.. folded], StringComparer.Ordinal);
        var numbers = values.Select(value => (IsNumber: Numbers.TryRead(value, out var number), Number: number, Value: value))
            .Where(one => one.IsNumber)
            .OrderBy(one => one.Number)
            .ToList();
        _numbers = [.. numbers.Select(one => one.Number)];
        _byNumber = [.. numbers.Select(one => one.Value)];
    }

    /// <summary>The values that are this one but for case and accents.</summary>
    public IReadOnlyList<string> Like(string value) => _byFolded.GetValueOrDefault(_normalizer.Fold(value), []);

    /// <summary>The values that are numbers between two ends, both included; an end that is <see langword="null"/> is open.</summary>
    public IReadOnlyList<string> Between(long? from, long? to)
    {
        var first = from is { } least ? FirstFrom(least) : 0;
        var end = to is { } most && most < long.MaxValue ? FirstFrom(most + 1) : _numbers.Length;
        return new ArraySegment<string>(_byNumber, first, Math.Max(end - first, 0));
    }

    /// <summary>The first of the numbers that is not below one; as many as there are where all are.</summary>
    private int FirstFrom(long least)
    {
        var (low, high) = (0, _numbers.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _numbers[middle] < least ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
