using System.Globalization;
using System.Text.RegularExpressions;
using ProposalSearch.Analysis.Forms;

namespace ProposalSearch.Proposals.Mapping;

/// <summary>
/// The day that a text is, where it is one (<see cref="DateText"/>) and says which: of <c>3/4/2019</c> nobody knows whether it is in March
/// or in April, of <c>3/14/2019</c> everybody. With full stops the day is first.
/// </summary>
internal static partial class DayText
{
    /// <summary>The months by their first letters, in the seven languages of <see cref="DateText"/>.</summary>
    private static readonly string[][] Months =
    [
        ["jan", "ene", "gen"], ["feb", "fev"], ["mar", "mrt", "maa", "mae"], ["apr", "avr", "abr"], ["may", "mai", "mag", "mei"],
        ["jun", "juin", "giu"], ["jul", "juil", "lug"], ["aug", "aou", "ago"], ["sep", "set"], ["oct", "okt", "ott", "out"],
        ["nov"], ["dec", "dez", "dic"],
    ];

    /// <summary>The day; <see langword="null"/> where the text is none, or may be one of two.</summary>
    public static DateOnly? Of(string text)
    {
        if (Years.OfTimestamp(text) is not null)
        {
            var time = long.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
            return DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeSeconds(text.Length == 10 ? time : time / 1000).UtcDateTime);
        }

        if (!DateText.IsDate(text) || Parts().Match(text) is not { Success: true } match)
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
            (month, day) = MonthAndDay(Number(match, "one"), Number(match, "other"), match.Groups["mark"].Value);
        }

        return year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;
    }

    private static (int Month, int Day) MonthAndDay(int one, int other, string mark) =>
        mark == "." || one > 12 ? (other, one)
        : other > 12 || one == other ? (one, other)
        : (0, 0);

    private static int MonthOf(string name) =>
        Array.FindIndex(Months, month => month.Any(start => name.StartsWith(start, StringComparison.Ordinal))) + 1;

    private static int Number(Match match, string group) =>
        int.TryParse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    [GeneratedRegex(
        """
        ^\s*(?:\p{L}{2,10},\ )?
        (?:(?<year>\d{4})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})
          |(?<one>\d{1,2})(?<mark>[-/.])(?<other>\d{1,2})[-/.](?<year>\d{4})
          |(?<day>\d{1,2})\D{1,6}?(?<name>\p{L}{3,10})\D{1,6}?(?<year>\d{4})
          |(?<name>\p{L}{3,10})\.?\ (?<day>\d{1,2})\D{1,4}(?<year>\d{4}))
        """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex Parts();
}
