using ProposalSearch.Proposals.Sources;

namespace ProposalSearch.Proposals.Schema;

/// <summary>
/// The values of a facet of a schema file: a list of values; or a mapping of values to their other names, or to <c>also</c> (other names)
/// and <c>below</c> (the values that are part of it, in the same form).
/// </summary>
internal sealed class VocabularyReader
{
    private readonly SchemaFaults _faults;
    private readonly List<(string Name, VocabularyValue Value)> _names = [];

    /// <summary>Reads <c>values</c> of a facet.</summary>
    public VocabularyReader(SchemaNode facet, SchemaFaults faults)
    {
        _faults = faults;
        if (facet.IsList("values"))
        {
            AddAll(facet.Words("values"), null);
        }
        else
        {
            ReadMap(facet.Child("values"), under: null);
        }
    }

    /// <summary>Whether some values are below others.</summary>
    public bool HasLevels => _names.Exists(static name => name.Value.Under is not null);

    /// <summary>The vocabulary, or <see langword="null"/> where there is none.</summary>
    public FacetVocabulary? Read(IReadOnlyList<string> optional) => _names.Count == 0 ? null : new FacetVocabulary(_names, optional);

    private void AddAll(IEnumerable<string> values, string? under)
    {
        foreach (var value in values)
        {
            _names.Add((value, new VocabularyValue(value, under)));
        }
    }

    private void ReadMap(SchemaNode node, string? under)
    {
        foreach (var (name, value, line) in node.Entries)
        {
            var meant = new VocabularyValue(name, under);
            _names.Add((name, meant));
            if (value is SourceMap)
            {
                var entry = node.Child(name);
                entry.AllowOnly("also", "below");
                _names.AddRange(entry.Words("also").Select(other => (other, meant)));
                ReadBelow(entry, name, under, line);
            }
            else
            {
                _names.AddRange(node.Words(name).Select(other => (other, meant)));
            }
        }
    }

    private void ReadBelow(SchemaNode entry, string name, string? under, int line)
    {
        if (under is not null && entry.LineOf("below") is not null)
        {
            _faults.Add(line, $"'{name}' is below '{under}' and has values below itself: there are two levels only. Move them up.");
        }
        else if (entry.IsList("below"))
        {
            AddAll(entry.Words("below"), name);
        }
        else
        {
            ReadMap(entry.Child("below"), name);
        }
    }
}
