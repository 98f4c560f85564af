using System.Numerics;

namespace ProposalSearch.Proposals.Inference;

/// <summary>What the values of one key look like over all files.</summary>
internal sealed class KeyValues(string key)
{
    /// <summary>A text of this many characters and more is prose.</summary>
    public const int ProseLength = 160;

    private const int MostDistinct = 100_000;

    /// <summary>Of values that may be lists, so many end in what stands elsewhere too, or begin with what has several ends.</summary>
    private const double LeastFree = 0.4;
    private const double LeastCombined = 0.5;

    /// <summary>Values up to this many characters are counted each.</summary>
    public const int LongestCounted = 200;

    private const StringSplitOptions Trimmed = StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries;

    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private readonly List<string> _keys = [key];

    /// <summary>How many values have each of <see cref="ValueTraits"/>, by its bit.</summary>
    private readonly int[] _traits = new int[8 * sizeof(ValueTraits)];
    private readonly bool _isNamedDate = KeyHints.IsDate(KeyName.Of(key));
    private int _distinctBeyond;

    /// <summary>The key as files have it.</summary>
    public string Key { get; } = key;

    /// <summary>All keys that are this one, spelled otherwise by some files; this one first.</summary>
    public IReadOnlyList<string> Keys => _keys;

    /// <summary>The key as <see cref="KeyName.Of"/> has it.</summary>
    public string Name { get; } = KeyName.Of(key);

    public int Files { get; private set; }

    /// <summary>Values that are not empty; items of lists each count.</summary>
    public int Values { get; private set; }

    /// <summary>Characters of the shortest and of the longest value.</summary>
    public (int Least, int Most) Lengths { get; private set; } = (int.MaxValue, 0);

    public long Length { get; private set; }

    /// <summary>Distinct short values with their counts, as they are spelled.</summary>
    public IReadOnlyDictionary<string, int> Counts => _counts;

    public int Distinct => _counts.Count + _distinctBeyond;

    /// <summary>Characters of a value on average.</summary>
    public double AverageLength => Values == 0 ? 0 : (double)Length / Values;

    /// <summary>The files that have a value; <see cref="Files"/> counts those too that have the key alone.</summary>
    public int Filled { get; private set; }

    /// <summary>Where among the keys of a record it stands, at the earliest.</summary>
    public int Place { get; private set; } = int.MaxValue;

    /// <summary>Takes in what one file has under the key; items of lists each count.</summary>
    /// <param name="values">The values.</param>
    /// <param name="place">Where among the keys of the file it stands.</param>
    public void Add(IReadOnlyCollection<ValueLook> values, int place = 0)
    {
        Files++;
        Filled += values.Count > 0 ? 1 : 0;
        Place = Math.Min(Place, place);
        foreach (var value in values)
        {
            AddItem(value);
        }
    }

    /// <summary>The key and others that are the same to people, as one.</summary>
    public static KeyValues Merge(IReadOnlyList<KeyValues> alike)
    {
        if (alike.Count == 1)
        {
            return alike[0];
        }

        var merged = new KeyValues(alike[0].Key);
        merged._keys.Clear();
        foreach (var values in alike)
        {
            merged.TakeOver(values);
        }

        return merged;
    }

    /// <summary>How many values are like this.</summary>
    public int Count(ValueTraits trait) => _traits[BitOperations.Log2((uint)trait)];

    /// <summary>The share of values that are like this; of values that cannot be both, that are like one or the other.</summary>
    public double Share(params ReadOnlySpan<ValueTraits> traits)
    {
        var count = 0;
        foreach (var trait in traits)
        {
            count += Count(trait);
        }

        return Values == 0 ? 0 : (double)count / Values;
    }

    /// <summary>The share of values that occur more than once, however they are spelled.</summary>
    public double RepeatedShare(string? split = null)
    {
        var counts = Parts(split).Values;
        var all = counts.Sum() + (split is null ? _distinctBeyond : 0);
        return all == 0 ? 0 : (double)counts.Where(static count => count > 1).Sum() / all;
    }

    /// <summary>How many values there are when spelling does not count.</summary>
    public int DistinctMerged(string? split = null) => Parts(split).Count + (split is null ? _distinctBeyond : 0);

