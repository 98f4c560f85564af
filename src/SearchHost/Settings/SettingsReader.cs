using System.Globalization;
using ProposalSearch.Foundation.Texts;
using ProposalSearch.Proposals;

namespace ProposalSearch.SearchHost.Settings;

/// <summary>Reads the settings of the section <c>ProposalSearch</c> and finds all of their faults at once. Used by one thread.</summary>
internal sealed class SettingsReader
{
    private const int LongestShown = 81;

    private readonly GivenSettings _given;
    private readonly List<string> _faults = [];
    private readonly SearchHostOptions _options = new();

    private SettingsReader(GivenSettings given) => _given = given;

    /// <summary>The settings, as far as they can be used, and a line for each fault.</summary>
    public static (SearchHostOptions Options, IReadOnlyList<string> Faults) Read(GivenSettings given)
    {
        var reader = new SettingsReader(given);
        foreach (var setting in DeclaredSetting.All)
        {
            if (setting.Kind.IsList)
            {
                reader.ReadList(setting);
            }
            else
            {
                reader.ReadOne(setting);
            }
        }

        reader.FindStrangers();
        return (reader._options, reader._faults);
    }

    private void ReadOne(DeclaredSetting setting)
    {
        foreach (var item in _given.Below(setting.Key).DistinctBy(item => item.WhereBegins(2)))
        {
            _faults.Add($"{item.WhereBegins(2)} gives a list or a group of values, "
                + $"but {setting.Key} is one value: it must be {setting.Kind.Allowed}.");
        }

        if (_given.Of(setting.Key) is { } given && Value(setting, given) is { } value)
        {
            setting.Set(_options, value);
        }
    }

    private void ReadList(DeclaredSetting setting)
    {
        var one = _given.Of(setting.Key);
        if (one is not null && !(one.Source == GivenSource.File && string.IsNullOrEmpty(one.Text)))
        {
            _faults.Add($"{one.Where} is one value, '{Shown(one.Text)}', but {setting.Key} is a list: {HowToList(setting, one)}");
        }

        var values = new List<string>();
        foreach (var item in _given.Below(setting.Key))
        {
            if (!int.TryParse(item.Key.AsSpan(setting.Key.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out _))
            {
                _faults.Add($"{item.Where} is no place in a list: "
                    + $"the values of {setting.Key} are numbered from 0, as in {setting.Variable}__0.");
            }
            else if (Value(setting, item) is string value)
            {
                values.Add(value);
            }
        }

        setting.Set(_options, values);
    }

    /// <summary>What was given as a value of the setting; <see langword="null"/>, with a fault, where it is none.</summary>
    private object? Value(DeclaredSetting setting, GivenValue given)
    {
        if (string.IsNullOrWhiteSpace(given.Text))
        {
            _faults.Add($"{given.Where} is empty: it must be {setting.Kind.Allowed}. "
                + $"Leave it out for the default, which is {setting.Default}.");
            return null;
        }

        if (setting.Kind.TryRead(given.Text, out var value))
        {
            return value;
        }

        var said = setting.Kind.IsSecret ? FormattableString.Invariant($"has {given.Text.Length} characters") : $"is '{Shown(given.Text)}'";
        _faults.Add($"{given.Where} {said}: it must be {setting.Kind.Allowed}.");
        return null;
    }

    /// <summary>How to write one value as a list, where it was given.</summary>
    private static string HowToList(DeclaredSetting setting, GivenValue given) => given.Source switch
    {
        GivenSource.File => $"write [\"{given.Text}\"].",
        GivenSource.Environment => $"write {setting.Variable}__0={given.Text}.",
        _ => $"write {setting.Option}{(setting.Kind.Option is null ? ":0" : "")} {given.Text}.",
    };

    private void FindStrangers()
    {
        var prefix = SearchHostOptions.Section + ":";
        var names = DeclaredSetting.All.Select(setting => setting.Name).ToList();
        var inSection = _given.Values.Where(given => given.Key.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
        var strangers = inSection.Select(given => (Given: given, Path: given.Key[prefix.Length..]))
            .Where(stranger => !names.Exists(known => IsAtOrBelow(stranger.Path, known)))
            .Select(stranger => (stranger.Given, Name: NameOf(stranger.Path, names)));
        foreach (var (given, name) in strangers.DistinctBy(stranger => stranger.Name, StringComparer.OrdinalIgnoreCase))
        {
            var hint = NearestName.Of(name, names) is { } meant ? $"Did you mean {meant}?" : $"There are {string.Join(", ", names)}.";
            _faults.Add($"{given.WhereBegins(1 + name.Split(':').Length)}: there is no setting '{Shown(name)}'. {hint}");
        }
    }

    /// <summary>The name that a path may have been meant for: two parts where the first is a group of settings.</summary>
    private static string NameOf(string path, List<string> names)
    {
        var parts = path.Split(':');
        return string.Join(':', parts.Take(names.Exists(known => known != parts[0] && IsAtOrBelow(known, parts[0])) ? 2 : 1));
    }

    private static bool IsAtOrBelow(string path, string name) => path.StartsWith(name, StringComparison.OrdinalIgnoreCase)
        && (path.Length == name.Length || path[name.Length] == ':');

    private static string Shown(string? text) => ShortText.Of(text, LongestShown);
}
