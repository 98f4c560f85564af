using ProposalSearch.Proposals.Schema;

namespace ProposalSearch.Proposals.Inference;

/// <summary>
/// Which unknown keys have each role of which a proposal has one. The best key has it where the schema's own keys leave it free; every
/// other one that may have it is a source for those proposals in which no better one has a value.
/// </summary>
/// <param name="Titles">The keys of the title, the best first.</param>
/// <param name="Summaries">The keys of the summary.</param>
/// <param name="Years">The keys of the year.</param>
/// <param name="Organizations">The keys of who proposes.</param>
internal sealed record FreeRoles(RoleKeys Titles, RoleKeys Summaries, RoleKeys Years, RoleKeys Organizations)
{
    /// <summary>Where this key is not the schema's for titles, it was found to hold people.</summary>
    private const string PersonKey = "name";

    /// <summary>What is called a year or a date is one though some wrote something else: that is an answer then, with a warning.</summary>
    private const double LeastNamed = 0.7;

    /// <summary>Rounds are numbered as often as they are called by their year or season.</summary>
    private const double LeastRounds = 0.9;

    private const int LongestLine = 200;
    private const int LongestTitle = 120;
    private const int ShortestTitle = 6;

    /// <summary>Chooses: of the keys that may have a role, the one that most files have.</summary>
    /// <param name="keys">The unknown keys.</param>
    /// <param name="taken">How many files have a role by a key of the schema.</param>
    /// <param name="survey">How many proposals there are, and how many of them are rows of tables or items of lists.</param>
    public static FreeRoles Among(IReadOnlyCollection<KeyValues> keys, IReadOnlyDictionary<FieldRole, int> taken, KeySurvey survey)
    {
        var (files, numbered) = (survey.Records, survey.Numbered);
        var roles = new FreeRoles(
            Ranked(FieldRole.Title, IsTitle, static key => KeyHints.TitleRank(key.Name) ?? 0),
            Ranked(FieldRole.Summary, IsSummary, static key => KeyHints.IsMission(key.Name) ? 1 : 0),
            Ranked(FieldRole.Year, MayBeYear, key => (KeyHints.DateRank(key.Name) ?? 0) + (key.Files * 3 < files ? 2 : 0)),
            Ranked(FieldRole.Organization, IsProposer, static _ => 0));
        return numbered * 2 > files && roles.Titles.Keys.Count == 0 && taken.GetValueOrDefault(FieldRole.Title) * 2 < files
            && ByValues(keys, roles, files) is { } title
                ? roles with { Titles = new RoleKeys([title.Key], IsFree: true) }
                : roles;

        // The key of the best name; of those the one that most files have; of those an organization rather than a person.
        RoleKeys Ranked(FieldRole role, Func<KeyValues, bool> mayBe, Func<KeyValues, int> rank) => new(
            [
                .. keys.Where(mayBe)
                    .OrderBy(rank)
                    .ThenByDescending(static key => key.Files)
                    .ThenBy(static key => KeyHints.IsOrganization(key.Name) ? 0 : 1)
                    .ThenBy(static key => key.Key, StringComparer.Ordinal)
                    .Select(static key => key.Key),
            ],
            IsFree: taken.GetValueOrDefault(role) < 0.5 * files);
    }

    /// <summary>The column of a table that looks most like titles: the first of short texts of which hardly one comes twice.</summary>
    private static KeyValues? ByValues(IReadOnlyCollection<KeyValues> keys, FreeRoles roles, int files)
        => keys.Where(key => LooksLikeTitles(key, files)
                && (roles.Summaries.PlaceOf(key.Key) ?? roles.Organizations.PlaceOf(key.Key) ?? roles.Years.PlaceOf(key.Key)) is null)
            .OrderBy(static key => key.Place)
            .ThenBy(static key => key.Key, StringComparer.Ordinal)
            .FirstOrDefault();

