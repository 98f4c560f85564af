using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using ProposalSearch.Analysis.Forms;

namespace ProposalSearch.Proposals.Mapping;

/// <summary>
/// Days and months as people and programs write them: <c>2019-03-14</c>, <c>2019/3/14 10:22</c>, <c>3/14/2019</c>, <c>14.03.2019</c>,
/// <c>14-Mar-2019</c>, <c>14-Mar-19</c>, <c>March 14, 2019</c>, <c>14 de marzo de 2019</c>, <c>03/2019</c>, <c>March 2019</c>. Which of two
/// numbers is the month makes no difference to the year.
/// </summary>
internal static partial class DateText
{
    private const int Longest = 40;
    private const int Shortest = 4;
    private const int FirstOfThisCentury = 70;

    /// <summary>
    /// The first three letters of the months in English, German, French, Spanish, Italian, Portuguese, Dutch, Catalan, the languages of the
    /// north, Polish, Czech, Hungarian, Romanian, Turkish, Indonesian, Greek, Russian and Ukrainian.
    /// </summary>
    private static readonly FrozenSet<string> Months = WordSet.Of("""
        jan feb mar apr may jun jul aug sep oct nov dec
        mai okt dez jui fev avr aou ene abr ago set dic gen mag giu lug ott out mrt mei maa mae maj des
        tam hel huh tou kes hei elo syy lok jou sty lut kwi cze lip sie wrz paz lis gru led uno bre dub kve cer srp zar rij pro
        sze ian iun iul noi oca sub nis haz tem agu eyl eki kas ara
        ιαν φεβ μαρ απρ μαι ιου αυγ σεπ οκτ νοε δεκ янв фев мар апр мая маи июн июл авг сен окт ноя дек
        січ лют бер кві тра чер лип сер вер жов лис гру
        """);

    /// <summary>Times of a year in the languages whose names of keys are known.</summary>
    private const string Seasons =
        @"spring|summer|autumn|fall|winter|early|mid|late|end\ of|frühjahr|frühling|sommer|herbst|sommersemester"
        + "|wintersemester|ss|ws|sose|wise|primavera|verano|otoño|invierno|printemps|été|automne|hiver|estate|autunno|inverno|verão|outono"
        + "|voorjaar|lente|zomer|najaar|herfst";

    /// <summary>Year, month and day, as programs write them without a mark.</summary>
    private const string Digits = "(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])";

    private const string Parts = "quartal|halbjahr|trimestre|semestre|quarter|half|kwartaal|halfjaar";
    private const string Of = @"\ of\ |\ de\ |\ del\ |\ del\ l'";

    /// <summary>Whether a text is a day or a month of a year, with a time after it or without.</summary>
    public static bool IsDate(string text)
    {
        if (!MayBe(text))
        {
            return false;
        }

        var match = Day().Match(text);
        return match.Success && YearOf(text) is not null && IsMonth(match);
    }

    /// <summary>
    /// Whether a text may be a date, and may be something else: <c>01/13/18</c>, <c>11.2023</c>, <c>2023-11</c>, <c>Q3 2021</c>,
    /// <c>FY2021</c>, <c>Herbst 2019</c>, <c>2. Quartal 2021</c>, <c>20180113</c>.
    /// </summary>
    public static bool IsLoose(string text)
        => MayBe(text) && Loose().Match(text) is { Success: true } match && IsMonth(match) && YearOf(text) is not null;

    /// <summary>The year of a text; one of two digits counts where a day or a month stands before it, from 1970 to 2069.</summary>
    public static int? YearOf(string text)
        => Years.In(text) is { } year ? year
            : text.Length <= Longest && Short().Match(text) is { Success: true } match && IsMonth(match)
                && int.Parse(match.Groups["short"].ValueSpan, CultureInfo.InvariantCulture) is var two
                ? two + (two < FirstOfThisCentury ? 2000 : 1900)
            : Compact().IsMatch(text) ? int.Parse(text.AsSpan().TrimStart()[..4], CultureInfo.InvariantCulture)
            : null;

