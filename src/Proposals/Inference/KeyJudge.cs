using System.Text.RegularExpressions;
using ProposalSearch.Proposals.Schema;

namespace ProposalSearch.Proposals.Inference;

/// <summary>
/// Decides what a key is by what its values look like. The name of the key breaks ties, and is needed for the roles of
/// which there is one: title, summary, year, who proposes.
/// </summary>
/// <param name="files">How many proposals there are.</param>
/// <param name="roles">Which single roles are still free.</param>
internal sealed partial class KeyJudge(int files, FreeRoles roles)
{
    /// <summary>With fewer files, that values repeat says nothing.</summary>
    private const int FewestFilesForFacets = 5;

    private const int LongestReference = 16;

    /// <summary>Codes of one length need so many values to be told from words that happen to be as long.</summary>
    private const int FewestOfOneLength = 10;

    public KeyVerdict Judge(KeyValues values)
    {
        if (values.Values == 0)
        {
            return new KeyVerdict(KeyKind.Noise, "no file has a value");
        }

        return JudgeLinks(values)
            ?? JudgeSingleRoles(values)
            ?? JudgeNoise(values)
            ?? JudgeFacet(values)
            ?? JudgeText(values);
    }

    private static KeyVerdict? JudgeLinks(KeyValues values)
    {
        var isBelow = values.Name.Contains('›', StringComparison.Ordinal);
        if (values.Share(ValueTraits.Linked) >= 0.7 && !KeyHints.IsPeople(values.Name) && !KeyHints.IsProposer(values.Name))
        {
            return new KeyVerdict(KeyKind.Link, "texts with addresses behind them") { IsUnasked = true };
        }

        var addresses = values.Share(ValueTraits.Address);
        if (addresses >= 0.7 && KeyHints.IsPictureOfProposal(values.Name))
        {
            return new KeyVerdict(KeyKind.Image, "addresses of pictures");
        }

        if (addresses >= 0.7 && isBelow && (KeyHints.IsPicture(values.Name) || KeyHints.IsChat(values.Name)))
        {
            return new KeyVerdict(KeyKind.Noise, "pictures, or places to chat, of something that belongs to the proposal");
        }

        if (addresses >= 0.7 && !KeyHints.IsName(values.Name))
        {
            return KeyHints.IsPicture(values.Name)
                ? new KeyVerdict(KeyKind.Image, "addresses of pictures")
                : new KeyVerdict(KeyKind.Link, FormattableString.Invariant($"{100 * addresses:0} % of the values are addresses"));
        }

        return KeyHints.AccountPrefix(values.Name) is not null && values.Share(ValueTraits.Space) <= 0.05
            ? new KeyVerdict(KeyKind.Link, "names of accounts")
            : null;
    }

    private bool IsInAllFiles(KeyValues values) => values.Values >= FewestFilesForFacets && values.Filled >= 0.9 * files;

    private KeyVerdict? JudgeSingleRoles(KeyValues values)
    {
        var isDate = values.Share(ValueTraits.Date) >= 0.9;
        if (roles.Years.IsMain(values.Key) && !IsRoundWithinYears(values))
        {
            return new KeyVerdict(KeyKind.Year, isDate ? "dates; the proposal's year is theirs" : "years") { IsUnasked = true };
        }

        if (isDate)
        {
            return new KeyVerdict(KeyKind.Answer, "dates") { IsUnasked = true };
        }

        if (roles.Organizations.IsMain(values.Key))
        {
            return ArePeople(values)
                ? new KeyVerdict(KeyKind.Organization, "the people who propose, by its name", FacetRule.SplitPeople)
                {
                    IsWithoutFacet = files < FewestFilesForFacets || !FacetJudge.AreEnough(values, files),
                }
                : new KeyVerdict(KeyKind.Organization, "who proposes, by its name");
        }

        if (roles.Titles.IsMain(values.Key))
        {
            return new KeyVerdict(
                KeyKind.Title,
                KeyHints.TitleRank(values.Name) is null ? "short texts, hardly one twice" : "short texts under a name for titles");
        }

        return roles.Summaries.IsMain(values.Key)
            ? new KeyVerdict(KeyKind.Summary, Average(values, "texts under a name for summaries"))
            : null;
    }

