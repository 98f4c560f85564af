using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using System.Globalization;
using ProposalSearch.Proposals;

namespace ProposalSearch.SearchHost.Settings;

/// <summary>What was typed after the program's name.</summary>
/// <param name="Settings">Configuration keys with their values; they win over files and environment.</param>
/// <param name="Help">Whether only the usage was asked for.</param>
internal sealed record CommandLine(IReadOnlyDictionary<string, string?> Settings, bool Help)
{
    private const string Urls = "--urls";

    private const string Purpose = "Serves search over a folder of proposals. Builds the index first when there is none or it is stale.";

    private static readonly ParserConfiguration Plain = new() { ResponseFileTokenReplacer = null, EnablePosixBundling = false };

    /// <summary>A sentence for each argument that cannot be understood.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];

    /// <summary>
    /// Reads arguments, given as <c>--name value</c> or <c>--name=value</c>; <c>--watch</c> may stand alone, and any key of the
    /// configuration may be given as <c>--Section:Name value</c>.
    /// </summary>
    public static CommandLine Parse(IReadOnlyList<string> arguments)
    {
        var tokens = arguments.SelectMany(Apart).ToList();
        var keyed = tokens.Where(IsKey).Distinct(StringComparer.OrdinalIgnoreCase).Select(name => Typed(name));
        var options = Declared().Concat(keyed).ToList();
        var parsed = Tree(options).Parse(tokens, Plain);
        var (settings, faults) = (new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase), new List<string>());
        foreach (var given in options.Select(parsed.GetResult).OfType<OptionResult>())
        {
            Take(given, settings, faults);
        }

        faults.AddRange(Unknown(parsed.UnmatchedTokens, tokens, options));
        var isHelp = parsed.Action is HelpAction;
        return new CommandLine(settings, isHelp) { Faults = isHelp ? [] : faults };
    }

    /// <summary>How the program is called.</summary>
    public static string Usage()
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        var tree = Tree([.. Declared()]);
        tree.TreatUnmatchedTokensAsErrors = true;
        tree.Parse(["--help"], Plain).Invoke(new InvocationConfiguration { Output = text });
        return text.ToString().TrimEnd() + Environment.NewLine + $"""

            Any setting of appsettings.json can be given as --{SearchHostOptions.Section}:Name VALUE or as the environment variable
            {SearchHostOptions.Section}__Name; docs/operations.md lists them.
            Exit code 0: it was stopped. 2: it could not start, and said why. 1: a fault of its own.
            """;
    }

    /// <summary>The option that gives a key.</summary>
    internal static string NameOf(string key)
        => string.Equals(key, "urls", StringComparison.OrdinalIgnoreCase) ? Urls
            : DeclaredSetting.All.FirstOrDefault(setting => IsOf(setting, key))?.Option ?? "--" + key;

    private static bool IsOf(DeclaredSetting setting, string key)
        => setting.Kind.Option is not null
            && key.StartsWith(setting.Key, StringComparison.OrdinalIgnoreCase)
            && (key.Length == setting.Key.Length || key[setting.Key.Length] == ':');

    private static RootCommand Tree(IReadOnlyList<Option> options)
    {
        var root = new RootCommand(Purpose) { TreatUnmatchedTokensAsErrors = false };
        root.Options.OfType<HelpOption>().Single().Description = "this text";
        root.Directives.Clear();
        root.Options.Remove(root.Options.OfType<VersionOption>().Single());
        foreach (var option in options)
        {
            root.Options.Add(option);
        }

        return root;
    }

    private static IEnumerable<Option> Declared()
    {
        foreach (var setting in DeclaredSetting.All.Where(setting => setting.Kind.Option is not null))
        {
            var option = setting.Kind is SwitchAttribute ? new Option<bool>(setting.Option) : Typed(setting.Option);
            option.HelpName = setting.Kind is SwitchAttribute ? null : setting.Kind.ValueName;
            var more = setting.Kind.IsList ? "; may be given several times" : $" (default: {setting.Default})";
            option.Description = setting.Kind.Meaning + more;
            yield return option;
        }

        var urls = Typed(Urls);
        (urls.HelpName, urls.Description) = ("URL", $"where to listen (default: {Listening.DefaultUrl}); several are separated by ;");
        yield return urls;
    }

    /// <summary>
    /// An option whose values are taken as they are: what they may be is a matter of the settings, wherever they are given.
    /// </summary>
    private static Option Typed(string name)
        => new Option<string[]>(name) { Arity = ArgumentArity.ZeroOrMore, AllowMultipleArgumentsPerToken = false };

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

    private static void Take(OptionResult given, Dictionary<string, string?> settings, List<string> faults)
    {
        if (given.IdentifierTokenCount == 0)
        {
            return;
        }

        var name = given.Option.Name;
        var setting = DeclaredSetting.All.FirstOrDefault(setting => string.Equals(setting.Kind.Option, name, StringComparison.Ordinal));
        var key = name == Urls ? "urls" : setting?.Key ?? name[2..];
        var values = given.Tokens.Select(token => token.Value).ToList();
        if (setting?.Kind is SwitchAttribute && values.Count == 0)
        {
            values.Add("true");
        }
        else if (values.Count < given.IdentifierTokenCount)
        {
            faults.Add($"{name} needs a value: write {name} {setting?.Kind.ValueName ?? "VALUE"}.");
        }

        var isList = setting?.Kind.IsList == true;
        if (!isList && given.IdentifierTokenCount > 1)
        {
            faults.Add($"{name} is there {Times(given.IdentifierTokenCount)}: write it once.");
        }

        for (var at = 0; at < values.Count; at++)
        {
            settings[isList ? FormattableString.Invariant($"{key}:{at}") : key] = values[at];
        }
    }

    private static string Times(int count) => count == 2 ? "twice" : FormattableString.Invariant($"{count} times");

    /// <summary>Arguments that belong to no option; what stands behind an unknown option is taken for its value.</summary>
    private static IEnumerable<string> Unknown(IReadOnlyList<string> unmatched, IReadOnlyList<string> tokens, IReadOnlyList<Option> options)
    {
        var names = options.Select(option => option.Name).Append("--help").ToList();
        for (var at = 0; at < unmatched.Count; at++)
        {
            var token = unmatched[at];
            yield return options.FirstOrDefault(option => IsFlagWith(option, token, tokens)) is { } flag
                ? $"{flag.Name} is '{token}': write {flag.Name} alone, {flag.Name}=true or {flag.Name}=false."
                : UnknownOption(token.Split('=')[0], names);
            var takesNext = token.StartsWith('-') && !token.Contains('=', StringComparison.Ordinal);
            if (takesNext && at + 1 < unmatched.Count && !unmatched[at + 1].StartsWith('-'))
            {
                at++;
            }
        }
    }

    private static bool IsFlagWith(Option option, string value, IReadOnlyList<string> tokens)
        => option is Option<bool>
            && (tokens.Contains($"{option.Name}={value}", StringComparer.Ordinal)
                || tokens.Zip(tokens.Skip(1)).Contains((option.Name, value)));

    private static string UnknownOption(string name, IReadOnlyList<string> names) => NearestName.Of(name, names) switch
    {
        var same when same == name => $"'{name}' stands behind '--', where no options are read: leave '--' out.",
        null when !name.StartsWith('-') =>
            $"'{name}' belongs to no option; for the folder of the proposals write --source {name}. --help lists the options.",
        null => $"There is no option '{name}'. --help lists the options.",
        var nearest => $"There is no option '{name}'. Did you mean {nearest}? --help lists the options.",
    };
}
