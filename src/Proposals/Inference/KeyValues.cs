
namespace ProposalSearch.Proposals.Inference;

/// <summary>What the values of one key look like over all files.</summary>
internal sealed class KeyValues(string key)
{
    /// <summary>A text of this many characters and more is prose.</summary>
    public const int ProseLength = 160;

    private const int MostDistinct = 100_000;

    /// <summary>Values up to this many characters are counted each.</summary>
    public const int LongestCounted = 200;

    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private readonly List<string> _keys = [key];
    private readonly bool _isNamedDate = KeyHints.IsDate(KeyName.Of(key));
    private int _distinctBeyond;

    /// <summary>The key as files have it.</summary>
    public string Key { get; } = key;

    /// <summary>All keys that are this one, spelled otherwise by some files; this one first.</summary>
    public IReadOnlyList<string> Keys => _keys;

    /// <summary>The key as <see cref="KeyName.Of"/> has it.</summary>
    public string Name { get; } = KeyName.Of(key);

    /// <summary>Files that have the key.</summary>
    public int Files { get; private set; }

    /// <summary>Values that are not empty; items of lists each count.</summary>
    public int Values { get; private set; }

    /// <summary>Values that are http addresses.</summary>
    public int Addresses { get; private set; }

    /// <summary>Values that are dates, beginning with year, month and day.</summary>
    public int Dates { get; private set; }

    /// <summary>Values that are years.</summary>
    public int Years { get; private set; }

    /// <summary>Values that are whole numbers.</summary>
    public int Numbers { get; private set; }

    /// <summary>Values that are yes or no.</summary>
    public int Truths { get; private set; }

    /// <summary>Values of one word that has digits in it, without spaces: codes and identifiers.</summary>
    public int Codes { get; private set; }

    /// <summary>Values that are sums of money.</summary>
    public int Sums { get; private set; }

    /// <summary>Values that are addresses of mail.</summary>
    public int Mails { get; private set; }

    /// <summary>Characters of the shortest and of the longest value.</summary>
    public (int Least, int Most) Lengths { get; private set; } = (int.MaxValue, 0);

    /// <summary>Values that are names of files.</summary>
    public int FileNames { get; private set; }

    /// <summary>Values of <see cref="ProseLength"/> and more.</summary>
    public int Prose { get; private set; }

    /// <summary>Characters of all values.</summary>
    public long Length { get; private set; }

    /// <summary>Values with a space in them.</summary>
    public int WithSpaces { get; private set; }

    /// <summary>Values with a letter in them.</summary>
    public int WithLetters { get; private set; }

    /// <summary>Distinct short values with their counts, as they are spelled.</summary>
    public IReadOnlyDictionary<string, int> Counts => _counts;

    /// <summary>Distinct values.</summary>
    public int Distinct => _counts.Count + _distinctBeyond;

    /// <summary>Characters of a value on average.</summary>
    public double AverageLength => Values == 0 ? 0 : (double)Length / Values;

    /// <summary>Takes in what one file has under the key; items of lists each count.</summary>
    public void Add(IEnumerable<ValueLook> values)
    {
        Files++;
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

    /// <summary>The share of values that are of a kind.</summary>
    public double Share(int kind) => Values == 0 ? 0 : (double)kind / Values;

    /// <summary>The share of values that occur more than once, however they are spelled.</summary>
    public double RepeatedShare(string? split = null)
    {
        var counts = Merged(split).Values;
        var all = counts.Sum() + (split is null ? _distinctBeyond : 0);
        return all == 0 ? 0 : (double)counts.Where(static count => count > 1).Sum() / all;
    }

    /// <summary>How many values there are when spelling does not count.</summary>
    public int DistinctMerged(string? split = null) => Merged(split).Count + (split is null ? _distinctBeyond : 0);

    /// <summary>The share of short values that have a separator in them.</summary>
    public double SharedBy(string separator)
    {
        var all = _counts.Values.Sum();
        return all == 0 ? 0 : (double)_counts.Where(pair => pair.Key.Contains(separator, StringComparison.Ordinal)).Sum(static pair => pair.Value) / all;
    }

    /// <summary>The values, or the parts of them, however they are spelled, each with how often.</summary>
    public IReadOnlyDictionary<string, int> Parts(string? split) => Merged(split);

    private Dictionary<string, int> Merged(string? split)
    {
        var merged = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (value, count) in _counts)
        {
            foreach (var part in split is null ? [value] : value.Split(split, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
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
        Prose += One(value, ValueTraits.Prose);
        Dates += value.Is(ValueTraits.Date) || IsTimestamp(value) ? 1 : 0;
        WithSpaces += One(value, ValueTraits.Space);
        WithLetters += One(value, ValueTraits.Letters);
        Addresses += One(value, ValueTraits.Address);
        Numbers += One(value, ValueTraits.Number);
        Years += One(value, ValueTraits.Year);
        Truths += One(value, ValueTraits.Truth);
        Codes += One(value, ValueTraits.Code);
        FileNames += One(value, ValueTraits.FileName);
        Sums += One(value, ValueTraits.Money);
        Mails += One(value, ValueTraits.Mail);
        Lengths = (Math.Min(Lengths.Least, value.Length), Math.Max(Lengths.Most, value.Length));
        Count(value.Text);
    }

    private void TakeOver(KeyValues other)
    {
        _keys.AddRange(other._keys);
        Files += other.Files;
        Values += other.Values;
        Length += other.Length;
        Prose += other.Prose;
        Dates += other.Dates;
        WithSpaces += other.WithSpaces;
        WithLetters += other.WithLetters;
        Addresses += other.Addresses;
        Numbers += other.Numbers;
        Years += other.Years;
        Truths += other.Truths;
        Codes += other.Codes;
        FileNames += other.FileNames;
        Sums += other.Sums;
        Mails += other.Mails;
        Lengths = (Math.Min(Lengths.Least, other.Lengths.Least), Math.Max(Lengths.Most, other.Lengths.Most));
        _distinctBeyond += other._distinctBeyond;
        foreach (var (text, count) in other._counts)
        {
            _counts[text] = _counts.GetValueOrDefault(text) + count;
        }
    }

    /// <summary>Seconds since 1970 are a date under the name of one, and a number under any other.</summary>
    private bool IsTimestamp(ValueLook value) => _isNamedDate && value.Text is { } text && ProposalSearch.Proposals.Years.OfTimestamp(text) is not null;

    private static int One(ValueLook value, ValueTraits trait) => value.Is(trait) ? 1 : 0;

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