    private static bool MayBe(string text) => text.Length is >= Shortest and <= Longest && text.AsSpan().ContainsAnyInRange('0', '9');

    private static bool IsMonth(Match match)
        => !match.Groups["month"].Success || Months.Contains(Folding.Of(match.Groups["month"].Value) is { Length: > 3 } name ? name[..3]
            : Folding.Of(match.Groups["month"].Value));

    [GeneratedRegex(
        """
        ^\s*(?:\p{L}{2,12},?\ )?
        (?:(?<year>\d{4})(?<mark>[-/.])\d{1,2}\k<mark>\d{1,2}
          |\d{1,2}(?<mark>[-/.])\d{1,2}\k<mark>(?<year>\d{4})
          |\d{1,2}(?:st|nd|rd|th|er|\.)?(?:[-\ ]|\ of\ |\ de\ )\s*(?<month>\p{L}{3,12})\.?(?:[-,\ ]|\ de\ |\ del\ )\s*(?<year>\d{4})
          |\d{1,2}[-\ ](?<month>\p{L}{3})\.?[-\ ]'?(?<short>\d{2})
          |(?<month>\p{L}{3,12})\.?\ \d{1,2}(?:st|nd|rd|th)?,?\ (?<year>\d{4})
          |(?:0?[1-9]|1[0-2])/(?<year>\d{4})
          |(?<month>\p{L}{3,12})\.?(?:[-,\ ]|,\ |\ de\ )(?<year>\d{4})
          |(?<year>\d{4})[年년]\s?\d{1,2}[月월](?:\s?\d{1,2}[日일])?)
        (?:[T,\ ]\s*(?:at\ )?\d{1,2}[:h]\d{2}.{0,24}|\ г\.?)?\s*$
        """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex Day();

    [GeneratedRegex(
        $$"""
        ^\s*
        (?:\d{1,2}(?<mark>[-/.])\d{1,2}\k<mark>(?<short>\d{2})(?:[,\ ]\s*\d{1,2}:\d{2}.{0,24})?
          |(?:0?[1-9]|1[0-2])[-.](?<year>\d{4})
          |(?<year>\d{4})[-/.](?:0?[1-9]|1[0-2])
          |(?<month>\p{L}{3,12})\.?[-\ ]'?(?<short>\d{2})
          |[QHTS][1-4][-/,\ ]*(?<year>\d{4})|(?<year>\d{4})[-/,\ ]*[QHTS][1-4]
          |{{Digits}}
          |(?:{{Seasons}})(?:\ term|\ semester)?(?:[-,\ ]+|{{Of}})(?<year>\d{4})(?:/\d{2}|/\d{4})?
          |(?<year>\d{4})[-,\ ]+(?:{{Seasons}})
          |[1-4](?:\.|er|e|o|º|ª|st|nd|rd|th)?\ ?(?:{{Parts}})(?:[-,\ ]+|{{Of}})(?<year>\d{4})
          |(?:FY|fiscal\ year|financial\ year|year|AY)\ ?'?(?:(?<year>\d{4})|(?<short>\d{2}))(?:[-/](?:\d{4}|\d{2}))?
          |(?<year>\d{4})[-/–](?:\d{4}|\d{2}))
        \s*$
        """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex Loose();

    [GeneratedRegex(
        """
        ^\s*
        (?:\d{1,2}(?<mark>[-/.])\d{1,2}\k<mark>(?<short>\d{2})(?:[,\ ]\s*\d{1,2}:\d{2}.{0,24})?
          |(?:\d{1,2}[-\ ])?(?<month>\p{L}{3,12})\.?[-\ ]'?(?<short>\d{2})
          |(?:FY|AY)\ ?'?(?<short>\d{2}))
        \s*$
        """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex Short();

    [GeneratedRegex(@"^\s*" + Digits + @"\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Compact();
}
