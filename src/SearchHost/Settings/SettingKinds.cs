using System.Globalization;
using System.Net;
using ProposalSearch.Analysis.Forms;
using ProposalSearch.Backends.Choice;
using ProposalSearch.CommandLines;

namespace ProposalSearch.SearchHost.Settings;

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

/// <summary>Lines of text.</summary>
internal sealed class LinesAttribute(int longest, string meaning) : SettingAttribute(meaning)
{
    /// <inheritdoc/>
    public override bool IsList => true;

    /// <inheritdoc/>
    public override string Allowed => FormattableString.Invariant($"a line of 1 to {longest} characters");

    /// <inheritdoc/>
    public override bool TryRead(string text, out object value)
    {
        value = text;
        return text.Length <= longest && !text.Any(char.IsControl);
    }
}

/// <summary>A colour as style sheets write it.</summary>
internal sealed class ColourAttribute(string meaning) : SettingAttribute(meaning)
{
    /// <inheritdoc/>
    public override string Allowed => "a colour such as #0a555c";

    /// <inheritdoc/>
    public override bool TryRead(string text, out object value)
    {
        value = text;
        return Colour.TryParse(text, out _);
    }
}

/// <summary>Addresses of the nodes of a cluster, apart by commas.</summary>
internal sealed class NodesAttribute(string meaning) : SettingAttribute(meaning)
{
    /// <inheritdoc/>
    public override string Allowed => SharedOptions.NodesAllowed;

    /// <inheritdoc/>
    public override bool TryRead(string text, out object value)
    {
        value = text;
        return ClusterSettings.ReadNodes(text) is not null;
    }
}

/// <summary>What only the operator knows; no message repeats it.</summary>
internal sealed class SecretAttribute(int least, int most, string meaning) : SettingAttribute(meaning)
{
    /// <inheritdoc/>
    public override bool IsSecret => true;

    /// <inheritdoc/>
    public override string Allowed => FormattableString.Invariant($"{least} to {most} visible ASCII characters without blanks");

    /// <inheritdoc/>
    public override bool TryRead(string text, out object value)
    {
        value = text;
        return text.Length >= least && text.Length <= most && text.All(static one => one is > ' ' and <= '~');
    }
}

/// <summary>
/// A path. Whether something is there is checked once it is known which folder it is relative to: <see cref="FolderFaults"/>.
/// </summary>
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
    public override string Allowed => "scheme and host alone, such as https://archive.example.org, or * for every site";

    /// <inheritdoc/>
    public override bool TryRead(string text, out object value)
    {
        value = text;
        return text == "*" || (Uri.TryCreate(text, UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
            && string.Equals(address.GetLeftPart(UriPartial.Authority), text, StringComparison.OrdinalIgnoreCase));
    }
}

/// <summary>One of the words of an enumeration, which are its names; case does not matter.</summary>
internal sealed class ChoiceAttribute(Type words, string meaning) : SettingAttribute(meaning)
{
    /// <inheritdoc/>
    public override string Meaning => $"{base.Meaning}: {Choices.InWords(words)}";

    /// <inheritdoc/>
    public override string Allowed => "one of " + string.Join(", ", Choices.Of(words));

    /// <inheritdoc/>
    public override bool TryRead(string text, out object value)
    {
        var chosen = Choices.Read(words, text);
        value = chosen ?? text;
        return chosen is not null;
    }
}

/// <summary>A language that some engine knows.</summary>
internal sealed class LanguageAttribute(string meaning) : SettingAttribute(meaning)
{
    /// <inheritdoc/>
    public override string Allowed => "one of " + string.Join(", ", KnownBackends.Languages.Select(language => language.Code));

    /// <inheritdoc/>
    public override bool TryRead(string text, out object value)
    {
        value = text;
        return LanguageCodes.Find(text, KnownBackends.Languages) is not null;
    }
}

/// <summary>Addresses or networks of the internet protocol.</summary>
internal sealed class NetworksAttribute(string meaning) : SettingAttribute(meaning)
{
    /// <inheritdoc/>
    public override bool IsList => true;

    /// <inheritdoc/>
    public override string Allowed => "an address such as 10.0.0.5, or a network such as 10.0.0.0/8";

    /// <inheritdoc/>
    public override bool TryRead(string text, out object value)
    {
        value = text;
        return IPAddress.TryParse(text, out var address)
            ? string.Equals(address.ToString(), text, StringComparison.OrdinalIgnoreCase)
            : IPNetwork.TryParse(text, out _);
    }
}
