using ProposalSearch.Proposals.Schema;

namespace ProposalSearch.Proposals.Inference;

/// <summary>Which unknown key gets each role of which a proposal has one, where the schema's own keys leave it free.</summary>
/// <param name="Title">The key of the title, or <see langword="null"/>.</param>
/// <param name="Summary">The key of the summary, or <see langword="null"/>.</param>
/// <param name="Year">The key of the year, or <see langword="null"/>.</param>
/// <param name="Organization">The key of who proposes, or <see langword="null"/>.</param>
internal sealed record FreeRoles(string? Title, string? Summary, string? Year, string? Organization)
{
    /// <summary>Chooses: of the keys that may have a role, the one that most files have.</summary>
    /// <param name="keys">The unknown keys.</param>
    /// <param name="taken">How many files have a role by a key of the schema.</param>
    /// <param name="files">How many proposals there are.</param>
    public static FreeRoles Among(IReadOnlyCollection<KeyValues> keys, IReadOnlyDictionary<FieldRole, int> taken, int files) => new(
        Best(keys, FieldRole.Title, taken, files, static key => KeyHints.TitleRank(key.Normalized) is not null && IsShortAndDistinct(key), static key => KeyHints.TitleRank(key.Normalized) ?? 0),
        Best(keys, FieldRole.Summary, taken, files, static key => KeyHints.IsSummary(key.Normalized) && key.AverageLength >= 30 && key.Share(key.WithSpaces) > 0.9),
        Best(keys, FieldRole.Year, taken, files, static key => MayBeYear(key)),
        Best(keys, FieldRole.Organization, taken, files, static key => KeyHints.IsProposer(key.Normalized) && key.AverageLength <= 200));

    private static bool IsShortAndDistinct(KeyValues key) => key.AverageLength <= 150 && key.Distinct >= 0.8 * key.Values;

    private static bool MayBeYear(KeyValues key)
        => key.Values > 0 && (KeyHints.IsDate(key.Normalized) ? key.Share(key.Dates + key.Years) >= 0.9 : key.Share(key.Years) >= 0.95 && key.Normalized.Contains("year", StringComparison.Ordinal));

    private static string? Best(
        IReadOnlyCollection<KeyValues> keys, FieldRole role, IReadOnlyDictionary<FieldRole, int> taken, int files, Func<KeyValues, bool> mayBe,
        Func<KeyValues, int>? rank = null)
        => taken.GetValueOrDefault(role) >= 0.5 * files
            ? null
            : keys.Where(mayBe).OrderBy(key => rank?.Invoke(key) ?? 0).ThenByDescending(static key => key.Files).ThenBy(static key => key.Key, StringComparer.Ordinal).FirstOrDefault()?.Key;
}
