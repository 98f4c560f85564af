namespace ProposalSearch.Compare.Agreement;

/// <summary>Counts of agreements and differences by kind and class. Not thread-safe.</summary>
internal sealed class Tally
{
    private readonly SortedDictionary<string, (int Lines, long Items, int Differing)> _kinds = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _classes = new(StringComparer.Ordinal);

    /// <summary>Lines that differ.</summary>
    public int Differing => _kinds.Values.Sum(kind => kind.Differing);

    /// <summary>Counts a line, and shows its difference unless enough of its class were shown.</summary>
    public void Add(string kind, string? difference, string id, int show, int items)
    {
        var (lines, all, differing) = _kinds.GetValueOrDefault(kind);
        _kinds[kind] = (lines + 1, all + items, differing + (difference is null ? 0 : 1));
        if (difference is null)
        {
            return;
        }

        string name = difference[..difference.IndexOf(':', StringComparison.Ordinal)];
        _classes[name] = _classes.GetValueOrDefault(name) + 1;
        if (_classes[name] <= show)
        {
            Console.Error.WriteLine($"{id}: {difference}");
        }
    }

    /// <summary>The table.</summary>
    public void Print(TextWriter output)
    {
        foreach (var (kind, (lines, items, differing)) in _kinds)
        {
            string of = items > lines ? $" with {items:N0} items" : "";
            output.WriteLine($"{kind,-10} {lines,8:N0}{of}, {differing:N0} differ");
        }

        output.WriteLine($"{"all",-10} {_kinds.Values.Sum(kind => kind.Lines),8:N0}, {Differing:N0} differ");
        foreach (var (name, count) in _classes)
        {
            output.WriteLine($"difference of {name}: {count:N0}");
        }
    }
}
