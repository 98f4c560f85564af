using ProposalSearch.Proposals.Schema;

namespace ProposalSearch.Proposals.Inference;

/// <summary>Decides whether short values are something to filter by: yes and no, people, numbers, choices, words that come again.</summary>
internal static class FacetJudge
{
    private const int LongestValue = 60;
    private const int LongestChoice = 120;
    private const double LeastRepeated = 0.35;

    /// <summary>Where more of the values are distinct, nearly each is rare, and filtering by it helps nobody.</summary>
    private const double MostDistinct = 0.6;

    /// <summary>A question with so many choices, or more, was answered freely.</summary>
    private const int MostChoices = 30;

    private const int FewestChosen = 10;
    private const int FewestDistinct = 2;
    private const int FewestFiles = 5;
    private const double LeastShare = 0.02;
    private const int MostPaths = 1000;
    private const int ShortestCode = 5;

    /// <summary>The judgement, or <see langword="null"/> where nobody would filter by the key.</summary>
    /// <param name="values">The values.</param>
    /// <param name="files">How many proposals there are.</param>
    public static KeyVerdict? Judge(KeyValues values, int files)
    {
        var isQuestion = Wording.IsQuestion(values.Key);
        if (!AreEnough(values, files) || KeyHints.IsPartOfName(values.Name))
        {
            return null;
        }

        if (IsTruth(values))
        {
            return new KeyVerdict(KeyKind.Facet, "yes or no", IsTruth: true);
        }

        if (JudgePaths(values, files) is { } paths)
        {
            return paths;
        }

        if (!isQuestion
            && KeyHints.IsPeople(values.Name)
            && values.Share(ValueTraits.Hash) < 0.5
            && values.Share(ValueTraits.Letters) >= 0.5)
        {
            return new KeyVerdict(KeyKind.People, "people, by its name", FacetRule.SplitPeople);
        }

        return JudgeAmounts(values)
            ?? (isQuestion ? JudgeChoices(values) : JudgeNumbers(values) ?? JudgeList(values) ?? JudgeVocabulary(values));
    }

    /// <summary>Whether there are two values at least, in a fair share of the archive: else filtering by them helps nobody.</summary>
    public static bool AreEnough(KeyValues values, int files)
        => values.DistinctMerged() >= FewestDistinct && values.Filled >= Math.Max(FewestFiles, LeastShare * files);

    /// <summary>Paths that come again and again are names of things.</summary>
    public static KeyVerdict? JudgePaths(KeyValues values, int files)
        => (values.Share(ValueTraits.Path) >= 0.9 || AreBelowOne(values))
            && values.Distinct <= MostPaths
            && AreEnough(values, files)
            && values.RepeatedShare() >= MostDistinct
            && values.DistinctMerged() <= MostDistinct * values.Values
            ? new KeyVerdict(KeyKind.Facet, Distinct(values.DistinctMerged(), "paths that come again", values)) { IsPath = true }
            : null;

    /// <summary>
    /// Whether all values are names below one and the same, as programs write references: <c>themes/water</c>, <c>themes/air</c>.
    /// </summary>
    private static bool AreBelowOne(KeyValues values)
    {
        var first = values.Counts.Keys.FirstOrDefault("");
        var above = first[..(first.IndexOf('/', StringComparison.Ordinal) + 1)];
        return above.Length > 1
            && values.Count(ValueTraits.Space) == 0
            && values.Count(ValueTraits.Letters) == values.Values
            && values.Distinct == values.Counts.Count
            && values.Counts.Keys.All(value => value.StartsWith(above, StringComparison.Ordinal) && value.AsSpan().Count('/') == 1
                && value.Length > above.Length && !value.Any(char.IsUpper));
    }

    /// <summary>Whether the values are what is counted: by the name, or since they are as different as such numbers are.</summary>
    public static bool IsTally(KeyValues values) => !AreCodes(values)
        && (KeyHints.IsTally(values.Name)
            || (values.Share(ValueTraits.Number) >= 0.95
                && values.Values >= FewestChosen
                && values.Lengths.Most - values.Lengths.Least >= 2
                && values.Share(ValueTraits.Letters) < 0.05
                && values.Counts.ContainsKey("0")
                && values.Share(ValueTraits.Year) < 0.5
                && !KeyHints.IsName(values.Name)));

    /// <summary>Numbers that are codes, as those of the post: some begin with a zero, or all are as long and none is round.</summary>
    private static bool AreCodes(KeyValues values)
        => values.Count(ValueTraits.LeadingZero) > 0
            || KeyHints.IsCode(values.Name)
            || (values.Lengths.Least == values.Lengths.Most && values.Lengths.Least >= ShortestCode
                && values.Count(ValueTraits.Money) == 0 && !KeyHints.IsAmount(values.Name)
                && values.Counts.Keys.Count(static value => value.EndsWith("00", StringComparison.Ordinal)) * 3 < values.Counts.Count);

