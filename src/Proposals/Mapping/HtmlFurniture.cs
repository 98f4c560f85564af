namespace ProposalSearch.Proposals.Mapping;

/// <summary>
/// What a page has around its text, as every page of its site does: <c>nav</c>, what stands beside <c>main</c>, and <c>header</c> and
/// <c>footer</c> of the page itself. The header of an article is a part of it, and so is that of a page whose only heading of the first
/// level is there. An element that is not closed tells nothing.
/// </summary>
internal static class HtmlFurniture
{
    private static readonly string[] Regions = ["nav", "main", "header", "footer", "article", "section"];

    /// <summary>The pieces of a page without what is around its text; all of them where nothing else would be left.</summary>
    public static IReadOnlyList<HtmlPiece> Without(IReadOnlyList<HtmlPiece> pieces)
    {
        var closed = Regions.Where(name => IsClosed(pieces, name)).ToHashSet(StringComparer.Ordinal);
        if (!closed.Overlaps(["nav", "main", "header", "footer"]))
        {
            return pieces;
        }

        var places = Places(pieces, closed).ToList();
        var isMain = closed.Contains("main");
        var hasTitle = pieces.Index().Any(one => one.Item is { Kind: HtmlPieceKind.Open, Text: "h1" } && IsText(places[one.Index], isMain));
        var kept = pieces.Index()
            .Where(one => IsText(places[one.Index], isMain) || (!hasTitle && places[one.Index] is { IsHeader: true, IsNav: false }))
            .Select(static one => one.Item)
            .ToList();
        return kept.Exists(IsWords) ? WithoutWayBack(kept) : pieces;
    }

    /// <summary>Links alone above the first heading of the first level lead back to where a reader came from.</summary>
    private static List<HtmlPiece> WithoutWayBack(List<HtmlPiece> pieces)
    {
        var title = pieces.FindIndex(static piece => piece is { Kind: HtmlPieceKind.Open, Text: "h1" });
        var links = 0;
        foreach (var piece in pieces.Take(title))
        {
            links += piece.Text != "a" || piece.Kind == HtmlPieceKind.Text ? 0 : piece.Kind == HtmlPieceKind.Open ? 1 : -1;
            if (links == 0 && IsWords(piece) && piece.Text.Any(char.IsLetterOrDigit))
            {
                return pieces;
            }
        }

        return pieces[Math.Max(0, title)..];
    }

    private static bool IsWords(HtmlPiece piece) => piece.Kind == HtmlPieceKind.Text && !string.IsNullOrWhiteSpace(piece.Text);

    private static bool IsText(Place place, bool isMain)
        => !place.IsNav && (isMain ? place.IsMain : !place.IsHeader && !place.IsFooter);

    private static bool IsClosed(IReadOnlyList<HtmlPiece> pieces, string name)
    {
        var opened = pieces.Count(piece => piece.Kind == HtmlPieceKind.Open && piece.Text == name);
        return opened > 0 && opened == pieces.Count(piece => piece.Kind == HtmlPieceKind.Close && piece.Text == name);
    }

    /// <summary>Where each piece stands.</summary>
    private static IEnumerable<Place> Places(IReadOnlyList<HtmlPiece> pieces, HashSet<string> closed)
    {
        var open = Regions.ToDictionary(static name => name, static _ => 0, StringComparer.Ordinal);
        var (header, footer) = (0, 0);
        foreach (var piece in pieces)
        {
            var isRegion = piece.Kind != HtmlPieceKind.Text && closed.Contains(piece.Text);
            var step = !isRegion ? 0 : piece.Kind == HtmlPieceKind.Open ? 1 : -1;
            if (step > 0)
            {
                open[piece.Text]++;
            }

            // Within an article or a section they are parts of that.
            var isPart = open["article"] + open["section"] + open["main"] > 0;
            header += piece.Text == "header" && (!isPart || header > 0) ? step : 0;
            footer += piece.Text == "footer" && (!isPart || footer > 0) ? step : 0;
            yield return new Place(open["nav"] > 0, open["main"] > 0, header > 0, footer > 0);
            if (step < 0)
            {
                open[piece.Text]--;
            }
        }
    }

    private readonly record struct Place(bool IsNav, bool IsMain, bool IsHeader, bool IsFooter);
}