    private static bool LooksLikeTitles(KeyValues key, int files)
        => key.Filled >= 0.9 * files
            && key.AverageLength is >= ShortestTitle and <= LongestTitle
            && key.Distinct >= 0.9 * key.Values
            && key.Values <= 1.05 * key.Filled
            && key.Share(ValueTraits.Letters) >= 0.95
            && key.Share(ValueTraits.Space) >= 0.6
            && key.Count(ValueTraits.Prose) <= 0.05 * key.Values
            && key.Share(ValueTraits.Date, ValueTraits.Money, ValueTraits.Number, ValueTraits.Mail, ValueTraits.Address) < 0.1
            && !Wording.IsQuestion(key.Key)
            && !KeyHints.IsName(key.Name)
            && !KeyHints.IsPeople(key.Name)
            && !KeyHints.IsProposer(key.Name)
            && !KeyHints.IsPlace(key.Name)
            && !key.Name.Contains('›', StringComparison.Ordinal);

    /// <summary>A text that is called the title may stand for several proposals; one that only may be it has to tell them apart.</summary>
    private static bool IsTitle(KeyValues key)
        => KeyHints.TitleRank(key.Name) is { } rank
            && key.Name != PersonKey
            && key.AverageLength <= 150
            && key.Share(ValueTraits.Letters) > 0.5
            && (rank > 1 || key.Share(ValueTraits.Space) > 0.3 || (rank == 0 && AreWords(key)))
            && key.Distinct >= (rank == 0 ? 0.2 : 0.8) * key.Values;

    /// <summary>Single words, hardly one twice, are titles under the name of these; codes and forms of address are none.</summary>
    private static bool AreWords(KeyValues key) => key.Distinct >= 0.8 * key.Values && key.Count(ValueTraits.Code) == 0;

    /// <summary>A mission may be a whole answer about the organization; where it is a line, it says what the proposal is.</summary>
    private static bool IsSummary(KeyValues key)
        => (KeyHints.IsSummary(key.Name) || (KeyHints.IsMission(key.Name) && key.Lengths.Most <= LongestLine))
            && key.AverageLength >= 30
            && key.Share(ValueTraits.Space) > 0.9;

    private static bool MayBeYear(KeyValues key)
        => key.Values > 0
            && KeyHints.DateRank(key.Name) is not null
            && (key.Share(ValueTraits.Date) >= 0.9
                || (KeyHints.IsDate(key.Name) && key.Share(ValueTraits.Date, ValueTraits.Year) >= LeastNamed)
                || (KeyHints.IsRound(key.Name) && key.Share(ValueTraits.Year, ValueTraits.LooseDate) >= LeastRounds)
                || (KeyHints.IsYear(key.Name) && key.Share(ValueTraits.Year, ValueTraits.LooseDate) >= LeastNamed));

    private static bool IsProposer(KeyValues key)
        => (KeyHints.IsProposer(key.Name) || (key.Name == PersonKey && key.Share(ValueTraits.Handle, ValueTraits.PersonName) >= 0.7))
            && key.AverageLength <= 200
            && key.Share(ValueTraits.Letters) >= 0.9
            && key.Share(ValueTraits.Truth) < 0.5
            && key.Share(ValueTraits.Mail) < 0.5
            && key.Share(ValueTraits.Hash) < 0.5
            && !IsBox(key);

    /// <summary>A box that was ticked: its value is its own label.</summary>
    private static bool IsBox(KeyValues key)
        => key.Distinct == 1 && key.Counts.Keys.FirstOrDefault() is { } label && Wording.Normalize(label) == Wording.Normalize(key.Key);
}

/// <summary>The keys that may have a role.</summary>
/// <param name="Keys">The best first.</param>
/// <param name="IsFree">Whether the schema's own keys leave the role to them in most files.</param>
internal sealed record RoleKeys(IReadOnlyList<string> Keys, bool IsFree)
{
    private readonly Dictionary<string, int> _places
        = Keys.Index().ToDictionary(static key => key.Item, static key => key.Index, StringComparer.Ordinal);

    /// <summary>Whether a key has the role first of all.</summary>
    public bool IsMain(string key) => IsFree && Keys.Count > 0 && Keys[0] == key;

    /// <summary>Its place among the keys that may have the role; <see langword="null"/> where it may not.</summary>
    public int? PlaceOf(string key) => _places.TryGetValue(key, out var place) ? place : null;
}
