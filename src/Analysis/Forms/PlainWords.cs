using System.Buffers;
using System.Globalization;
using System.Text;
using ProposalSearch.Analysis.Text;

namespace ProposalSearch.Analysis.Forms;

/// <summary>
/// The words that names, questions and answers are compared by: those of <see cref="WordEnumerator"/>, taken apart at the signs in
/// them, so that <c>L.A.</c>, <c>snake_case</c> and <c>end.Begin</c> are two words each; what has no letter or digit is none. No word
/// is too long to be one. An ideograph is a word, for texts without spaces have no other. Total: any text, lone surrogates included.
/// Not thread-safe; moving on allocates nothing.
/// </summary>
public ref struct PlainWords
{
    private readonly ReadOnlySpan<char> _text;
    private readonly bool _keepsApostrophes;
    private WordEnumerator _words;
    private int _end;
    private int _endOfWhole;

    /// <summary>Stands before the first word.</summary>
    /// <param name="text">The text.</param>
    /// <param name="keepsApostrophes">Whether an apostrophe between two letters or digits is part of the word; else it parts two.</param>
    public PlainWords(ReadOnlySpan<char> text, bool keepsApostrophes)
    {
        _text = text;
        _keepsApostrophes = keepsApostrophes;
        _words = new WordEnumerator(text);
    }

    /// <summary>Where the current word starts, in UTF-16 units.</summary>
    public int Start { get; private set; }

    /// <summary>The current word as it is written; empty before the first and after the last.</summary>
    public readonly ReadOnlySpan<char> Word => _text[Start.._end];

    /// <summary>Whether a character is an apostrophe, straight or typographic.</summary>
    public static bool IsApostrophe(char unit) => unit is '\'' or '\u2019';

    /// <summary>The current word as it is compared: in lower case, without accents and apostrophes. Allocates.</summary>
    public readonly string Folded
        => Folding.Of(Word.ToString()).Replace("'", "", StringComparison.Ordinal).Replace("\u2019", "", StringComparison.Ordinal);

    /// <summary>Moves to the next word; <see langword="false"/> when there is none.</summary>
    public bool MoveNext()
    {
        for (var place = _end; ; place++)
        {
            if (place >= _endOfWhole)
            {
                if (!MoveToNextWhole())
                {
                    Start = _end = _text.Length;
                    return false;
                }

                place = _words.Start;
            }

            if (LetterOrDigit(place) > 0)
            {
                Start = place;
                _end = EndOf(place);
                return true;
            }
        }
    }

    // Whether the whole word ends for its length only; a character of it may have two units.
    private readonly bool IsCut => _words.Length >= WordEnumerator.MaxLength - 1 && _endOfWhole < _text.Length;

    private bool MoveToNextWhole()
    {
        var moved = _words.MoveNext();
        _endOfWhole = _words.Start + _words.Length;
        return moved;
    }

    private int EndOf(int place)
    {
        while (true)
        {
            for (int read; place < _endOfWhole && (read = Inside(place)) > 0; place += read)
            {
            }

            if (place == _endOfWhole && IsCut && Inside(place) > 0)
            {
                MoveToNextWhole();
                continue;
            }

            if (!_keepsApostrophes || place + 1 >= _text.Length || !IsApostrophe(_text[place]) || LetterOrDigit(place + 1) == 0)
            {
                return place;
            }

            // Where a digit stands before the apostrophe and a letter behind it, these are two of the whole words: 90's.
            if (++place >= _endOfWhole)
            {
                MoveToNextWhole();
            }
        }
    }

    // How many units the letter or digit at a place has; 0 for anything else.
    private readonly int LetterOrDigit(int place)
        => _text[place] < 0x80 ? char.IsAsciiLetterOrDigit(_text[place]) ? 1 : 0
            : TryRune(place, out var rune, out var read) && Rune.IsLetterOrDigit(rune) ? read : 0;

    // The same, of letters, digits and the marks that belong to the letter before them.
    private readonly int Inside(int place)
        => LetterOrDigit(place) is > 0 and var letter ? letter
            : _text[place] >= 0x80 && TryRune(place, out var rune, out var read) && IsMark(Rune.GetUnicodeCategory(rune)) ? read : 0;

    private readonly bool TryRune(int place, out Rune rune, out int read)
        => Rune.DecodeFromUtf16(_text[place..], out rune, out read) == OperationStatus.Done;

    private static bool IsMark(UnicodeCategory category)
        => category is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;
}
