using System.Globalization;
using ProposalSearch.Proposals;

namespace ProposalSearch.SearchHost.Settings;

/// <summary>What was typed after the program's name.</summary>
/// <param name="Settings">Configuration keys with their values; they win over files and environment.</param>
/// <param name="Help">Whether only the usage was asked for.</param>
public sealed record CommandLine(IReadOnlyDictionary<string, string?> Settings, bool Help)
{
    /// <summary>How the program is called.</summary>
    public const string Usage = """
        Serves search over a folder of proposals. Builds the index first when there is none or it is stale.

          --source DIR    the proposals (default: seeds)
          --index DIR     the index, made if need be (default: index)
          --schema FILE   what the keys of the files mean (default: built in)
          --include GLOB  read only files like this one, as 2015/*.md; may be given several times
          --exclude GLOB  leave out files like this one, as drafts/**; may be given several times
          --watch         index changes of the proposals while running
          --urls URL      where to listen (default: http://127.0.0.1:5080); several are separated by ;
          --title NAME    the name that pages show
          --help          this text

        Any setting of appsettings.json can be given as --ProposalSearch:Name VALUE or as the environment variable
        ProposalSearch__Name. docs/operations.md lists them.
        """;

    private const string Watch = "--watch";

    private static readonly Dictionary<string, string> Keys = new(StringComparer.Ordinal)
    {
        ["--source"] = "ProposalSearch:Source",
        ["--index"] = "ProposalSearch:Index",
        ["--schema"] = "ProposalSearch:Schema",
        ["--title"] = "ProposalSearch:Title",
        [Watch] = "ProposalSearch:Watch",
        ["--urls"] = "urls",
    };

    private static readonly Dictionary<string, string> Lists = new(StringComparer.Ordinal)
    {
        ["--include"] = "ProposalSearch:Include",
        ["--exclude"] = "ProposalSearch:Exclude",
    };

    /// <summary>Reads arguments, given as <c>--name value</c> or <c>--name=value</c>; <c>--watch</c> stands alone.</summary>
    /// <exception cref="StartFailedException">An option is unknown, or lacks its value.</exception>
    public static CommandLine Parse(IReadOnlyList<string> arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        var settings = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        for (var at = 0; at < arguments.Count; at++)
        {
            if (arguments[at] is "--help" or "-h" or "-?")
            {
                return new CommandLine(settings, Help: true);
            }

            var equals = arguments[at].IndexOf('=', StringComparison.Ordinal);
            var name = equals < 0 ? arguments[at] : arguments[at][..equals];
            var key = Lists.TryGetValue(name, out var list) ? NextOf(list, settings) : Key(name);
            settings[key] = equals >= 0 ? arguments[at][(equals + 1)..]
                : name == Watch ? bool.TrueString
                : ++at < arguments.Count ? arguments[at]
                : throw new StartFailedException($"{name} needs a value: write {name} VALUE.");
        }

        return new CommandLine(settings, Help: false);
    }

    /// <summary>The key of the next value of a list.</summary>
    private static string NextOf(string list, Dictionary<string, string?> settings)
        => Enumerable.Range(0, int.MaxValue).Select(at => string.Create(CultureInfo.InvariantCulture, $"{list}:{at}")).First(key => !settings.ContainsKey(key));

    private static string Key(string name)
    {
        if (Keys.TryGetValue(name, out var key))
        {
            return key;
        }

        if (name.StartsWith("--", StringComparison.Ordinal) && name.Contains(':', StringComparison.Ordinal))
        {
            return name[2..];
        }

        var meant = NearestName.Of(name, Keys.Keys.Concat(Lists.Keys)) is { } nearest ? $" Did you mean {nearest}?" : "";
        throw new StartFailedException($"There is no option '{name}'.{meant} --help lists the options.");
    }
}
