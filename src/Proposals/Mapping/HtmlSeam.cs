using System.Collections.Frozen;
using System.Text;

namespace ProposalSearch.Proposals.Mapping;

/// <summary>
/// Where one element within a line ends and another begins at once, as in <c>&lt;b&gt;25&lt;/b&gt;&lt;span&gt;trees&lt;/span&gt;</c>:
/// on a page their looks part the words, so a blank does in plain text. Elements of one kind are parted only where what they say is, since
/// programs cut words into them: links, buttons and labels always, others between <c>a</c> and <c>B</c>.
/// </summary>
internal sealed class HtmlSeam
{
    private static readonly FrozenSet<string> Apart = WordSet.IgnoringCase("a button label option time figcaption");

    private static readonly FrozenSet<string> Inline = WordSet.IgnoringCase(
        "a b strong span i em u small big font label button time code mark cite kbd samp abbr q");

    private string? _closed;
    private string? _opened;

    /// <summary>Takes the next piece; appends a blank to the text so far where one is missing before it.</summary>
    /// <param name="piece">The piece.</param>
    /// <param name="text">The text of the pieces before it.</param>
    public void Take(HtmlPiece piece, StringBuilder text)
    {
        if (piece.Kind == HtmlPieceKind.Text)
        {
            text.Append(_closed is not null && _opened is not null && IsMissing(_closed, _opened, text, piece.Text) ? " " : "");
            (_closed, _opened) = (null, null);
        }
        else if (piece.Kind == HtmlPieceKind.Close)
        {
            _closed ??= piece.Text;
        }
        else
        {
            _opened = piece.Text;
        }
    }

    /// <summary>Whether a blank is missing between the end of one element and the beginning of the next.</summary>
    /// <param name="closed">The name of the element that ended.</param>
    /// <param name="opened">The name of the one that begins.</param>
    /// <param name="before">The text before.</param>
    /// <param name="after">The text after.</param>
    private static bool IsMissing(string closed, string opened, StringBuilder before, ReadOnlySpan<char> after)
    {
        if (before.Length == 0 || after.IsEmpty || !Inline.Contains(closed) || !Inline.Contains(opened))
        {
            return false;
        }

        var (left, right) = (before[^1], after[0]);
        if (!char.IsLetterOrDigit(left) || !char.IsLetterOrDigit(right) || (char.IsLetter(left) && IsOneLetter(before)))
        {
            return false;
        }

        return closed.Equals(opened, StringComparison.OrdinalIgnoreCase)
            ? Apart.Contains(closed) || (char.IsLower(left) && char.IsUpper(right))
            : !char.IsLower(left) || !char.IsLower(right) || IsWord(before);
    }

    /// <summary>Whether the text ends in a single letter, as a large one at the beginning of a word is.</summary>
    private static bool IsOneLetter(StringBuilder text) => text.Length < 2 || !char.IsLetterOrDigit(text[^2]);

    /// <summary>Whether the text ends in a word long enough not to be the beginning of another.</summary>
    private static bool IsWord(StringBuilder text)
    {
        const int Long = 4;
        var letters = 0;
        while (letters < Math.Min(Long, text.Length) && char.IsLetter(text[^(letters + 1)]))
        {
            letters++;
        }

        return letters >= Long;
    }
}
