using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using ProposalSearch.Search;

namespace ProposalSearch.SearchHost.Markup;

/// <summary>
/// Markup that is safe to send. The only way to make one is <see cref="Of"/>, which encodes everything that stands in a hole of
/// the template, so that text from data or from a request is never live. Attribute values stand in double quotes in every
/// template; the encoder covers both kinds of quotes.
/// </summary>
internal readonly struct Html
{
    // A large page is kept in the pieces that it is made of: as one string it would be copied once for each element around it.
    private readonly string? _markup;
    private readonly IReadOnlyList<string>? _pieces;

    internal Html(string markup) => _markup = markup;

    internal Html(IReadOnlyList<string> pieces) => _pieces = pieces;

    /// <summary>No markup.</summary>
    public static Html None => default;

    internal static HtmlEncoder Encoder { get; } = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Fills a template: its literal parts stay as they are; holes are encoded unless they are <see cref="Html"/>.</summary>
    public static Html Of(HtmlTemplate template) => template.Build();

    /// <summary>Text, encoded.</summary>
    public static Html Text(string? text) => new(text is null ? "" : Encoder.Encode(text));

    /// <summary>Text, encoded, with the matches in <c>mark</c> elements.</summary>
    public static Html Marked(string text, IReadOnlyList<TextSpan> matches) => new(Marking.Mark(text, matches, MarkTags.Default));

    /// <summary>
    /// Data about the page, as JSON-LD. Browsers neither run nor show it. Nothing can end the element early: the encoder of JSON writes
    /// <c>&lt;</c>, <c>&gt;</c>, <c>&amp;</c> and quotes within texts as escapes.
    /// </summary>
    public static Html LinkedData(JsonObject data) =>
        new($"<script type=\"application/ld+json\">{data.ToJsonString()}</script>");

    /// <summary>The parts one after the other.</summary>
    public static Html Join(IEnumerable<Html> parts)
    {
        var joined = new HtmlTemplate(literalLength: 0, formattedCount: 0);
        joined.AppendFormatted(parts);
        return joined.Build();
    }

    /// <summary>The markup, piece by piece.</summary>
    public IReadOnlyList<string> Pieces => _pieces ?? [_markup ?? ""];

    /// <summary>The markup where it is of one piece.</summary>
    internal string? OnePiece => _pieces is null ? _markup ?? "" : null;

    /// <summary>The markup itself.</summary>
    public override string ToString() => _pieces is null ? _markup ?? "" : string.Concat(_pieces);
}

/// <summary>The template behind <see cref="Html.Of"/>. The compiler calls it for <c>$"..."</c>.</summary>
[InterpolatedStringHandler]
internal sealed class HtmlTemplate
{
    private const int LongPiece = 2_000;
    private const int RoomAtFirst = 512;
    private const int MostRoomKept = 16 * 1024;
    private const int MostKept = 16;

    // A page is some hundred templates within one another, each of which is filled and done with at once.
    private static readonly ThreadLocal<Stack<StringBuilder>> Free = new(static () => new Stack<StringBuilder>(MostKept));

    private readonly StringBuilder _markup;
    private List<string>? _pieces;

    /// <summary>An empty template.</summary>
    public HtmlTemplate(int literalLength, int formattedCount) =>
        _markup = Free.Value!.TryPop(out var free) ? free
            : new StringBuilder(Math.Max(RoomAtFirst, literalLength + (formattedCount * 32)));

    /// <summary>Adds a literal part of the template.</summary>
    public void AppendLiteral(string value) => _markup.Append(value);

    /// <summary>Adds text, encoded.</summary>
    public void AppendFormatted(string? value)
    {
        if (value is not null)
        {
            _markup.Append(Html.Encoder.Encode(value));
        }
    }

    /// <summary>Adds a whole number.</summary>
    public void AppendFormatted(long value) => _markup.Append(value);

    /// <summary>Adds a whole number in a format such as <c>N0</c>.</summary>
    public void AppendFormatted(long value, string? format) => _markup.Append(value.ToString(format, CultureInfo.InvariantCulture));

    /// <summary>Adds markup as it is.</summary>
    public void AppendFormatted(Html value)
    {
        if (value.OnePiece is { } whole)
        {
            Append(whole);
            return;
        }

        foreach (var piece in value.Pieces)
        {
            Append(piece);
        }
    }

    /// <summary>Adds pieces of markup one after the other.</summary>
    public void AppendFormatted(IEnumerable<Html> value)
    {
        foreach (var part in value)
        {
            AppendFormatted(part);
        }
    }

    internal Html Build()
    {
        var built = _pieces is null ? new Html(_markup.ToString()) : new Html(Pieces());
        var free = Free.Value!;
        if (free.Count < MostKept && _markup.Capacity <= MostRoomKept)
        {
            free.Push(_markup.Clear());
        }

        return built;
    }

    private List<string> Pieces()
    {
        EndPiece();
        return _pieces!;
    }

    private void Append(string piece)
    {
        if (piece.Length < LongPiece)
        {
            _markup.Append(piece);
        }
        else
        {
            EndPiece();
            _pieces!.Add(piece);
        }
    }

    private void EndPiece()
    {
        _pieces ??= [];
        if (_markup.Length > 0)
        {
            _pieces.Add(_markup.ToString());
            _markup.Clear();
        }
    }
}
