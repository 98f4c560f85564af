using System.Numerics;
using ProposalSearch.Analysis.Vectors;
using static ProposalSearch.Analysis.Text.WordBreak;

namespace ProposalSearch.Analysis.Text;

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
    private readonly bool _partsCharacters;
    private int _end;

    // The classes of the characters from _block on; see AsciiClasses.
    private int _block;
    private ulong _alphanumeric;
    private ulong _special;

    /// <summary>Stands before the first word of <paramref name="text"/>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="partsCharacters">Whether each character of katakana and Hangul is a word, as one of Han and hiragana always is.</param>
    public WordEnumerator(ReadOnlySpan<char> text, bool partsCharacters = false)
    {
        _text = text;
        _partsCharacters = partsCharacters;
        LoadBlock(0);
    }

    /// <summary>Where the current word starts, in UTF-16 units.</summary>
    public int Start { get; private set; }

    /// <summary>
    /// How long the current word is, in UTF-16 units: 1 to <see cref="MaxLength"/>; 0 before the first word and after the last.
    /// </summary>
    public readonly int Length => _end - Start;

    /// <summary>Moves to the next word; <see langword="false"/> when there is none.</summary>
    public bool MoveNext()
    {
        for (var place = SkipSpaces(_end); place < _text.Length; place = SkipSpaces(place))
        {
            var start = place;
            if (TryPlain(start, out place) || TryAny(start, out place))
            {
                (Start, _end) = (start, _partsCharacters ? EastAsianCharacters.EndOfPart(_text, start, place) : place);
                return true;
            }
        }

        Start = _end = _text.Length;
        return false;
    }

    private void LoadBlock(int start)
    {
        _block = start;
        AsciiClasses.Sort(_text.Slice(start, Math.Min(AsciiClasses.Block, _text.Length - start)), out _alphanumeric, out _special);
    }

    // The first place that is not a character which only parts words.
    private int SkipSpaces(int place)
    {
        while (place < _text.Length)
        {
            var offset = place - _block;
            var rest = (uint)offset < AsciiClasses.Block ? (_alphanumeric | _special) >> offset : 0;
            if (rest != 0)
            {
                return place + BitOperations.TrailingZeroCount(rest);
            }

            place = Math.Max(place, _block + AsciiClasses.Block);
            if (place < _text.Length)
            {
                LoadBlock(place);
            }
        }

        return place;
    }

    // A word of ASCII letters and digits within one block, where what follows has no say.
    private bool TryPlain(int start, out int end)
    {
        var offset = start - _block;
        var run = BitOperations.TrailingZeroCount(~(_alphanumeric >> offset));
        if (offset + run >= AsciiClasses.Block)
        {
            LoadBlock(start);
            (offset, run) = (0, BitOperations.TrailingZeroCount(~_alphanumeric));
        }

        end = start + run;
        var follows = offset + run;
        return run > 0 && follows < AsciiClasses.Block && (((_special >> follows) & 1) == 0 || AsciiWords.Parts(_text, end));
    }

    // Any word; or, where none starts, the next place to look at.
    private readonly bool TryAny(int start, out int end)
    {
        if (!AsciiWords.MayStart(_text[start]))
        {
            end = start + 1;
            return false;
        }

        var window = _text.Length - start > MaxLength ? Window(_text, start) : _text;
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
        return (first & Word) != 0 || HoldsWord(text[start..end]);
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

    // For a segment that starts with an underscore or half a flag: whether it goes on with a word, or the other half.
    private static bool HoldsWord(ReadOnlySpan<char> segment)
    {
        var indicators = 0;
        for (var place = 0; place < segment.Length;)
        {
            var flags = WordBreakTable.Read(segment, ref place);
            var kind = flags & ClassMask;
            indicators += kind == RegionalIndicator ? 1 : 0;
            if (((flags & Word) != 0 && kind != Extend) || indicators == 2)
            {
                return true;
            }
        }

        return false;
    }
}
