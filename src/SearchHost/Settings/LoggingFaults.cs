using ProposalSearch.Proposals;

namespace ProposalSearch.SearchHost.Settings;

/// <summary>Values of the section <c>Logging</c> that the framework would stop at with a stack, or pass over.</summary>
internal static class LoggingFaults
{
    private const string Section = "Logging:";
    private static readonly string[] Levels = Enum.GetNames<LogLevel>();
    private static readonly string[] OnOff = ["true", "false"];
    private static readonly string[] Children = ["LogLevel", "Console", "Debug", "EventSource", "EventLog"];

    private static readonly Dictionary<string, string[]> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Console:FormatterName"] = ["simple", "systemd", "json"],
        ["Console:FormatterOptions:SingleLine"] = OnOff,
        ["Console:FormatterOptions:IncludeScopes"] = OnOff,
        ["Console:FormatterOptions:UseUtcTimestamp"] = OnOff,
        ["Console:FormatterOptions:ColorBehavior"] = ["Default", "Enabled", "Disabled"],
        ["Console:LogToStandardErrorThreshold"] = Levels,
        ["Console:QueueFullMode"] = ["Wait", "DropWrite"],
    };

    /// <summary>A line for each.</summary>
    public static IEnumerable<string> Of(GivenSettings given)
        => given.Values.Where(value => value.Key.StartsWith(Section, StringComparison.OrdinalIgnoreCase))
            .Select(Fault).OfType<string>().Distinct(StringComparer.Ordinal);

    private static string? Fault(GivenValue given)
    {
        var name = given.Key[Section.Length..];
        var parts = name.Split(':');
        if (NearestName.Of(parts[0], Children) is { } meant && !string.Equals(meant, parts[0], StringComparison.OrdinalIgnoreCase))
        {
            return $"{given.WhereBegins(2)}: there is no '{parts[0]}' in the section Logging. Did you mean {meant}?";
        }

        var isLevel = parts.SkipLast(1).Take(2).Contains("LogLevel", StringComparer.OrdinalIgnoreCase);
        var words = isLevel ? Levels : Words.GetValueOrDefault(name);
        if (words is null || words.Contains(given.Text, StringComparer.OrdinalIgnoreCase))
        {
            return null;
        }

        var hint = NearestName.Of(given.Text ?? "", words) is { } nearest ? $" Did you mean {nearest}?" : "";
        return $"{given.Where} is '{given.Text}': it must be one of {string.Join(", ", words)}.{hint}";
    }
}
