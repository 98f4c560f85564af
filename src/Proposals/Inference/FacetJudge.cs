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

        return JudgeAmounts(values)
            ?? (isQuestion ? JudgeChoices(values) : JudgeNumbers(values) ?? JudgeList(values) ?? JudgeVocabulary(values));
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
        if (RangeChooser.Bounds(values.Counts) is { } bounds)
        {
            return new KeyVerdict(KeyKind.NumberFacet, what + ", counted in ranges", Bounds: bounds);
        }

        return isMoney ? new KeyVerdict(KeyKind.NumberFacet, what) : null;
    }

    private static KeyVerdict? JudgeNumbers(KeyValues values)
        => values.Share(ValueTraits.Number) >= 0.95 && values.Values >= 3 && IsRepeated(values)
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
            if (isSplit && values.SharedBy(split) >= 0.1 && JudgeChoices(values, split) is { } several)
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
            if (values.SharedBy(split) < 0.2 || values.AverageLength > (split == "," ? LongestValue : LongestChoice))
            {
                continue;
            }

            var parts = values.Parts(split);
            if (parts.Count > 0 && parts.Keys.All(static part => part.All(char.IsAsciiDigit)))
            {
                return new KeyVerdict(KeyKind.Answer, "lists of numbers, as references to others are");
            }

            if (values.RepeatedShare(split) >= 0.6 && parts.Count < values.Values)
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
