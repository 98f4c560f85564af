using System.Text;

namespace ProposalSearch.Proposals.Mapping;

/// <summary>An HTML body, divided at its headings.</summary>
internal sealed class HtmlHeadings
{
    private readonly List<(int Level, string Heading, string Text)> _parts = [];
    private readonly StringBuilder _text = new();
    private (int Level, string Heading) _above = (0, "");
    private readonly HtmlSeam _seam = new();
    private int _open;
    private int _verbatim;

    private HtmlHeadings(string html)
    {
        foreach (var piece in HtmlFurniture.Without([.. HtmlPieces.Of(html, isPage: true)]))
        {
            Take(piece);
        }

        CloseHeading();
        CloseText();
    }

    /// <summary>Parts with the level and the text of the heading above them; the first has none.</summary>
    public static List<(int Level, string Heading, string Text)> Split(string html) => new HtmlHeadings(html)._parts;

    private void Take(HtmlPiece piece)
    {
        _seam.Take(piece, _text);
        if (piece.Kind == HtmlPieceKind.Text)
        {
            _text.Append(_verbatim > 0 ? piece.Text : piece.Text.ReplaceLineEndings(" "));
        }
        else if (piece.Text is ['h', >= '1' and <= '6'])
        {
            TakeHeading(piece.Kind == HtmlPieceKind.Open ? piece.Text[1] - '0' : 0);
        }
        else
        {
            CloseHeadingBefore(piece);
            _verbatim = piece.Text != "pre" ? _verbatim : piece.Kind == HtmlPieceKind.Open ? _verbatim + 1 : Math.Max(0, _verbatim - 1);
            _text.Append(HtmlElements.TextFor(piece.Text, piece.Kind == HtmlPieceKind.Close));
        }
    }

    private void TakeHeading(int level)
    {
        CloseHeading();
        if (level > 0)
        {
            CloseText();
            _open = level;
        }
    }

    /// <summary>A heading that is never closed ends where the next block begins, so that it does not take in the body.</summary>
    private void CloseHeadingBefore(HtmlPiece piece)
    {
        if (_open > 0 && piece.Kind == HtmlPieceKind.Open && HtmlElements.IsBlock(piece.Text))
        {
            CloseHeading();
        }
    }

    private void CloseHeading()
    {
        if (_open > 0)
        {
            _above = (_open, AnswerText.PlainLine(_text.ToString()));
            _text.Clear();
            _open = 0;
        }
    }

    private void CloseText()
    {
        _parts.Add((_above.Level, _above.Heading, AnswerText.Plain(_text.ToString())));
        _text.Clear();
    }
}