    private static bool IsTruth(KeyValues values)
        => values.Share(ValueTraits.Truth) >= 0.95
            || (values.Counts.Count == 2 && values.Distinct == 2 && values.Counts.ContainsKey("0") && values.Counts.ContainsKey("1")
                && !KeyHints.IsTally(values.Name));

    /// <summary>Sums of money and tallies are of use even if none comes twice: they are counted in ranges.</summary>
    private static KeyVerdict? JudgeAmounts(KeyValues values)
    {
        var isMoney = values.Share(ValueTraits.Number, ValueTraits.Decimal) >= 0.7 && values.Count(ValueTraits.LeadingZero) == 0
            && (values.Share(ValueTraits.Money) >= 0.5 || KeyHints.IsAmount(values.Name));
        var isTally = values.Share(ValueTraits.Number) >= 0.95 && values.Share(ValueTraits.Year) < 0.9 && IsTally(values);
        if (values.Values < FewestChosen || !(isMoney || isTally))
        {
            return null;
        }

        var what = isMoney ? "amounts" : "numbers";
        if (RangeChooser.Bounds(values.Counts) is { } bounds)
        {
            return new KeyVerdict(KeyKind.NumberFacet, what + ", counted in ranges", Bounds: bounds);
        }

        return isMoney ? new KeyVerdict(KeyKind.NumberFacet, what) : null;
    }

    private static KeyVerdict? JudgeNumbers(KeyValues values)
        => values.Share(ValueTraits.Number) >= 0.95 && values.Values >= 3 && IsRepeated(values) && !AreCodes(values)
            ? new KeyVerdict(KeyKind.NumberFacet, Distinct(values.DistinctMerged(), "whole numbers", values))
            : null;

    /// <summary>A question that has boxes to tick below it.</summary>
    private static KeyVerdict? JudgeChoices(KeyValues values)
    {
        if (values.Values < FewestChosen || values.AverageLength > LongestChoice)
        {
            return null;
        }

        var whole = JudgeChoices(values, null);
        foreach (var split in (ReadOnlySpan<string>)[";", "|", ","])
        {
            var isSplit = whole is null || KeyHints.AsksForSeveral(values.Key) || values.DistinctMerged(split) < values.DistinctMerged();
            if (isSplit && values.SharedBy(split) >= 0.1
                && (KeyHints.AsksForSeveral(values.Key) || values.IsList(split))
                && !PathFinder.ArePaths(split, values.Counts)
                && JudgeChoices(values, split) is { } several)
            {
                return several;
            }
        }

        return whole;
    }

    private static KeyVerdict? JudgeChoices(KeyValues values, string? split)
    {
        var distinct = values.DistinctMerged(split);
        var what = split is null ? "choices" : "choices between " + Spoken(split);
        return distinct < MostChoices && distinct * 5 <= values.Values && values.RepeatedShare(split) >= 0.9
            ? new KeyVerdict(KeyKind.Facet, Distinct(distinct, what, values), split)
            : null;
    }

    private static KeyVerdict? JudgeList(KeyValues values)
    {
        foreach (var split in (ReadOnlySpan<string>)[";", "|", ","])
        {
            if (values.SharedBy(split) < 0.2 || values.AverageLength > (split == "," ? LongestValue : LongestChoice)
                || PathFinder.ArePaths(split, values.Counts))
            {
                continue;
            }

            var parts = values.Parts(split);
            if (parts.Count > 0 && parts.Keys.All(static part => part.All(char.IsAsciiDigit)))
            {
                return new KeyVerdict(KeyKind.Answer, "lists of numbers, as references to others are");
            }

            if (values.RepeatedShare(split) >= 0.6 && parts.Count < values.Values && values.IsList(split))
            {
                var reason = FormattableString.Invariant($"lists of {parts.Count} short values between {Spoken(split)}");
                return new KeyVerdict(KeyKind.Facet, reason, split);
            }
        }

        return null;
    }

    private static KeyVerdict? JudgeVocabulary(KeyValues values)
        => values.AverageLength <= LongestValue && values.Values >= 3 && IsRepeated(values)
            ? new KeyVerdict(KeyKind.Facet, Distinct(values.DistinctMerged(), "short values", values))
            : null;

    private static bool IsRepeated(KeyValues values)
        => values.RepeatedShare() >= LeastRepeated && values.DistinctMerged() <= MostDistinct * values.Values;

    private static string Spoken(string separator) => separator switch
    {
        ";" => "semicolons",
        "|" => "bars",
        _ => "commas",
    };

    private static string Distinct(int distinct, string what, KeyValues values)
        => FormattableString.Invariant($"{distinct} {what} in {values.Values}");
}