    /// <summary>The share of short values that have a separator in them.</summary>
    public double SharedBy(string separator)
    {
        var all = _counts.Values.Sum();
        var with = _counts.Where(pair => pair.Key.Contains(separator, StringComparison.Ordinal)).Sum(static pair => pair.Value);
        return all == 0 ? 0 : (double)with / all;
    }

    /// <summary>
    /// Whether what stands between separators are things of their own: they stand alone too, or first here and last there, or with
    /// several others. In <c>Los Angeles, CA</c> and <c>Acme, Inc.</c> the comma belongs to the name. For a comma; other marks are
    /// meant to separate.
    /// </summary>
    public bool IsList(string separator)
    {
        if (separator != ",")
        {
            return true;
        }

        var all = _counts
            .Select(static pair => (Parts: pair.Key.Split(',', Trimmed).Select(Wording.Normalize).ToArray(), Count: pair.Value))
            .Where(static value => value.Parts.Length > 0)
            .ToList();
        var several = all.Where(static value => value.Parts.Length > 1).ToList();
        var notLast = all.SelectMany(static value => value.Parts.Length == 1 ? value.Parts : value.Parts[..^1])
            .ToHashSet(StringComparer.Ordinal);
        var rests = several.GroupBy(static value => value.Parts[0], StringComparer.Ordinal).ToDictionary(
            static group => group.Key,
            static group => group.Select(static value => string.Join('\n', value.Parts[1..])).Distinct(StringComparer.Ordinal).Count(),
            StringComparer.Ordinal);
        var sum = several.Sum(static value => value.Count);
        var free = several.Where(value => notLast.Contains(value.Parts[^1])).Sum(static value => value.Count);
        var combined = several.Where(value => rests[value.Parts[0]] > 1).Sum(static value => value.Count);
        return free >= LeastFree * sum || combined >= LeastCombined * sum;
    }

    /// <summary>The values, or the parts of them, in one spelling, each with how often.</summary>
    /// <param name="split">What separates the parts of a value, or <see langword="null"/> where a value is one.</param>
    public Dictionary<string, int> Parts(string? split)
    {
        var merged = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (value, count) in _counts)
        {
            foreach (var part in split is null ? [value] : value.Split(split, Trimmed))
            {
                var normalized = Wording.Normalize(part);
                merged[normalized] = merged.GetValueOrDefault(normalized) + count;
            }
        }

        return merged;
    }

    private void AddItem(ValueLook value)
    {
        Values++;
        Length += value.Length;
        Lengths = (Math.Min(Lengths.Least, value.Length), Math.Max(Lengths.Most, value.Length));
        Count(value.Text);
        for (var left = (uint)(IsDate(value) ? value.Traits | ValueTraits.Date : value.Traits); left != 0; left &= left - 1)
        {
            _traits[BitOperations.TrailingZeroCount(left)]++;
        }
    }

    private void TakeOver(KeyValues other)
    {
        _keys.AddRange(other._keys);
        Files += other.Files;
        Filled += other.Filled;
        Place = Math.Min(Place, other.Place);
        Values += other.Values;
        Length += other.Length;
        Lengths = (Math.Min(Lengths.Least, other.Lengths.Least), Math.Max(Lengths.Most, other.Lengths.Most));
        _distinctBeyond += other._distinctBeyond;
        for (var trait = 0; trait < _traits.Length; trait++)
        {
            _traits[trait] += other._traits[trait];
        }

        foreach (var (text, count) in other._counts)
        {
            _counts[text] = _counts.GetValueOrDefault(text) + count;
        }
    }

    /// <summary>Seconds since 1970, and a month with dots, are a date under the name of one, and a number under any other.</summary>
    private bool IsDate(ValueLook value)
        => _isNamedDate && (value.Is(ValueTraits.LooseDate) || (value.Text is { } text && Years.OfTimestamp(text) is not null));

    private void Count(string? text)
    {
        if (text is null || (_counts.Count >= MostDistinct && !_counts.ContainsKey(text)))
        {
            _distinctBeyond++;
        }
        else
        {
            _counts[text] = _counts.GetValueOrDefault(text) + 1;
        }
    }
}