    /// <summary>Rounds of which a year has several are something to filter by; the year is told from them all the same.</summary>
    private bool IsRoundWithinYears(KeyValues values)
        => KeyHints.IsRound(values.Name) && values.Count(ValueTraits.LooseDate) > 0 && files >= FewestFilesForFacets
            && FacetJudge.AreEnough(values, files);

    private static bool ArePeople(KeyValues values) => KeyHints.IsPeople(values.Name) || values.Name == "name";

    private KeyVerdict? JudgeNoise(KeyValues values)
    {
        if (KeyHints.IsName(values.Name) && values.Count(ValueTraits.Prose) == 0)
        {
            return new KeyVerdict(KeyKind.Noise, "of use to programs, by its name");
        }

        if (values.Share(ValueTraits.Mail) >= 0.7)
        {
            return new KeyVerdict(KeyKind.Noise, "addresses of mail, which are neither searched nor shown");
        }

        var isAsked = values.Key.Contains('?', StringComparison.Ordinal);
        if (values.Distinct == 1 && IsInAllFiles(values) && values.Count(ValueTraits.Prose) == 0 && !isAsked)
        {
            return new KeyVerdict(KeyKind.Noise, "the same value in every file");
        }

        if (values.Share(ValueTraits.FileName) >= 0.9 && FacetJudge.JudgePaths(values, files) is null)
        {
            return new KeyVerdict(KeyKind.Noise, "names of files, or paths");
        }

        return !IsIdentifier(values) ? null
            : IsReference(values)
                ? new KeyVerdict(KeyKind.Answer, "numbers that people refer to it by, hardly one twice") { IsUnasked = true }
            : new KeyVerdict(KeyKind.Noise, "an identifier: codes, hardly one twice");
    }

    /// <summary>Numbers that people refer by, such as <c>1559</c> or <c>GR-2021-013</c>; not what only programs exchange.</summary>
    private static bool IsReference(KeyValues values)
    {
        var references = values.Counts.Keys.Count(static value => value.Length <= LongestReference && Reference().IsMatch(value));
        return references > 0 && references >= 0.9 * values.Counts.Count;
    }

    [GeneratedRegex(@"^\p{L}{0,6}[-_/#]?\d+([-_/.]\d+)*$", RegexOptions.CultureInvariant)]
    private static partial Regex Reference();

    /// <summary>A number that was measured or counted, rather than given.</summary>
    [GeneratedRegex(@"^\d+[.,]\d+$", RegexOptions.CultureInvariant)]
    private static partial Regex Decimal();

    private static bool IsIdentifier(KeyValues values)
        => values.Values >= 3
            && (values.Share(ValueTraits.Code) >= 0.9 || IsOfOneLength(values))
            && !FacetJudge.IsTally(values)
            && values.Share(ValueTraits.Date, ValueTraits.LooseDate) < 0.5
            && values.Share(ValueTraits.Handle) < 0.5
            && values.Count(ValueTraits.Money) == 0
            && !(KeyHints.IsAmount(values.Name) && values.Share(ValueTraits.Number, ValueTraits.Decimal) >= 0.7)
            && values.Share(ValueTraits.Space) <= 0.1
            && values.Share(ValueTraits.Year) < 0.9
            && (double)values.Distinct / values.Values >= 0.95
            && values.Counts.Keys.Count(static value => Decimal().IsMatch(value)) < 0.9 * values.Counts.Count;

    /// <summary>Single words that all have as many characters: <c>Q8TUKB</c>, <c>EkPU2afWPDA</c>.</summary>
    private static bool IsOfOneLength(KeyValues values)
        => values.Values >= FewestOfOneLength && values.Lengths.Least == values.Lengths.Most && values.Lengths.Most > 4;

    private KeyVerdict? JudgeFacet(KeyValues values)
        => files < FewestFilesForFacets || values.Count(ValueTraits.Prose) > 0.02 * values.Values ? null : FacetJudge.Judge(values, files);

    private static KeyVerdict JudgeText(KeyValues values)
    {
        if (Wording.IsQuestion(values.Key))
        {
            return new KeyVerdict(KeyKind.Answer, "its key is worded as a question");
        }

        return new KeyVerdict(KeyKind.Answer, values.Count(ValueTraits.Prose) > 0 ? Average(values, "texts") : "texts that seldom repeat");
    }

    private static string Average(KeyValues values, string what)
        => FormattableString.Invariant($"{what}, {values.AverageLength:0} characters on average");
}
