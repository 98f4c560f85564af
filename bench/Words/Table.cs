using System.Globalization;
using static System.FormattableString;

namespace ProposalSearch.Words;

/// <summary>What is found, by the place of the words and by their kind.</summary>
/// <param name="indexed">The files that have a proposal in the index.</param>
internal sealed class Table(IReadOnlySet<string> indexed)
{
    private readonly SortedDictionary<Place, Count> _places = [];
    private readonly SortedDictionary<string, Count> _kinds = new(StringComparer.Ordinal);

    /// <summary>Each word that finds nothing: its place, itself and its file.</summary>
    public List<string> Missing { get; } = [];

    public void Add(string word, string file, RawWord raw, bool isFound)
    {
        var place = raw.Place;
        CountOf(_places, place).Add(word, isFound);
        if (place == Place.Text)
        {
            CountOf(_kinds, KindOf(word, file)).Add(word, isFound);
        }

        if (!isFound)
        {
            Missing.Add(string.Create(CultureInfo.InvariantCulture, $"{place}\t{KindOf(word, file)}\t{raw.Key}\t{word}\t{file}"));
        }
    }

    public void Write(TextWriter to)
    {
        foreach (var (place, count) in _places)
        {
            WriteRow(to, place.ToString(), count);
        }

        to.WriteLine("of the text:");
        foreach (var (kind, count) in _kinds)
        {
            WriteRow(to, "  " + kind, count);
        }
    }

    private static void WriteRow(TextWriter to, string name, Count count)
    {
        var missing = count.Words - count.Found;
        to.WriteLine(Invariant($"{name,-22} {count.Words,9:N0} words of files {missing,8:N0} not found {count.Share,7:F2} %"));
        if (count.Found < count.Words)
        {
            to.WriteLine("    such as " + count.Examples());
        }
    }

    private string KindOf(string word, string file) =>
        !indexed.Contains(file) ? "in a file left out"
        : word.All(char.IsNumber) ? "numbers"
        : word.Length == 1 ? "single letters"
        : word.Contains('_', StringComparison.Ordinal) ? "names of programs"
        : "words";

    private static Count CountOf<TKey>(SortedDictionary<TKey, Count> counts, TKey key)
        where TKey : notnull
    {
        if (!counts.TryGetValue(key, out var count))
        {
            counts.Add(key, count = new Count());
        }

        return count;
    }
}
