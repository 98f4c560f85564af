namespace ProposalSearch.Proposals.Applicants;

/// <summary>The organizations of an archive that have several names. Immutable.</summary>
public sealed class KnownOrganizations
{
    private readonly Dictionary<string, IReadOnlyList<string>> _byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _bySpelling = new(StringComparer.Ordinal);

    /// <summary>Those of a list.</summary>
    /// <param name="organizations">The names of each, as files spell them; no name is of two.</param>
    public KnownOrganizations(IEnumerable<IReadOnlyList<string>> organizations)
    {
        ArgumentNullException.ThrowIfNull(organizations);
        foreach (var names in organizations)
        {
            foreach (var name in names)
            {
                _byKey[OrganizationSpelling.KeyOf(name)] = names;
                _bySpelling[name] = names[0];
            }
        }
    }

    /// <summary>Whether there are none.</summary>
    public bool IsEmpty => _bySpelling.Count == 0;

    /// <summary>Whether a text, spelled as in files, is a name of one of them.</summary>
    public bool Has(string name) => _bySpelling.ContainsKey(name);

    /// <summary>All names of the organization with a name, whatever its case, accents and signs; empty where there is none.</summary>
    public IReadOnlyList<string> NamesOf(string name) => IsEmpty ? [] : _byKey.GetValueOrDefault(OrganizationSpelling.KeyOf(name), []);

    /// <summary>A value, or several where it is a name of an organization: all of its names.</summary>
    public IEnumerable<string> WithNamesOf(string value) => NamesOf(value).Prepend(value).Distinct(StringComparer.Ordinal);

    /// <summary>Equal for the names of one organization, spelled as in files; any other text is itself.</summary>
    public string KeyOf(string name) => _bySpelling.GetValueOrDefault(name, name);
}
