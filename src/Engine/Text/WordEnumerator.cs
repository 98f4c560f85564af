using static ProposalSearch.Engine.Text.WordBreak;

namespace ProposalSearch.Engine.Text;

/// <summary>
/// The words of a text: the segments of <see cref="WordBoundaries"/> that hold a letter, a digit, an ideograph, kana or a pictograph.
/// As in Lucene's StandardTokenizer, a run of a script without spaces (Thai, Lao, Khmer, Myanmar) is one word, and a word of more than
/// <see cref="MaxLength"/> units is cut into pieces of at most that length. Total: any text, lone surrogates and NUL included. Not
/// thread-safe; allocates nothing.
/// </summary>
public ref struct WordEnumerator
{
    /// <summary>The longest word, in UTF-16 units.</summary>
    public const int MaxLength = 255;

    private readonly ReadOnlySpan<char> _text;
    private int _end;

    /// <summary>Stands before the first word of <paramref name="text"/>.</summary>
    public WordEnumerator(ReadOnlySpan<char> text) => _text = text;

    /// <summary>Where the current word starts, in UTF-16 units.</summary>
    public int Start { get; private set; }

    /// <summary>How long the current word is, in UTF-16 units: 1 to <see cref="MaxLength"/>. 0 before the first word.</summary>
    public readonly int Length => _end - Start;

    /// <summary>Moves to the next word; <see langword="false"/> when there is none.</summary>
    public bool MoveNext()
    {
        var text = _text;
        var place = _end;
        while ((uint)place < (uint)text.Length)
        {
            var unit = text[place];
            if (unit < AsciiWords.Limit && !AsciiWords.MayStart(unit))
            {
                place++;
                continue;
            }

            if (EndOfWord(text, place, out var end))
            {
                (Start, _end) = (place, end);
                return true;
            }

            place = end;
        }

        Start = _end = text.Length;
        return false;
    }

    // The end of the word at `start`; or, where no word starts there, the next place to look at.
    private static bool EndOfWord(ReadOnlySpan<char> text, int start, out int end)
    {
        var window = text.Length - start > MaxLength ? Window(text, start) : text;
        end = AsciiWords.End(window, start, out var isWord);
        return end < 0 ? EndOfUnicodeWord(window, start, out end) : isWord;
    }

    private static ReadOnlySpan<char> Window(ReadOnlySpan<char> text, int start)
    {
        var end = start + MaxLength;
        return text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)];
    }

    private static bool EndOfUnicodeWord(ReadOnlySpan<char> text, int start, out int end)
    {
        end = start;
        var first = WordBreakTable.Read(text, ref end);
        if ((first & SoutheastAsian) != 0)
        {
            end = EndOfRun(text, end);
            return true;
        }

        var kind = first & ClassMask;
        if ((first & Word) == 0 && kind is not (ExtendNumberLetter or RegionalIndicator))
        {
            return false;
        }

        end = WordBoundaries.Next(text, start);
        return (first & Word) != 0 || (kind == RegionalIndicator ? IsFlag(text[start..end]) : HoldsWord(text[start..end]));
    }

    private static int EndOfRun(ReadOnlySpan<char> text, int end)
    {
        for (var place = end; place < text.Length; end = place)
        {
            var flags = WordBreakTable.Read(text, ref place);
            if ((flags & SoutheastAsian) == 0 && (flags & ClassMask) is not (Extend or Format or Joiner))
            {
                break;
            }
        }

        return end;
    }

    private static bool IsFlag(ReadOnlySpan<char> segment)
    {
        var indicators = 0;
        for (var place = 0; place < segment.Length;)
        {
            indicators += (WordBreakTable.Read(segment, ref place) & ClassMask) == RegionalIndicator ? 1 : 0;
        }

        return indicators == 2;
    }

    private static bool HoldsWord(ReadOnlySpan<char> segment)
    {
        for (var place = 0; place < segment.Length;)
        {
            if ((WordBreakTable.Read(segment, ref place) & Word) != 0)
            {
                return true;
            }
        }

        return false;
    }
}
