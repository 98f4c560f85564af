using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Text;

namespace ProposalSearch.Proposals.Mapping;

/// <summary>A piece of HTML.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The text, with its entities resolved; or the name of the element, in lower case.</param>
internal readonly record struct HtmlPiece(HtmlPieceKind Kind, string Text);

/// <summary>What a piece of HTML is.</summary>
internal enum HtmlPieceKind
{
    /// <summary>Text to read.</summary>
    Text,

    /// <summary>The beginning of an element.</summary>
    Open,

    /// <summary>The end of an element.</summary>
    Close,
}

/// <summary>
/// HTML as texts and tags, told apart by the tokenizer of AngleSharp, in one pass and without a tree, so that no nesting is too deep.
/// Comments are left out, and so is what nobody sees. Tags of elements that do not exist, and tags that are never closed, are text: people
/// write
/// <c>&lt;insert name&gt;</c>.
/// </summary>
internal sealed class HtmlPieces : IDisposable
{
    private readonly string _html;
    private readonly bool _isPage;
    private readonly HtmlTokenizer _tokenizer;
    private readonly HashSet<string> _neverClosed = [];
    private string? _hidden;

    private HtmlPieces(string html, bool isPage)
    {
        (_html, _isPage) = (html, isPage);
        _tokenizer = new HtmlTokenizer(new TextSource(html), HtmlEntityProvider.Resolver);
    }

    /// <summary>The pieces, in their order.</summary>
    /// <param name="html">The HTML.</param>
    /// <param name="isPage">Whether it is a page: then nothing in pointed brackets that HTML has a name for is text.</param>
    public static IEnumerable<HtmlPiece> Of(string html, bool isPage = false)
    {
        using var pieces = new HtmlPieces(html, isPage);
        foreach (var piece in pieces.Read())
        {
            yield return piece;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _tokenizer.Dispose();

    private IEnumerable<HtmlPiece> Read()
    {
        var token = _tokenizer.Get();
        while (token.Type != HtmlTokenType.EndOfFile)
        {
            var isHidden = _hidden is not null;
            var (from, kind, name) = (token.Position.Index, token.Type, token.Name);
            Enter(kind, name, from);
            token = _tokenizer.Get();
            if (isHidden)
            {
                _hidden = kind == HtmlTokenType.EndTag && name == _hidden ? null : _hidden;
            }
            else if (_hidden is null && PieceOf(kind, name, _html[from..token.Position.Index]) is { } piece)
            {
                yield return piece;
            }
        }

        if (_hidden is null && token.Position.Index < _html.Length)
        {
            yield return TextOf(_html[token.Position.Index..]);
        }
    }

    /// <summary>At the beginning of what nobody sees, if it has an end.</summary>
    private void Enter(HtmlTokenType kind, string name, int from)
    {
        if (_hidden is not null || kind != HtmlTokenType.StartTag || !HtmlElements.IsHidden(name) || _neverClosed.Contains(name))
        {
            return;
        }

        if (!_html.AsSpan(from).Contains("</" + name, StringComparison.OrdinalIgnoreCase))
        {
            _neverClosed.Add(name);
            return;
        }

        _hidden = name;
        _tokenizer.State = name switch { "script" => HtmlParseMode.Script, "style" => HtmlParseMode.Rawtext, _ => _tokenizer.State };
    }

    private HtmlPiece? PieceOf(HtmlTokenType kind, string name, string source) => kind switch
    {
        HtmlTokenType.Doctype => null,
        HtmlTokenType.Comment when source is ['<', '!', '-', '-', ..] and [.., '-', '-', '>'] => null,
        HtmlTokenType.Comment when IsInstruction(source) => null,
        HtmlTokenType.StartTag when HtmlElements.IsKnown(name, _isPage) && IsOneTag(source) => new HtmlPiece(HtmlPieceKind.Open, name),
        HtmlTokenType.EndTag when HtmlElements.IsKnown(name, _isPage) && IsOneTag(source) => new HtmlPiece(HtmlPieceKind.Close, name),
        _ => TextOf(source),
    };

    /// <summary>Whether it says something to a program: <c>&lt;![if !supportLists]&gt;</c>, <c>&lt;?xml ... ?&gt;</c>.</summary>
    private bool IsInstruction(string source)
        => source is ['<', '!', '[', .., '>']
            || source.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase)
            || (_isPage && source is ['<', '?' or '!', .., '>']);

    /// <summary>A quote that is not closed makes a tag of many: then it is better to show a tag than to lose a text.</summary>
    private static bool IsOneTag(string source) => source.LastIndexOf('<') == 0;

    private static HtmlPiece TextOf(string source) => new(HtmlPieceKind.Text, HtmlReferences.Decode(source));
}
