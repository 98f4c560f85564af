using System.Globalization;
using ProposalSearch.SearchHost.Markup;

namespace ProposalSearch.SearchHost.Pages.Trends;

/// <summary>
/// Shares by year as lines: whole between years that follow each other, dotted across years without proposals. Each line has points of a
/// shape of its own, so that colours need not be told apart. Drawn twice, since text in a picture shrinks with it: once for narrow screens.
/// </summary>
internal static class TrendFigure
{
    private const int Left = 52;
    private const int Top = 12;
    private const int Bottom = 34;

    /// <summary>The figure. The table below it says the same, so readers of texts are not told of it.</summary>
    public static Html Render(TrendView view) => Html.Of($"""
        <div class="trend" aria-hidden="true">{Draw(view, 1_060, 380, "on-wide")}{Draw(view, 400, 280, "on-narrow")}</div>
        """);

    /// <summary>A point of a line: a disc, a square, a diamond, a triangle, a cross.</summary>
    public static Html Point(int line, double x, double y) => (line % TrendQueries.Most) switch
    {
        0 => Html.Of($"""<circle cx="{N(x)}" cy="{N(y)}" r="5"/>"""),
        1 => Html.Of($"""<rect x="{N(x - 4.5)}" y="{N(y - 4.5)}" width="9" height="9"/>"""),
        2 => Html.Of($"""<polygon points="{N(x)},{N(y - 6)} {N(x + 6)},{N(y)} {N(x)},{N(y + 6)} {N(x - 6)},{N(y)}"/>"""),
        3 => Html.Of($"""<polygon points="{N(x)},{N(y - 6)} {N(x + 6)},{N(y + 5)} {N(x - 6)},{N(y + 5)}"/>"""),
        _ => Html.Of($"""<path d="M{N(x - 5)} {N(y - 5)}L{N(x + 5)} {N(y + 5)}M{N(x - 5)} {N(y + 5)}L{N(x + 5)} {N(y - 5)}"/>"""),
    };

    private static Html Draw(TrendView view, int width, int height, string style)
    {
        var scale = new Scale(view, width, height);
        return Html.Of($"""
            <svg class="{style}" viewBox="0 0 {width} {height}">
            {scale.Ticks().Select(tick => Grid(view, scale, tick))}
            {scale.Labels().Select(year => Label(scale, year))}
            {view.Lines.Select((line, at) => Line(view, scale, line, at))}
            </svg>
            """);
    }

    private static Html Grid(TrendView view, Scale scale, int tick)
    {
        var (y, percent) = (scale.Y(tick / 100.0), view.Words.Say("years.percent", ("share", view.Words.Number(tick))));
        return Html.Of($"""
            <path class="grid" d="M{Left} {N(y)}H{scale.Width - 12}"/>
            <text x="{Left - 8}" y="{N(y + 5)}" text-anchor="end">{percent}</text>
            """);
    }

    private static Html Label(Scale scale, int year) => Html.Of($"""
        <text x="{N(scale.X(year))}" y="{scale.Height - 8}" text-anchor="middle">{TrendView.Text(year)}</text>
        """);

    private static Html Line(TrendView view, Scale scale, TrendLine line, int at)
    {
        var points = view.Years.Where(year => line.In(year) is not null)
            .Select(year => (Year: year, X: scale.X(year), Y: scale.Y(line.In(year)!.Share))).ToList();
        var strokes = points.Zip(points.Skip(1), static (from, to) =>
        {
            var gap = to.Year == from.Year + 1 ? Html.None : Html.Of($" class=\"gap\"");
            return Html.Of($"""<path d="M{N(from.X)} {N(from.Y)}L{N(to.X)} {N(to.Y)}"{gap}/>""");
        });
        return Html.Of($"""<g class="l{at}">{strokes}{points.Select(point => Point(at, point.X, point.Y))}</g>""");
    }

    private static string N(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>Where years and shares lie in a picture.</summary>
    private sealed record Scale(TrendView View, int Width, int Height)
    {
        private const int RoomOfALabel = 56;
        private const int Ends = 24;

        private static readonly int[] Steps = [1, 2, 5, 10, 20];

        /// <summary>The highest share that the picture has room for, in percent.</summary>
        private int Highest { get; } = HighestOf(View);

        private int First => View.Years[0];

        private int Span => Math.Max(1, View.Years[^1] - First);

        public double X(int year) => Left + Ends + ((Width - Left - Ends - Ends - 12) * (year - First) / (double)Span);

        public double Y(double share) => Top + ((Height - Top - Bottom) * (1 - (share * 100 / Highest)));

        /// <summary>Percentages that have a line: five or six of them.</summary>
        public IEnumerable<int> Ticks()
        {
            var step = Steps.First(step => step * 5 >= Highest);
            for (var tick = 0; tick <= Highest; tick += step)
            {
                yield return tick;
            }
        }

        /// <summary>Years that are named: as many as have room.</summary>
        public IEnumerable<int> Labels()
        {
            var every = Math.Max(1, (int)Math.Ceiling((Span + 1) * RoomOfALabel / (double)(Width - Left)));
            for (var year = First; year <= View.Years[^1]; year += every)
            {
                yield return year;
            }
        }

        private static int HighestOf(TrendView view)
        {
            var shares = view.Lines.SelectMany(static line => line.Trend.Years).Select(static year => year.Share * 100);
            var highest = shares.DefaultIfEmpty().Max();
            var step = Steps.First(step => step * 5 >= highest - 0.001);
            return Math.Max(1, (int)Math.Ceiling((highest - 0.001) / step)) * step;
        }
    }
}
