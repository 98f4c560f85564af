namespace ProposalSearch.Words;

/// <summary>Words of files, each word of a file counted once, and how many of them find the file's proposal.</summary>
internal sealed class Count
{
    private const int MostExamples = 12;

    private readonly Dictionary<string, int> _missing = new(StringComparer.OrdinalIgnoreCase);

    public int Words { get; private set; }

    public int Found { get; private set; }

    /// <summary>The share that is found, in per cent.</summary>
    public double Share => Words == 0 ? 100 : 100.0 * Found / Words;

    public void Add(string word, bool isFound)
    {
        Words++;
        Found += isFound ? 1 : 0;
        if (!isFound)
        {
            _missing[word] = _missing.GetValueOrDefault(word) + 1;
        }
    }

    /// <summary>The words that are missing most often, each with the number of its files.</summary>
    public string Examples() => string.Join(", ", _missing.OrderByDescending(static pair => pair.Value)
        .ThenBy(static pair => pair.Key, StringComparer.Ordinal)
        .Take(MostExamples)
        .Select(static pair => pair.Value == 1 ? pair.Key : FormattableString.Invariant($"{pair.Key} ({pair.Value})")));
}
