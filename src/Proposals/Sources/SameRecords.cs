using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace ProposalSearch.Proposals.Sources;

/// <summary>
/// Whether the records of two files are the same, whatever their keys are called: each of one has all its values in a record of the other,
/// and no two in the same. Texts are compared by their letters and digits, numbers by their first digits, lists also as one text, as a
/// table has them.
/// </summary>
internal sealed class SameRecords
{
    /// <summary>So many digits of a number that is not whole are compared: programs write the last ones differently.</summary>
    private const string Digits = "G9";

    /// <summary>So many records that have a value are looked at; a value that more have tells none apart.</summary>
    private const int MostLookedAt = 64;

    private readonly HashSet<string>[] _all;
    private readonly bool[] _isTaken;
    private Dictionary<string, List<int>>? _places;

    private SameRecords(IReadOnlyList<SourceRecord> records)
    {
        _all = [.. records.Select(static record => Values(record, withWholes: true))];
        _isTaken = new bool[_all.Length];
    }

    /// <summary>Whether all records are among others, each once.</summary>
    public static bool AreWithin(IReadOnlyList<SourceRecord> records, IReadOnlyList<SourceRecord> others)
    {
        if (records.Count != others.Count)
        {
            return false;
        }

        var all = new SameRecords(others);
        return records.Index().All(record => all.TryTake(Values(record.Item, withWholes: false), record.Index));
    }

    /// <summary>Takes a record that has the values: that of the same place, mostly.</summary>
    private bool TryTake(HashSet<string> values, int place)
    {
        if (values.Count == 0)
        {
            return false;
        }

        var found = IsFree(place, values) ? place : Candidates(values).FirstOrDefault(other => IsFree(other, values), -1);
        if (found >= 0)
        {
            _isTaken[found] = true;
        }

        return found >= 0;
    }

    private bool IsFree(int place, HashSet<string> values) => !_isTaken[place] && values.IsSubsetOf(_all[place]);

    /// <summary>The records that have the rarest of the values.</summary>
    private IEnumerable<int> Candidates(HashSet<string> values)
    {
        _places ??= Places();
        var lists = values.Select(value => _places.GetValueOrDefault(value)).ToList();
        return lists.Contains(null) ? [] : lists.MinBy(static list => list!.Count)!.Take(MostLookedAt);
    }

    private Dictionary<string, List<int>> Places()
    {
        var places = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        foreach (var (place, values) in _all.Index())
        {
            foreach (var value in values)
            {
                (CollectionsMarshal.GetValueRefOrAddDefault(places, value, out _) ??= []).Add(place);
            }
        }

        return places;
    }

    private static HashSet<string> Values(SourceRecord record, bool withWholes)
    {
        var values = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in record.Fields.Entries)
        {
            Add(entry.Value, values, withWholes);
        }

        return values;
    }

    /// <summary>Adds the values, and where it is asked for lists and mappings as one text; returns that.</summary>
    private static string Add(SourceValue value, HashSet<string> values, bool withWholes)
    {
        if (value is SourceText text)
        {
            var bare = Placeholders.IsNoValue(text.Text) ? "" : Bare(text.Text);
            values.UnionWith(bare.Length > 0 ? [bare] : []);
            return bare;
        }

        var whole = value switch
        {
            SourceList list => string.Concat(list.Items.Select(item => Add(item, values, withWholes))),
            SourceMap map => string.Concat(map.Entries.Select(entry => Bare(entry.Key) + Add(entry.Value, values, withWholes))),
            _ => "",
        };
        values.UnionWith(withWholes && whole.Length > 0 ? [whole] : []);
        return whole;
    }

    private static string Bare(string text)
    {
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && !text.All(char.IsAsciiDigit))
        {
            return number.ToString(number == Math.Truncate(number) ? "F0" : Digits, CultureInfo.InvariantCulture);
        }

        var bare = new StringBuilder(text.Length);
        foreach (var letter in text.AsSpan().EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(letter))
            {
                bare.Append(Rune.ToLowerInvariant(letter));
            }
        }

        return bare.ToString();
    }
}
