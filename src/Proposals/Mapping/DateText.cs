using System.Collections.Frozen;
using System.Text.RegularExpressions;
using ProposalSearch.Analysis.Forms;

namespace ProposalSearch.Proposals.Mapping;

/// <summary>
/// Days as people and programs write them, with a year of four digits: <c>2019-03-14</c>, <c>2019/3/14 10:22</c>, <c>3/14/2019</c>,
/// <c>14.03.2019</c>, <c>14-Mar-2019</c>,
/// <c>March 14, 2019</c>, <c>14 de marzo de 2019</c>. Which of two numbers is the month makes no difference to the year.
/// </summary>
internal static partial class DateText
{
    private const int Longest = 40;
    private const int Shortest = 8;

    /// <summary>The first three letters of the months in English, German, French, Spanish, Italian, Portuguese and Dutch.</summary>
    private static readonly FrozenSet<string> Months = WordSet.Of("""
        jan feb mar apr may jun jul aug sep oct nov dec
        mai okt dez jui fev avr aou ene abr ago set dic gen mag giu lug ott out mrt mei maa mae
        """);

    /// <summary>Whether a text is a day, with a time after it or without.</summary>
    public static bool IsDate(string text)
    {
        if (text.Length is < Shortest or > Longest || !text.AsSpan().ContainsAnyInRange('0', '9'))
        {
            return false;
        }

        var match = Day().Match(text);
        return match.Success
            && Years.In(match.Groups["year"].ValueSpan) is not null
            && (!match.Groups["month"].Success || Months.Contains(Folding.Of(match.Groups["month"].Value)[..3]));
    }

    [GeneratedRegex(
        """
        ^\s*(?:\p{L}{2,10},\ )?
        (?:(?<year>\d{4})(?<mark>[-/.])\d{1,2}\k<mark>\d{1,2}
          |\d{1,2}(?<mark>[-/.])\d{1,2}\k<mark>(?<year>\d{4})
          |\d{1,2}(?:st|nd|rd|th|\.)?(?:[-\ ]|\ of\ |\ de\ )\s*(?<month>\p{L}{3,10})\.?(?:[-,\ ]|\ de\ )\s*(?<year>\d{4})
          |(?<month>\p{L}{3,10})\.?\ \d{1,2}(?:st|nd|rd|th)?,?\ (?<year>\d{4}))
        (?:[T,\ ]\s*(?:at\ )?\d{1,2}[:h]\d{2}.{0,24})?\s*$
        """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex Day();
}
