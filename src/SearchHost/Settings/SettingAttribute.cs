namespace ProposalSearch.SearchHost.Settings;

/// <summary>
/// Declares a property of <see cref="SearchHostOptions"/> as a setting: what it means and which values it takes. Its name is the
/// property's, its default what the property is initialised with. Nothing else has to be written for it to be read from command line,
/// environment and file, checked and listed by <c>--help</c>; a test compares the table of <c>docs/operations.md</c>.
/// </summary>
/// <param name="meaning">A few words for <c>--help</c>, in the singular, without a full stop.</param>
[AttributeUsage(AttributeTargets.Property)]
internal abstract class SettingAttribute(string meaning) : Attribute
{
    /// <summary>What it is, in a few words.</summary>
    public virtual string Meaning => meaning;

    /// <summary>Its short option, such as <c>--source</c>; where it has none, it is given as <c>--ProposalSearch:Name</c>.</summary>
    public string? Option { get; init; }

    /// <summary>Its name in the section where that is not the property's: one in a group, such as <c>OpenSearch:Nodes</c>.</summary>
    public string? Key { get; init; }

    /// <summary>What stands for its value in <c>--help</c>.</summary>
    public string ValueName { get; init; } = "VALUE";

    /// <summary>The default in words, where the property's own first value does not tell it.</summary>
    public string? Default { get; init; }

    /// <summary>Whether it has any number of values.</summary>
    public virtual bool IsList => false;

    /// <summary>Whether its value may be shown nowhere.</summary>
    public virtual bool IsSecret => false;

    /// <summary>Which values it takes, in words that complete "it must be".</summary>
    public abstract string Allowed { get; }

    /// <summary>Reads one value, which is not empty; false where it is none of those that are allowed.</summary>
    public abstract bool TryRead(string text, out object value);
}
