using System.Text;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace ProposalSearch.Proposals.Mapping;

/// <summary>
/// Markdown blocks to plain text: paragraphs apart, items of lists on lines, code as it stands, the text of links without their addresses.
/// </summary>
internal sealed class MarkdownText
{
    private const int DeepestNesting = 100;

    private readonly StringBuilder _text = new();

    /// <summary>What was appended since the last time.</summary>
    public string Take()
    {
        var text = AnswerText.Plain(_text.ToString());
        _text.Clear();
        return text;
    }

    /// <summary>The text of a heading or paragraph, on one line.</summary>
    public static string Of(ContainerInline? inline)
    {
        var text = new StringBuilder();
        AppendInline(text, inline, 0);
        return AnswerText.PlainLine(text.ToString());
    }

    public void Append(Block block) => Append(block, 0);

    /// <summary>Whether a block is nothing but pictures, which may be links.</summary>
    public static bool ArePictures(Block block)
        => block is LinkReferenceDefinitionGroup
            || (block is ParagraphBlock { Inline: { } inline } && inline.All(static part => IsPicture(part)
                || part is LineBreakInline
                || (part is LiteralInline literal && literal.Content.IsEmptyOrWhitespace())));

    private static bool IsPicture(Inline part)
        => part is LinkInline link && (link.IsImage || (link.Any() && link.All(IsPicture)));

    private void Append(Block block, int depth)
    {
        switch (block)
        {
            case CodeBlock code:
                _text.Append("\n\n").Append(code.Lines.ToString());
                break;
            case HtmlBlock html:
                _text.Append("\n\n").Append(HtmlText.Strip(html.Lines.ToString(), isHtml: true));
                break;
            case LinkReferenceDefinitionGroup or ThematicBreakBlock:
                break;
            case TableRow row:
                AppendRow(row, depth);
                break;
            case ListItemBlock item:
                _text.Append("\n• ");
                AppendAll(item, depth);
                break;
            case ContainerBlock container:
                _text.Append(container is ListBlock or Table ? "\n" : "");
                AppendAll(container, depth);
                break;
            case LeafBlock leaf:
                _text.Append(EndsInBullet() ? "" : "\n\n");
                AppendInline(_text, leaf.Inline, depth);
                break;
            default:
                break;
        }
    }

    private void AppendAll(ContainerBlock container, int depth)
    {
        if (depth < DeepestNesting)
        {
            foreach (var inner in container)
            {
                Append(inner, depth + 1);
            }
        }
    }

    private void AppendRow(TableRow row, int depth)
    {
        var isFirst = true;
        _text.Append('\n');
        foreach (var cell in row.OfType<TableCell>())
        {
            _text.Append(isFirst ? "" : " | ");
            isFirst = false;
            foreach (var leaf in cell.OfType<LeafBlock>())
            {
                AppendInline(_text, leaf.Inline, depth);
            }
        }
    }

    private bool EndsInBullet() => _text.Length >= 2 && _text[^1] == ' ' && _text[^2] == '•';

    /// <summary>A blank where one element of HTML ends and another begins at once: each tag is a piece of its own.</summary>
    private static void AppendSeam(StringBuilder text, LiteralInline literal)
    {
        var first = literal.PreviousSibling;
        while (first?.PreviousSibling is HtmlInline)
        {
            first = first.PreviousSibling;
        }

        if (first is not HtmlInline { NextSibling: HtmlInline })
        {
            return;
        }

        var seam = new HtmlSeam();
        for (var tag = first; tag is HtmlInline html; tag = tag.NextSibling)
        {
            foreach (var piece in HtmlPieces.Of(html.Tag))
            {
                seam.Take(piece, text);
            }
        }

        seam.Take(new HtmlPiece(HtmlPieceKind.Text, literal.Content.ToString()), text);
    }

    private static void AppendInline(StringBuilder text, Inline? inline, int depth)
    {
        switch (inline)
        {
            case LiteralInline literal:
                AppendSeam(text, literal);
                text.Append(literal.Content.AsSpan());
                break;
            case CodeInline code:
                text.Append(code.Content);
                break;
            case LineBreakInline line:
                text.Append(line.IsHard ? '\n' : ' ');
                break;
            case HtmlEntityInline entity:
                text.Append(entity.Transcoded.AsSpan());
                break;
            case AutolinkInline link:
                text.Append(link.Url);
                break;
            case HtmlInline html:
                text.Append(HtmlText.Strip(html.Tag, isHtml: true));
                break;
            case ContainerInline container when depth < DeepestNesting:
                foreach (var inner in container)
                {
                    AppendInline(text, inner, depth + 1);
                }

                break;
            default:
                break;
        }
    }
}
