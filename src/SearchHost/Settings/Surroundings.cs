using System.Collections;

namespace ProposalSearch.SearchHost.Settings;

/// <summary>What a start depends on beside its command line.</summary>
/// <param name="Environment">Variables of the environment with their values.</param>
/// <param name="CurrentFolder">What relative paths are relative to.</param>
/// <param name="ProgramFolder">Where the program and its appsettings.json are.</param>
internal sealed record Surroundings(IReadOnlyDictionary<string, string?> Environment, string CurrentFolder, string ProgramFolder)
{
    /// <summary>Those of this process.</summary>
    public static Surroundings OfProcess() => new(
        System.Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .ToDictionary(entry => (string)entry.Key, entry => (string?)entry.Value, StringComparer.Ordinal),
        Directory.GetCurrentDirectory(),
        AppContext.BaseDirectory);

    /// <summary>The name of the environment, which says which second settings file is read.</summary>
    public string EnvironmentName
        => Named("ASPNETCORE_ENVIRONMENT") ?? Named("DOTNET_ENVIRONMENT") ?? Environments.Production;

    private string? Named(string variable)
        => Environment.GetValueOrDefault(variable) is { } name && !string.IsNullOrWhiteSpace(name) ? name : null;
}
