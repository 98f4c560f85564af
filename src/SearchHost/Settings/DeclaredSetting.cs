using System.Collections;
using System.Globalization;
using System.Reflection;
using ProposalSearch.CommandLines;

namespace ProposalSearch.SearchHost.Settings;

/// <summary>A setting as its property declares it.</summary>
internal sealed class DeclaredSetting
{
    private readonly PropertyInfo _property;

    private DeclaredSetting(PropertyInfo property, SettingAttribute kind)
    {
        _property = property;
        Kind = kind;
        Name = kind.Key ?? property.Name;
        Key = $"{SearchHostOptions.Section}:{Name}";
        Option = kind.Option ?? "--" + Key;
        Variable = Key.Replace(":", "__", StringComparison.Ordinal);
    }

    /// <summary>All settings, in the order in which they are declared.</summary>
    public static IReadOnlyList<DeclaredSetting> All { get; } =
    [
        .. typeof(SearchHostOptions).GetProperties()
            .Select(property => (Property: property, Kind: property.GetCustomAttribute<SettingAttribute>()))
            .Where(pair => pair.Kind is not null)
            .OrderBy(pair => pair.Property.MetadataToken)
            .Select(pair => new DeclaredSetting(pair.Property, pair.Kind!)),
    ];

    /// <summary>What it means and takes.</summary>
    public SettingAttribute Kind { get; }

    /// <summary>Its name in the section, such as <c>MaxQueryLength</c>.</summary>
    public string Name { get; }

    /// <summary>Its key, such as <c>ProposalSearch:MaxQueryLength</c>.</summary>
    public string Key { get; }

    /// <summary>Its option of the command line.</summary>
    public string Option { get; }

    /// <summary>Its environment variable; that of a list takes <c>__0</c> and so on behind it.</summary>
    public string Variable { get; }

    /// <summary>Its default in words.</summary>
    public string Default => Kind.Default ?? _property.GetValue(new SearchHostOptions()) switch
    {
        bool on => on ? "true" : "false",
        string { Length: > 0 } text => text,
        ICollection { Count: > 0 } values => string.Join(", ", values.Cast<object>()),
        int number => number.ToString(CultureInfo.InvariantCulture),
        Enum word => Choices.Typed(word),
        _ => "none",
    };

    /// <summary>Puts a value into the options: one that <see cref="SettingAttribute.TryRead"/> gave, or for a list all of them.</summary>
    public void Set(SearchHostOptions options, object value) => _property.SetValue(options, value);
}
