using ProposalSearch.Foundation.Texts;

namespace ProposalSearch.Proposals.Sources;

/// <summary>A mapping in the making: keeps order and doubled keys, and adds what merge keys (<c>&lt;&lt;</c>) bring.</summary>
internal sealed class SourceMapBuilder(SourceReading reading)
{
    private const int LongestShown = 60;

    private readonly List<SourceEntry> _entries = new(16);
    private HashSet<string>? _keys;
    private List<SourceMap>? _merged;

    /// <summary>Whether a value can stand after a merge key: a mapping, or a list of them.</summary>
    public static bool CanMerge(SourceValue value)
        => value is SourceMap || (value is SourceList list && list.Items.All(static item => item is SourceMap));

    /// <summary>Adds a key. One that is there already is kept too, and reported.</summary>
    public void Add(string key, SourceValue value, int line)
    {
        if (!IsNew(key))
        {
            var shown = ShortText.Of(key, LongestShown, "...");
            reading.Warn(line, $"The key '{shown}' is there twice; both values were kept.", "Remove or rename one of them.");
        }

        _entries.Add(new SourceEntry(key, value, line));
    }

    /// <summary>Adds a mapping; one under the same key goes on in it, as tables of TOML do.</summary>
    public void AddTable(string key, SourceMap table, int line)
    {
        var at = _entries.FindIndex(entry => entry.Key == key && entry.Value is SourceMap);
        if (at < 0)
        {
            Add(key, table, line);
        }
        else
        {
            _entries[at] = _entries[at] with { Value = new SourceMap([.. ((SourceMap)_entries[at].Value).Entries, .. table.Entries]) };
        }
    }

    /// <summary>Remembers what a merge key brings.</summary>
    public void Merge(SourceValue value)
    {
        _merged ??= [];
        _merged.AddRange(value is SourceMap map ? [map] : ((SourceList)value).Items.Cast<SourceMap>());
    }

    /// <summary>The mapping: stated keys first, then merged ones that were not stated.</summary>
    public SourceMap Build()
    {
        foreach (var entry in (_merged ?? []).SelectMany(static map => map.Entries))
        {
            if (IsNew(entry.Key))
            {
                _entries.Add(entry);
            }
        }

        return new SourceMap(_entries);
    }

    /// <summary>Remembers a key: by looking through the few of a usual file, by a set in a large one.</summary>
    private bool IsNew(string key)
    {
        if (_keys is null && _entries.Count >= 48)
        {
            _keys = [.. _entries.Select(static entry => entry.Key)];
        }

        return _keys?.Add(key) ?? !_entries.Exists(entry => entry.Key == key);
    }
}
