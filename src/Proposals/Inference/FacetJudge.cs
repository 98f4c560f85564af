using System.Globalization;
using ProposalSearch.Proposals.Schema;

namespace ProposalSearch.Proposals.Inference;

/// <summary>Decides whether the short values of a key are something to filter by: yes and no, people, numbers, choices, lists of choices, words that come again.</summary>
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

    /// <summary>The judgement, or <see langword="null"/> where nobody would filter by the key.</summary>
    public static KeyVerdict? Judge(KeyValues values)
    {
        if (values.Share(ValueTraits.Truth) >= 0.95)
        {
            return new KeyVerdict(KeyKind.Facet, "yes or no", IsTruth: true);
        }

        var isQuestion = Wording.IsQuestion(values.Key);
        if (!isQuestion && KeyHints.IsPeople(values.Name))
        {
            return new KeyVerdict(KeyKind.People, "people, by its name", FacetRule.SplitPeople);
        }

        return JudgeAmounts(values) ?? (isQuestion ? JudgeChoices(values) : JudgeNumbers(values) ?? JudgeList(values) ?? JudgeVocabulary(values));
    }

    /// <summary>Sums of money and tallies are of use even if none comes twice: they are counted in ranges.</summary>
    private static KeyVerdict? JudgeAmounts(KeyValues values)
    {
        var isMoney = values.Share(ValueTraits.Number) >= 0.7 && (values.Share(ValueTraits.Money) >= 0.5 || KeyHints.IsAmount(values.Name));
        var isTally = values.Share(ValueTraits.Number) >= 0.95 && values.Share(ValueTraits.Year) < 0.9 && KeyHints.IsTally(values.Name);
        if (values.Values < FewestChosen || !(isMoney || isTally))
        {
            return null;
        }

        var what = isMoney ? "amounts" : "numbers";
        return RangeChooser.Bounds(values.Counts) is { } bounds ? new KeyVerdict(KeyKind.NumberFacet, what + ", counted in ranges", Bounds: bounds)
            : isMoney ? new KeyVerdict(KeyKind.NumberFacet, what)
            : null;
    }

    private static KeyVerdict? JudgeNumbers(KeyValues values)
        => values.Share(ValueTraits.Number) >= 0.95 && values.Values >= 3 && IsRepeated(values, null)
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
            if (values.SharedBy(split) >= 0.1 && (whole is null || KeyHints.AsksForSeveral(values.Key) || values.DistinctMerged(split) < values.DistinctMerged())
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
        return distinct < MostChoices && distinct * 5 <= values.Values && values.RepeatedShare(split) >= 0.9
            ? new KeyVerdict(KeyKind.Facet, Distinct(distinct, split is null ? "choices" : "choices between " + Spoken(split), values), split)
            : null;
    }

    private static KeyVerdict? JudgeList(KeyValues values)
    {
        foreach (var split in (ReadOnlySpan<string>)[";", "|", ","])
        {
            if (values.SharedBy(split) < 0.2 || values.AverageLength > (split == "," ? LongestValue : LongestChoice))
            {
                continue;
            }

            var parts = values.Parts(split);
            if (parts.Count > 0 && parts.Keys.All(static part => part.All(char.IsAsciiDigit)))
            {
                return new KeyVerdict(KeyKind.Answer, "lists of numbers, as references to others are");
            }

            if (values.RepeatedShare(split) >= 0.6 && values.DistinctMerged(split) < values.Values)
            {
                return new KeyVerdict(
                    KeyKind.Facet, string.Create(CultureInfo.InvariantCulture, $"lists of {values.DistinctMerged(split)} short values between {Spoken(split)}"), split);
            }
        }

        return null;
    }

    private static KeyVerdict? JudgeVocabulary(KeyValues values)
        => values.AverageLength <= LongestValue && values.Values >= 3 && IsRepeated(values, null)
            ? new KeyVerdict(KeyKind.Facet, Distinct(values.DistinctMerged(), "short values", values))
            : null;

    private static bool IsRepeated(KeyValues values, string? split)
        => values.RepeatedShare(split) >= LeastRepeated && values.DistinctMerged(split) <= MostDistinct * values.Values;

    private static string Spoken(string separator) => separator switch
    {
        ";" => "semicolons",
        "|" => "bars",
        _ => "commas",
    };

    private static string Distinct(int distinct, string what, KeyValues values)
        => string.Create(CultureInfo.InvariantCulture, $"{distinct} {what} in {values.Values}");
}
