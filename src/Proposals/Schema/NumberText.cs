using System.Globalization;
using System.Text.RegularExpressions;

namespace ProposalSearch.Proposals.Schema;

/// <summary>
/// Whole numbers as people write them: <c>$100,000</c>, <c>about 1,200 people</c>, <c>2.5 million</c>, <c>10k+</c>, <c>12.000 €</c>,
/// <c>1 200,50 EUR</c>. Cents are rounded. A text that has two numbers, or says something else beside one, has no number that can be told:
/// nothing is guessed.
/// </summary>
internal static partial class NumberText
{
    /// <summary>From this on, what follows the decimal sign may be rounded off.</summary>
    private const decimal LeastRounded = 1000;

    private const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    /// <summary>Reads a number.</summary>
    public static bool TryRead(string text, out long number) => TryRead(text, out number, out _);

    /// <summary>Reads a number for the range that it lies in; what follows its decimal sign is rounded off.</summary>
    public static bool TryRound(string text, out long number) => TryRead(text, out number, out _, isRounded: true);

    /// <summary>Reads a number.</summary>
    /// <param name="text">The text.</param>
    /// <param name="number">The number.</param>
    /// <param name="isMoney">Whether it has the sign or the name of a currency.</param>
    /// <param name="isRounded">Whether what follows a decimal sign may be rounded off, however small the number is.</param>
    public static bool TryRead(string text, out long number, out bool isMoney, bool isRounded = false)
    {
        (number, isMoney) = (0, false);
        var match = Number().Match(text);
        if (!match.Success)
        {
            return false;
        }

        isMoney = match.Groups["money"].Success;
        if (Value(match.Groups["number"].Value, isMoney) is not { } value)
        {
            return false;
        }

        var product = value * Scale(match.Groups["scale"].Value);
        if (isMoney || isRounded || Math.Abs(product) >= LeastRounded)
        {
            product = Math.Round(product, MidpointRounding.AwayFromZero);
        }

        if (product is < long.MinValue or > long.MaxValue || product != decimal.Truncate(product))
        {
            return false;
        }

        number = (long)product;
        return true;
    }

    /// <summary>
    /// The value of digits with signs between them. The last sign divides off decimals unless three digits follow it; a comma before three
    /// digits divides thousands, and so does a point where it stands more than once, or in a sum of money, which has no thousandths.
    /// </summary>
    private static decimal? Value(string digits, bool isMoney)
    {
        var last = digits.AsSpan().LastIndexOfAny(',', '.');
        var sign = last < 0 ? '\0' : digits[last];
        var isDecimal = last >= 0 && digits.IndexOf(sign, StringComparison.Ordinal) == last
            && (digits.Length - last - 1 != 3 || (sign == '.' && (!isMoney || digits.Contains(',', StringComparison.Ordinal))));
        if (isDecimal && sign == ',' && digits.Length - last - 1 > 2)
        {
            return null;
        }

        var before = isDecimal ? digits[..last] : digits;
        var whole = string.Concat(before.Where(static letter => char.IsAsciiDigit(letter) || letter is '-' or '+'));
        var plain = isDecimal ? $"{whole}.{digits[(last + 1)..]}" : whole;
        return decimal.TryParse(plain, Plain, CultureInfo.InvariantCulture, out var value) ? value : null;
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
        (?:(?:about|around|approximately|approx\.?|roughly|nearly|almost|at\ least|up\ to|over|more\ than|an\ estimated|estimated
          |ca\.?|circa|etwa|rund|environ|env\.|unos|aprox\.|~|≈|>|<)\s*)?
        (?<money>(?:US|CA|AU|NZ|MX|R|C|A)?\$|[€£¥₹]|USD|EUR|GBP|CHF|CAD|AUD)?(?:\$)?\s*
        (?<number>[-+]?(?:\d{1,3}(?<mark>[,.'’\ \u00A0\u202F])\d{3}(?:\k<mark>\d{3})*|\d+)(?:[.,]\d+)?)
        \s*(?<scale>k|thousand|mm?|million|bn?|billion)?\s*\+?
        (?:\s*(?<money>[$€£¥₹]|USD|EUR|GBP|CHF|CAD|AUD|dollars|euros?|pounds|francs))?
        (?:\s*(?:people|persons|individuals|residents|angelenos|students|participants|youth|families|children|adults|members|users))?
        \s*(?:per\ year|annually|total)?\s*\.?\s*$
        """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex Number();
}
