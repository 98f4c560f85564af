using System.Globalization;
using ProposalSearch.Proposals.Schema;

namespace ProposalSearch.Proposals.Inference;

/// <summary>
/// Decides what a key is by what its values look like. The name of the key breaks ties, and is needed for the roles of
/// which there is one: title, summary, year, who proposes.
/// </summary>
/// <param name="files">How many proposals there are.</param>
/// <param name="roles">Which single roles are still free.</param>
internal sealed class KeyJudge(int files, FreeRoles roles)
{
    /// <summary>With fewer files, that values repeat says nothing.</summary>
    private const int FewestFilesForFacets = 5;

    private const int LongestFacetValue = 60;
    private const double LeastRepeated = 0.35;

    /// <summary>The judgement.</summary>
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
        if (values.Share(values.Addresses) >= 0.7 && !KeyHints.IsName(values.Normalized))
        {
            return values.Normalized.Contains("image", StringComparison.Ordinal) || values.Normalized.Contains("photo", StringComparison.Ordinal)
                ? new KeyVerdict(KeyKind.Image, "addresses of pictures")
                : new KeyVerdict(KeyKind.Link, Percent(values, values.Addresses, "of the values are addresses"));
        }

        return KeyHints.AccountPrefix(values.Normalized) is not null && values.WithSpaces == 0
            ? new KeyVerdict(KeyKind.Link, "names of accounts")
            : null;
    }

    private KeyVerdict? JudgeSingleRoles(KeyValues values)
    {
        var isDate = values.Share(values.Dates) >= 0.9;
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
            return KeyHints.IsPeople(values.Normalized)
                ? new KeyVerdict(KeyKind.Organization, "the people who propose, by its name", FacetRule.SplitPeople)
                : new KeyVerdict(KeyKind.Organization, "who proposes, by its name");
        }

        if (roles.Title == values.Key)
        {
            return new KeyVerdict(KeyKind.Title, "short texts, hardly one twice, under a name for titles");
        }

        return roles.Summary == values.Key ? new KeyVerdict(KeyKind.Summary, Average(values, "texts under a name for summaries")) : null;
    }

    private KeyVerdict? JudgeNoise(KeyValues values)
    {
        if (KeyHints.IsName(values.Normalized) && values.Prose == 0)
        {
            return new KeyVerdict(KeyKind.Noise, "of use to programs, by its name");
        }

        if (values.Distinct == 1 && values.Values >= FewestFilesForFacets && values.Files >= 0.9 * files && values.Prose == 0)
        {
            return new KeyVerdict(KeyKind.Noise, "the same value in every file");
        }

        if (values.Share(values.FileNames) >= 0.9)
        {
            return new KeyVerdict(KeyKind.Noise, "names of files");
        }

        return IsIdentifier(values) ? new KeyVerdict(KeyKind.Noise, "an identifier: codes, hardly one twice") : null;
    }

    private static bool IsIdentifier(KeyValues values)
        => values.Values >= 3
            && values.Share(values.Codes) >= 0.9
            && values.Share(values.WithSpaces) <= 0.1
            && values.Share(values.Years) < 0.9
            && (double)values.Distinct / values.Values >= 0.95;

    private KeyVerdict? JudgeFacet(KeyValues values)
    {
        if (files < FewestFilesForFacets || values.Prose > 0.02 * values.Values)
        {
            return null;
        }

        if (values.Share(values.Truths) >= 0.95)
        {
            return new KeyVerdict(KeyKind.Facet, "yes or no");
        }

        if (Wording.IsQuestion(values.Key))
        {
            return null;
        }

        if (KeyHints.IsPeople(values.Normalized))
        {
            return new KeyVerdict(KeyKind.People, "people, by its name", FacetRule.SplitPeople);
        }

        return JudgeNumbers(values) ?? JudgeList(values) ?? JudgeVocabulary(values);
    }

    private static KeyVerdict? JudgeNumbers(KeyValues values)
        => values.Share(values.Numbers) >= 0.95 && values.Values >= 3 && values.RepeatedShare() >= LeastRepeated
            ? new KeyVerdict(KeyKind.NumberFacet, Distinct(values, "whole numbers"))
            : null;

    private static KeyVerdict? JudgeList(KeyValues values)
    {
        if (values.Share(values.WithCommas) < 0.2 || values.AverageLength > LongestFacetValue)
        {
            return null;
        }

        var distinct = values.DistinctMerged(",");
        return values.RepeatedShare(",") >= 0.6 && distinct < values.Values
            ? new KeyVerdict(KeyKind.Facet, string.Create(CultureInfo.InvariantCulture, $"lists of {distinct} short values between commas"), ",")
            : null;
    }

    private static KeyVerdict? JudgeVocabulary(KeyValues values)
    {
        if (values.AverageLength > LongestFacetValue || values.Values < 3)
        {
            return null;
        }

        var isRepeated = values.RepeatedShare() >= LeastRepeated && values.DistinctMerged() <= 0.8 * values.Values;
        return isRepeated ? new KeyVerdict(KeyKind.Facet, Distinct(values, "short values")) : null;
    }

    private static KeyVerdict JudgeText(KeyValues values)
    {
        if (Wording.IsQuestion(values.Key))
        {
            return new KeyVerdict(KeyKind.Answer, "its key is worded as a question");
        }

        return new KeyVerdict(KeyKind.Answer, values.Prose > 0 ? Average(values, "texts") : "texts that seldom repeat");
    }

    private static string Distinct(KeyValues values, string what)
        => string.Create(CultureInfo.InvariantCulture, $"{values.DistinctMerged()} {what} in {values.Values}");

    private static string Average(KeyValues values, string what)
        => string.Create(CultureInfo.InvariantCulture, $"{what}, {values.AverageLength:0} characters on average");

    private static string Percent(KeyValues values, int kind, string what)
        => string.Create(CultureInfo.InvariantCulture, $"{100 * values.Share(kind):0} % {what}");
}
