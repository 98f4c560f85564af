using ProposalSearch.SearchHost.Wording;

namespace ProposalSearch.SearchHost.Pages.Years;

/// <summary>Parts of a whole, in percent.</summary>
internal static class Shares
{
    /// <summary>The percentage; a part that is there is never 0 %, and of nothing there is no part.</summary>
    /// <param name="words">What the page says.</param>
    /// <param name="count">The part.</param>
    /// <param name="of">The whole.</param>
    /// <param name="decimals">Digits behind the point.</param>
    public static string Of(Words words, long count, long of, int decimals = 0)
    {
        if (of == 0)
        {
            return "–";
        }

        var (percent, least) = (count * 100.0 / of, Math.Pow(10, -decimals));
        var key = percent > 0 && percent < least ? "years.percent.under" : "years.percent";
        return words.Text(key, ("share", words.Number(percent > 0 ? Math.Max(percent, least) : 0, decimals)));
    }
}
