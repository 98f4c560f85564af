using ProposalSearch.Proposals;

namespace ProposalSearch.SearchHost.Settings;

/// <summary>Names that belong to no section, which would be passed over in silence.</summary>
internal static class SectionFaults
{
    private const string Ours = SearchHostOptions.Section;
    private static readonly string[] Sections = [Ours, "Logging", "Kestrel"];
    private static readonly string[] Known = [.. Sections, "AllowedHosts", "Urls"];
    private static readonly string[] OfKestrel = ["Endpoints", "EndpointDefaults", "Certificates"];

    /// <summary>A line for each value that nothing would read, as far as somebody is likely to have meant something that is read.</summary>
    public static IEnumerable<string> Of(GivenSettings given)
        => given.Values.Select(Fault).OfType<string>().Distinct(StringComparer.Ordinal);

    private static string? Fault(GivenValue given)
    {
        var parts = given.Key.Split(':');
        return string.Equals(parts[0], "Kestrel", StringComparison.OrdinalIgnoreCase) && parts.Length > 1 && !IsIn(OfKestrel, parts[1])
            ? $"{given.WhereBegins(2)} has no effect: of the section Kestrel, {string.Join(", ", OfKestrel)} are read."
            : given.Source switch
            {
                GivenSource.CommandLine => OfCommandLine(given, parts),
                GivenSource.File => OfFile(given, parts[0]),
                _ => OfVariable(given, parts),
            };
    }

    private static string? OfCommandLine(GivenValue given, string[] parts)
    {
        if (parts.Length == 1 || IsIn(Sections, parts[0]))
        {
            return null;
        }

        var hint = NearestName.Of(parts[0], Sections) is { } meant ? $"Did you mean {meant}?" : $"There are {string.Join(", ", Sections)}.";
        return $"{given.WhereBegins(1)}: there is no section '{parts[0]}'. {hint}";
    }

    private static string? OfFile(GivenValue given, string section)
    {
        var where = given.WhereBegins(1);
        return IsIn(Known, section) ? null
            : Setting(section) is { } setting
                ? $"{where} is outside of its section: write it into \"{Ours}\": {{ \"{setting.Name}\": ... }}."
            : NearestName.Of(section, Known) is { } meant ? $"{where}: there is no section '{section}'. Did you mean {meant}?" : null;
    }

    private static string? OfVariable(GivenValue given, string[] parts)
    {
        var name = given.Where[(given.Where.LastIndexOf(' ') + 1)..];
        if (parts.Length > 1 && !IsIn([Ours], parts[0]) && NearestName.Of(parts[0], [Ours]) is not null)
        {
            return $"{given.Where}: there is no section '{parts[0]}'. Did you mean {Ours}__{string.Join("__", parts[1..])}?";
        }

        var isOurs = parts.Length == 1 && name.StartsWith(Ours + "_", StringComparison.OrdinalIgnoreCase);
        if (isOurs && Setting(name[(Ours.Length + 1)..]) is { } setting)
        {
            return $"{given.Where} has one underscore too few: write {setting.Variable}{(setting.Kind.IsList ? "__0" : "")}.";
        }

        return string.Equals(name, "ASPNETCORE_URL", StringComparison.OrdinalIgnoreCase) && parts[0].Length == 3
            ? $"{given.Where}: there is no such setting. Did you mean ASPNETCORE_URLS?" : null;
    }

    private static DeclaredSetting? Setting(string name)
        => DeclaredSetting.All.FirstOrDefault(setting => string.Equals(setting.Name, name, StringComparison.OrdinalIgnoreCase));

    private static bool IsIn(string[] names, string name) => names.Contains(name, StringComparer.OrdinalIgnoreCase);
}
