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
        var addresses = values.Share(ValueTraits.Address);
        if (addresses >= 0.7 && !KeyHints.IsName(values.Name))
        {
            return values.Name.Contains("image", StringComparison.Ordinal) || values.Name.Contains("photo", StringComparison.Ordinal)
                ? new KeyVerdict(KeyKind.Image, "addresses of pictures")
                : new KeyVerdict(KeyKind.Link, FormattableString.Invariant($"{100 * addresses:0} % of the values are addresses"));
        }

        return KeyHints.AccountPrefix(values.Name) is not null && values.Share(ValueTraits.Space) <= 0.05
            ? new KeyVerdict(KeyKind.Link, "names of accounts")
            : null;
    }

    private KeyVerdict? JudgeSingleRoles(KeyValues values)
    {
        var isDate = values.Share(ValueTraits.Date) >= 0.9;
        if (roles.Year == values.Key)
        {
            return new KeyVerdict(KeyKind.Year, isDate ? "dates; the proposal's year is theirs" : "years");
        }

        if (isDate)
        {
            return new KeyVerdict(KeyKind.Answer, "dates");
        }

        if (roles.Organization == values.Key)
        {
            return KeyHints.IsPeople(values.Name)
                ? new KeyVerdict(KeyKind.Organization, "the people who propose, by its name", FacetRule.SplitPeople)
                : new KeyVerdict(KeyKind.Organization, "who proposes, by its name");
        }

        if (roles.Title == values.Key)
        {
            return new KeyVerdict(KeyKind.Title, "short texts under a name for titles");
        }

        return roles.Summary == values.Key ? new KeyVerdict(KeyKind.Summary, Average(values, "texts under a name for summaries")) : null;
    }

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

        var isInAllFiles = values.Values >= FewestFilesForFacets && values.Files >= 0.9 * files;
        if (values.Distinct == 1 && isInAllFiles && values.Count(ValueTraits.Prose) == 0)
        {
            return new KeyVerdict(KeyKind.Noise, "the same value in every file");
        }

        if (values.Share(ValueTraits.FileName) >= 0.9)
        {
            return new KeyVerdict(KeyKind.Noise, "names of files, or paths");
        }

        return !IsIdentifier(values) ? null
            : IsReference(values) ? new KeyVerdict(KeyKind.Answer, "numbers that people refer to it by, hardly one twice")
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

    private static bool IsIdentifier(KeyValues values)
        => values.Values >= 3
            && (values.Share(ValueTraits.Code) >= 0.9 || IsOfOneLength(values))
            && !KeyHints.IsTally(values.Name)
            && values.Count(ValueTraits.Money) == 0
            && values.Share(ValueTraits.Space) <= 0.1
            && values.Share(ValueTraits.Year) < 0.9
            && (double)values.Distinct / values.Values >= 0.95;

    /// <summary>Single words that all have as many characters: <c>Q8TUKB</c>, <c>EkPU2afWPDA</c>.</summary>
    private static bool IsOfOneLength(KeyValues values)
        => values.Values >= FewestOfOneLength && values.Lengths.Least == values.Lengths.Most && values.Lengths.Most > 4;

    private KeyVerdict? JudgeFacet(KeyValues values)
        => files < FewestFilesForFacets || values.Count(ValueTraits.Prose) > 0.02 * values.Values ? null : FacetJudge.Judge(values);

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
