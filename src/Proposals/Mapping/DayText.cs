using System.Globalization;
using System.Text.RegularExpressions;
using ProposalSearch.Analysis.Forms;

namespace ProposalSearch.Proposals.Mapping;

/// <summary>
/// The day that a text is, where it is one (<see cref="DateText"/>) and says which: of <c>3/4/2019</c> nobody knows whether it is in March
/// or in April, of <c>3/14/2019</c> everybody; where its column shows such a one, it tells of the others. With full stops the day is first.
/// </summary>
internal static partial class DayText
{
    private const int FirstOfThisCentury = 70;

    /// <summary>The months by their first letters, in the languages of <see cref="DateText"/>; the longest that fits counts.</summary>
    private static readonly string[][] Months =
    [
        ["jan", "ene", "gen", "tam", "sty", "led", "ian", "oca", "ιαν", "янв", "січ"],
        ["feb", "fev", "hel", "lut", "uno", "sub", "φεβ", "фев", "лют"],
        ["mar", "mrt", "maa", "mae", "bre", "μαρ", "мар", "бер"],
        ["apr", "avr", "abr", "huh", "kwi", "dub", "nis", "απρ", "апр", "кві"],
        ["may", "mai", "mag", "mei", "maj", "tou", "kve", "μαι", "мая", "маи", "май", "тра"],
        ["jun", "juin", "giu", "kes", "cze", "cer", "iun", "haz", "ιουν", "июн", "чер"],
        ["jul", "juil", "lug", "hei", "lip", "cervenec", "iul", "tem", "ιουλ", "июл", "лип"],
        ["aug", "aou", "ago", "elo", "sie", "srp", "agu", "αυγ", "авг", "сер"],
        ["sep", "set", "syy", "wrz", "zar", "sze", "eyl", "σεπ", "сен", "вер"],
        ["oct", "okt", "ott", "out", "lok", "paz", "rij", "eki", "οκτ", "окт", "жов"],
        ["nov", "marras", "lis", "noi", "kas", "νοε", "ноя", "лис"],
        ["dec", "dez", "dic", "des", "jou", "gru", "pro", "ara", "δεκ", "дек", "гру"],
    ];

    /// <summary>The day; <see langword="null"/> where the text is none, or may be one of two.</summary>
    /// <param name="text">The text.</param>
    /// <param name="order">What the other dates of its column tell.</param>
    public static DateOnly? Of(string text, DayOrder order = DayOrder.Unknown)
    {
        if (Years.OfTimestamp(text) is not null)
        {
            var time = long.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
            return DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeSeconds(text.Length == 10 ? time : time / 1000).UtcDateTime);
        }

        if (!(DateText.IsDate(text) || DateText.IsLoose(text)) || Parts().Match(text) is not { Success: true } match)
        {
            return null;
        }

        var (year, month, day) = (Number(match, "year"), Number(match, "month"), Number(match, "day"));
        if (match.Groups["name"].Success)
        {
            month = MonthOf(Folding.Of(match.Groups["name"].Value));
        }
        else if (match.Groups["one"].Success)
        {
            (month, day) = MonthAndDay(Number(match, "one"), Number(match, "other"), match.Groups["mark"].Value, order);
        }

        year = match.Groups["year"].Length > 2 ? year : year + (year < FirstOfThisCentury ? 2000 : 1900);

        return year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;
    }

    /// <summary>Which order a date of two numbers and a year tells; none where both could be the month.</summary>
    public static DayOrder OrderOf(string text) =>
        (DateText.IsDate(text) || DateText.IsLoose(text)) && Parts().Match(text) is { Success: true } match && match.Groups["one"].Success
            ? (Number(match, "one"), Number(match, "other")) switch
            {
                ( > 12 and <= 31, >= 1 and <= 12) => DayOrder.DayFirst,
                ( >= 1 and <= 12, > 12 and <= 31) => DayOrder.MonthFirst,
                _ => DayOrder.Unknown,
            }
            : DayOrder.Unknown;

    private static (int Month, int Day) MonthAndDay(int one, int other, string mark, DayOrder order) =>
        one > 12 ? (other, one)
        : other > 12 || one == other ? (one, other)
        : order == DayOrder.MonthFirst ? (one, other)
        : order == DayOrder.DayFirst || mark == "." ? (other, one)
        : (0, 0);

    private static int MonthOf(string name) => 1 + Months.Index()
        .SelectMany(static month => month.Item.Select(start => (month.Index, Start: start)))
        .Where(month => name.StartsWith(month.Start, StringComparison.Ordinal))
        .DefaultIfEmpty((Index: -1, Start: ""))
        .MaxBy(static month => month.Start.Length)
        .Index;

    private static int Number(Match match, string group) =>
        int.TryParse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    [GeneratedRegex(
        """
        ^\s*(?:\p{L}{2,10},\ )?
        (?:(?<year>\d{4})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})
          |(?<year>[0-9]{4})(?<month>[0-9]{2})(?<day>[0-9]{2})\s*$
          |(?<one>\d{1,2})(?<mark>[-/.])(?<other>\d{1,2})\k<mark>(?<year>\d{4}|\d{2}(?!\d))
          |(?<day>\d{1,2})\D{1,6}?(?<name>\p{L}{3,12})\D{1,6}?(?<year>\d{4}|\d{2}(?!\d))
          |(?<name>\p{L}{3,12})\.?\ (?<day>\d{1,2})\D{1,4}(?<year>\d{4})
          |(?<year>\d{4})[年년]\s?(?<month>\d{1,2})[月월]\s?(?<day>\d{1,2}))
        """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex Parts();
}
