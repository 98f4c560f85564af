using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using System.Globalization;
using ProposalSearch.CommandLines;

namespace ProposalSearch.SearchHost.Settings;

/// <summary>What was typed after the program's name.</summary>
/// <param name="Settings">Configuration keys with their values; they win over files and environment.</param>
/// <param name="Help">Whether only the usage was asked for.</param>
internal sealed record CommandLine(IReadOnlyDictionary<string, string?> Settings, bool Help)
{
    private const string Urls = "--urls";

    private const string Purpose = "Serves search over a folder of proposals. Builds the index first when there is none or it is stale.";

    /// <summary>A sentence for each argument that cannot be understood.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];

    /// <summary>
    /// Reads arguments, given as <c>--name value</c> or <c>--name=value</c>; <c>--watch</c> may stand alone, and any key of the
    /// configuration may be given as <c>--Section:Name value</c>.
    /// </summary>
    public static CommandLine Parse(IReadOnlyList<string> arguments)
    {
        var tokens = arguments.SelectMany(Apart).ToList();
        var keyed = tokens.Where(IsKey).Distinct(StringComparer.OrdinalIgnoreCase);
        var program = Program(keyed.Select(key => SharedOptions.One(key, "VALUE", "a setting")));
        var typed = TypedLine.Read(program, tokens);
        var settings = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (var given in program.Options.Where(option => option is not HelpOption).Select(typed.Parsed.GetResult))
        {
            Take(given, settings);
        }

        return new CommandLine(settings, typed.AsksForHelp) { Faults = typed.Mistakes };
    }

    /// <summary>How the program is called.</summary>
    public static string Usage()
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        TypedLine.Read(Program([]), ["--help"]).Parsed.Invoke(new InvocationConfiguration { Output = text });
        return text.ToString().TrimEnd() + Environment.NewLine + $"""

            Any setting of appsettings.json can be given as --{SearchHostOptions.Section}:Name VALUE or as the environment variable
            {SearchHostOptions.Section}__Name; docs/operations.md lists them.
            Exit code 0: it was stopped. 2: it could not start, and said why. 1: a fault of its own.
            """;
    }

    /// <summary>The option that gives a key.</summary>
    internal static string NameOf(string key)
        => string.Equals(key, Listening.Urls, StringComparison.OrdinalIgnoreCase) ? Urls
            : DeclaredSetting.All.FirstOrDefault(setting => IsOf(setting, key))?.Option ?? "--" + key;

    private static bool IsOf(DeclaredSetting setting, string key)
        => setting.Kind.Option is not null
            && key.StartsWith(setting.Key, StringComparison.OrdinalIgnoreCase)
            && (key.Length == setting.Key.Length || key[setting.Key.Length] == ':');

    private static RootCommand Program(IEnumerable<Option> keyed)
    {
        var root = new RootCommand(Purpose);
        root.Options.Remove(root.Options.OfType<VersionOption>().Single());
        var declared = DeclaredSetting.All.Where(setting => setting.Kind.Option is not null).Select(Declared);
        var urls = SharedOptions.One(Urls, "URL", $"where to listen (default: {Listening.DefaultUrl}); several are separated by ;");
        foreach (var option in declared.Append(urls).Concat(keyed))
        {
            root.Options.Add(option);
        }

        return root;
    }

    private static Option Declared(DeclaredSetting setting) => setting.Kind switch
    {
        SwitchAttribute kind => SharedOptions.Switch(setting.Option, $"{kind.Meaning} (default: {setting.Default})"),
        { IsList: true } kind => SharedOptions.Many(setting.Option, kind.ValueName, kind.Meaning),
        var kind => SharedOptions.One(setting.Option, kind.ValueName, kind.Meaning, setting.Default),
    };

    /// <summary>A key of the configuration and its value, which the parser would part at the first colon.</summary>
    private static IEnumerable<string> Apart(string argument)
    {
        var equals = argument.IndexOf('=', StringComparison.Ordinal);
        return equals > 0 && IsKey(argument[..equals]) ? [argument[..equals], argument[(equals + 1)..]] : [argument];
    }

    private static bool IsKey(string token)
        => token.StartsWith("--", StringComparison.Ordinal)
            && token.Contains(':', StringComparison.Ordinal)
            && !token.Contains('=', StringComparison.Ordinal);

    private static void Take(OptionResult? given, Dictionary<string, string?> settings)
    {
        if (given is null or { IdentifierTokenCount: 0 })
        {
            return;
        }

        var name = given.Option.Name;
        var setting = DeclaredSetting.All.FirstOrDefault(setting => string.Equals(setting.Kind.Option, name, StringComparison.Ordinal));
        var key = name == Urls ? Listening.Urls : setting?.Key ?? name[2..];
        var values = given.Tokens.Select(token => token.Value).ToList();
        if (setting?.Kind is SwitchAttribute && values.Count == 0)
        {
            values.Add("true");
        }

        for (var at = 0; at < values.Count; at++)
        {
            settings[setting?.Kind.IsList == true ? FormattableString.Invariant($"{key}:{at}") : key] = values[at];
        }
    }
}
