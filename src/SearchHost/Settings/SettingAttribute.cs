using System.Globalization;

namespace ProposalSearch.SearchHost.Settings;

/// <summary>
/// Declares a property of <see cref="SearchHostOptions"/> as a setting: what it means and which values it takes. Its name is the property's, its default
/// what the property is initialised with. Nothing else has to be written for it to be read from command line, environment and file, checked and
/// listed by <c>--help</c>; a test compares the table of <c>docs/operations.md</c>.
/// </summary>
/// <param name="meaning">A few words for <c>--help</c>, in the singular, without a full stop.</param>
[AttributeUsage(AttributeTargets.Property)]
internal abstract class SettingAttribute(string meaning) : Attribute
{
    /// <summary>What it is, in a few words.</summary>
    public string Meaning => meaning;

    /// <summary>Its short option, such as <c>--source</c>; where it has none, it is given as <c>--ProposalSearch:Name</c>.</summary>
    public string? Option { get; init; }

    /// <summary>What stands for its value in <c>--help</c>.</summary>
    public string ValueName { get; init; } = "VALUE";

    /// <summary>The default in words, where the property's own first value does not tell it.</summary>
    public string? Default { get; init; }

    /// <summary>Whether it has any number of values.</summary>
    public virtual bool IsList => false;

    /// <summary>Which values it takes, in words that complete "it must be".</summary>
    public abstract string Allowed { get; }

    /// <summary>Reads one value, which is not empty; false where it is none of those that are allowed.</summary>
    public abstract bool TryRead(string text, out object value);
}

/// <summary>A whole number within a range, both ends included.</summary>
internal sealed class WholeNumberAttribute(int least, int most, string meaning) : SettingAttribute(meaning)
{
    /// <summary>The least allowed.</summary>
    public int Least => least;

    /// <summary>The most allowed.</summary>
    public int Most => most;

    /// <inheritdoc/>
    public override string Allowed => FormattableString.Invariant($"a whole number from {least} to {most}");

    /// <inheritdoc/>
    public override bool TryRead(string text, out object value)
    {
        var isNumber = int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number);
        value = number;
        return isNumber && number >= least && number <= most;
    }
}

/// <summary>On or off.</summary>
internal sealed class SwitchAttribute(string meaning) : SettingAttribute(meaning)
{
    /// <inheritdoc/>
    public override string Allowed => "true or false";

    /// <inheritdoc/>
    public override bool TryRead(string text, out object value)
    {
        var isSwitch = bool.TryParse(text, out var on);
        value = on;
        return isSwitch;
    }
}

/// <summary>A line of text.</summary>
internal sealed class LineAttribute(int longest, string meaning) : SettingAttribute(meaning)
{
    /// <inheritdoc/>
    public override string Allowed => FormattableString.Invariant($"a line of 1 to {longest} characters");

    /// <inheritdoc/>
    public override bool TryRead(string text, out object value)
    {
        value = text;
        return text.Length <= longest && !text.Any(char.IsControl);
    }
}

/// <summary>A path. Whether something is there is checked once it is known which folder it is relative to: <see cref="FolderFaults"/>.</summary>
internal sealed class PathAttribute(string meaning) : SettingAttribute(meaning)
{
    /// <inheritdoc/>
    public override string Allowed => "a path";

    /// <inheritdoc/>
    public override bool TryRead(string text, out object value)
    {
        value = text;
        return !text.Contains('\0', StringComparison.Ordinal);
    }
}

/// <summary>Patterns of paths within the source.</summary>
internal sealed class PatternsAttribute(string meaning) : SettingAttribute(meaning)
{
    /// <inheritdoc/>
    public override bool IsList => true;

    /// <inheritdoc/>
    public override string Allowed => "a pattern of paths within the source, such as 2015/*.md or drafts/**";

    /// <inheritdoc/>
    public override bool TryRead(string text, out object value)
    {
        value = text;
        return !Path.IsPathRooted(text) && !text.Split('/', '\\').Contains("..", StringComparer.Ordinal);
    }
}

/// <summary>Origins as browsers send them.</summary>
internal sealed class OriginsAttribute(string meaning) : SettingAttribute(meaning)
{
    /// <inheritdoc/>
    public override bool IsList => true;

    /// <inheritdoc/>
    public override string Allowed => "scheme and host alone, such as https://archive.example.org";

    /// <inheritdoc/>
    public override bool TryRead(string text, out object value)
    {
        value = text;
        return Uri.TryCreate(text, UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
            && string.Equals(address.GetLeftPart(UriPartial.Authority), text, StringComparison.OrdinalIgnoreCase);
    }
}
