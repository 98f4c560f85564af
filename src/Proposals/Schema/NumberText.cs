using System.Globalization;
using System.Text.RegularExpressions;

namespace ProposalSearch.Proposals.Schema;

/// <summary>
/// Whole numbers as people write them: <c>$100,000</c>, <c>about 1,200 people</c>, <c>2.5 million</c>, <c>10k+</c>. A text that has two numbers, or says
/// something else beside one, has no number that can be told: nothing is guessed.
/// </summary>
internal static partial class NumberText
{
    /// <summary>Reads a number.</summary>
    public static bool TryRead(string text, out long number)
    {
        number = 0;
        var match = Number().Match(text);
        if (!match.Success)
        {
            return false;
        }

        var digits = match.Groups["number"].Value.Replace(",", "", StringComparison.Ordinal);
        if (!decimal.TryParse(digits, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
        {
            return false;
        }

        var product = value * Scale(match.Groups["scale"].Value);
        if (product is < long.MinValue or > long.MaxValue || product != decimal.Truncate(product))
        {
            return false;
        }

        number = (long)product;
        return true;
    }

    private static decimal Scale(string word) => word.ToUpperInvariant() switch
    {
        "K" or "THOUSAND" => 1_000,
        "M" or "MM" or "MILLION" => 1_000_000,
        "B" or "BN" or "BILLION" => 1_000_000_000,
        _ => 1,
    };

    [GeneratedRegex(
        """
        ^\s*
        (?:(?:about|around|approximately|approx\.?|roughly|nearly|almost|at\ least|up\ to|over|more\ than|an\ estimated|estimated|~|≈|>|<)\s*)?
        (?:US)?[$€£]?\s*
        (?<number>[-+]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)
        \s*(?<scale>k|thousand|mm?|million|bn?|billion)?\s*\+?
        (?:\s*(?:USD|dollars|euros?|people|persons|individuals|residents|angelenos|students|participants|youth|families|children|adults|members|users))?
        \s*(?:per\ year|annually|total)?\s*\.?\s*$
        """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex Number();
}
