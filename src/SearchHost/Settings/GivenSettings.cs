using System.Text.Json;
using Microsoft.Extensions.Configuration.Json;

namespace ProposalSearch.SearchHost.Settings;

/// <summary>
/// All that was given in files, environment and command line, the later winning, before anything is made of it. Immutable once gathered.
/// </summary>
internal sealed class GivenSettings
{
    private static readonly string[] HostPrefixes = ["DOTNET_", "ASPNETCORE_"];

    private readonly Dictionary<string, GivenValue> _values = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _faults = [];

    private GivenSettings()
    {
    }

    /// <summary>What is wrong with the files themselves.</summary>
    public IReadOnlyList<string> Faults => _faults;

    /// <summary>Every value, by keys that do not depend on case.</summary>
    public IReadOnlyCollection<GivenValue> Values => _values.Values;

    /// <summary>The same as the framework takes it.</summary>
    public IEnumerable<KeyValuePair<string, string?>> Pairs => _values.Values.Select(value => KeyValuePair.Create(value.Key, value.Text));

    /// <summary>Gathers what a command line and its surroundings give.</summary>
    public static GivenSettings Gather(CommandLine command, Surroundings surroundings)
    {
        var given = new GivenSettings();
        given.AddFile(Path.Combine(surroundings.ProgramFolder, "appsettings.json"));
        given.AddFile(Path.Combine(surroundings.ProgramFolder, $"appsettings.{surroundings.EnvironmentName}.json"));
        given.AddEnvironment(surroundings.Environment);
        foreach (var (key, value) in command.Settings)
        {
            given.Add(new GivenValue(key, value, GivenSource.CommandLine, CommandLine.NameOf(key) + " on the command line"));
        }

        return given;
    }

    /// <summary>The value of a key, or <see langword="null"/> where it was not given.</summary>
    public GivenValue? Of(string key) => _values.GetValueOrDefault(key);

    /// <summary>The values of the keys below a key, such as the items of a list, in the order of their keys.</summary>
    public IReadOnlyList<GivenValue> Below(string key)
    {
        var prefix = key + ":";
        var below = _values.Values.Where(value => value.Key.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
        return [.. below.OrderBy(value => value.Key, ConfigurationKeyComparer.Instance)];
    }

    private void AddFile(string path)
    {
        var name = Path.GetFileName(path);
        try
        {
            var file = new ConfigurationBuilder().SetBasePath(Path.GetDirectoryName(path)!)
                .Add(new JsonConfigurationSource { Path = name, Optional = true, ReloadOnChange = false }).Build();
            foreach (var (key, value) in Leaves(file))
            {
                Add(new GivenValue(key, value, GivenSource.File, $"{key} in {name}"));
            }
        }
        catch (Exception fault) when (fault is InvalidDataException or FormatException or IOException or UnauthorizedAccessException)
        {
            _faults.Add($"{path} cannot be read: {Cause(fault)} Correct the file, or remove it to use what is built in.");
        }
    }

    /// <summary>Values alone: a section that has values below it is none itself.</summary>
    private static IEnumerable<KeyValuePair<string, string?>> Leaves(IConfiguration file)
        => file.AsEnumerable().Where(pair => pair.Value is not null || !file.GetSection(pair.Key).GetChildren().Any());

    private static string Cause(Exception fault) => fault switch
    {
        { InnerException: { } inner } => Cause(inner),
        JsonException { LineNumber: { } line, BytePositionInLine: { } at } json =>
            FormattableString.Invariant($"line {line + 1}, byte {at + 1}: {json.Message.Split(" LineNumber:")[0]}"),
        _ => fault.Message,
    };

    /// <summary>Variables with the prefixes of the framework first: those without one are stronger, as the framework has it too.</summary>
    private void AddEnvironment(IReadOnlyDictionary<string, string?> environment)
    {
        foreach (var prefix in HostPrefixes)
        {
            foreach (var (name, value) in environment.Where(pair => pair.Key.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)))
            {
                AddVariable(name[prefix.Length..], name, value);
            }
        }

        foreach (var (name, value) in environment)
        {
            AddVariable(name, name, value);
        }
    }

    private void AddVariable(string key, string name, string? value)
    {
        var parted = key.Replace("__", ":", StringComparison.Ordinal);
        Add(new GivenValue(parted, value, GivenSource.Environment, $"Environment variable {name}"));
    }

    private void Add(GivenValue value) => _values[value.Key] = value;
}
