using ProposalSearch.Proposals.Schema;

namespace ProposalSearch.Proposals.Inference;

/// <summary>Which unknown key gets each role of which a proposal has one, where the schema's own keys leave it free.</summary>
/// <param name="Title">The key of the title, or <see langword="null"/>.</param>
/// <param name="Summary">The key of the summary, or <see langword="null"/>.</param>
/// <param name="Year">The key of the year, or <see langword="null"/>.</param>
/// <param name="Organization">The key of who proposes, or <see langword="null"/>.</param>
internal sealed record FreeRoles(string? Title, string? Summary, string? Year, string? Organization)
{
    private const int LongestLine = 200;

    /// <summary>Chooses: of the keys that may have a role, the one that most files have.</summary>
    /// <param name="keys">The unknown keys.</param>
    /// <param name="taken">How many files have a role by a key of the schema.</param>
    /// <param name="files">How many proposals there are.</param>
    public static FreeRoles Among(IReadOnlyCollection<KeyValues> keys, IReadOnlyDictionary<FieldRole, int> taken, int files)
    {
        return new FreeRoles(
            Best(FieldRole.Title, IsTitle, static key => KeyHints.TitleRank(key.Name) ?? 0),
            Best(FieldRole.Summary, IsSummary, static key => KeyHints.IsMission(key.Name) ? 1 : 0),
            Best(FieldRole.Year, MayBeYear, key => (KeyHints.DateRank(key.Name) ?? 0) + (key.Files * 3 < files ? 2 : 0)),
            Best(FieldRole.Organization, IsProposer, static _ => 0));

        // The key of the best name; of those the one that most files have; of those an organization rather than a person.
        string? Best(FieldRole role, Func<KeyValues, bool> mayBe, Func<KeyValues, int> rank) => taken.GetValueOrDefault(role) >= 0.5 * files
            ? null
            : keys.Where(mayBe)
                .OrderBy(rank)
                .ThenByDescending(static key => key.Files)
                .ThenBy(static key => KeyHints.IsOrganization(key.Name) ? 0 : 1)
                .ThenBy(static key => key.Key, StringComparer.Ordinal)
                .FirstOrDefault()?.Key;
    }

    /// <summary>A text that is called the title may stand for several proposals; one that only may be it has to tell them apart.</summary>
    private static bool IsTitle(KeyValues key)
        => KeyHints.TitleRank(key.Name) is { } rank
            && key.AverageLength <= 150
            && key.Share(ValueTraits.Letters) > 0.5
            && (rank > 1 || key.Share(ValueTraits.Space) > 0.3)
            && key.Distinct >= (rank == 0 ? 0.2 : 0.8) * key.Values;

    /// <summary>A mission may be a whole answer about the organization; where it is a line, it says what the proposal is.</summary>
    private static bool IsSummary(KeyValues key)
        => (KeyHints.IsSummary(key.Name) || (KeyHints.IsMission(key.Name) && key.Lengths.Most <= LongestLine))
            && key.AverageLength >= 30
            && key.Share(ValueTraits.Space) > 0.9;

    private static bool MayBeYear(KeyValues key)
        => key.Values > 0
            && KeyHints.DateRank(key.Name) is not null
            && (key.Share(ValueTraits.Date) >= 0.9
                || (KeyHints.IsDate(key.Name) && key.Share(ValueTraits.Date, ValueTraits.Year) >= 0.9)
                || (KeyHints.IsYear(key.Name) && key.Share(ValueTraits.Year) >= 0.95));

    private static bool IsProposer(KeyValues key)
        => KeyHints.IsProposer(key.Name)
            && key.AverageLength <= 200
            && key.Share(ValueTraits.Letters) >= 0.9
            && key.Share(ValueTraits.Truth) < 0.5
            && key.Share(ValueTraits.Mail) < 0.5;
}
