using static ProposalSearch.Analysis.Text.WordBreak;

namespace ProposalSearch.Analysis.Text;

/// <summary>
/// Word boundaries by the default rules of Unicode Standard Annex #29, version 15. Every text has them: what is not a word (spaces,
/// punctuation, a lone surrogate) lies between boundaries too. Stateless and thread-safe; time grows with the segment only.
/// </summary>
public static class WordBoundaries
{
    /// <summary>
    /// The boundary that follows <paramref name="start"/>, in UTF-16 units. <paramref name="start"/> is itself a boundary: 0, or an
    /// answer of this method. At or past the end the answer is the length of the text.
    /// </summary>
    public static int Next(ReadOnlySpan<char> text, int start)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        if (start >= text.Length)
        {
            return text.Length;
        }

        var place = start;
        var first = WordBreakTable.Read(text, ref place) & ClassMask;
        return first switch
        {
            CarriageReturn => place < text.Length && text[place] == '\n' ? place + 1 : place,
            LineFeed or Newline => place,
            _ => Scan(text, place, first),
        };
    }

    // `left` is the class that most rules see, for which marks do not count (WB4); `last` is the class directly before `place`. A
    // pictograph is tied to a joiner (WB3c), a single quote to a Hebrew letter (WB7a).
    private static int Scan(ReadOnlySpan<char> text, int place, WordBreak first)
    {
        var (left, last) = (first, first);
        var indicators = first == RegionalIndicator ? 1 : 0;
        while (place < text.Length)
        {
            var after = place;
            var flags = WordBreakTable.Read(text, ref after);
            var right = flags & ClassMask;
            if (!IsMark(right))
            {
                var tied = (last == Joiner && (flags & Pictographic) != 0) || Joins(left, last, right, indicators);
                if (!tied && !Bridges(text, left, ref right, ref after) && (left, right) != (HebrewLetter, SingleQuote))
                {
                    return place;
                }

                left = right;
                indicators = right == RegionalIndicator ? indicators + 1 : 0;
            }

            (last, place) = (right, after);
        }

        return place;
    }

    // WB3d, WB5, WB8 to WB10, WB13 to WB13b, WB15 and WB16.
    private static bool Joins(WordBreak left, WordBreak last, WordBreak right, int indicators) => left switch
    {
        Letter or HebrewLetter or Numeric => right is Letter or HebrewLetter or Numeric or ExtendNumberLetter,
        Katakana => right is Katakana or ExtendNumberLetter,
        ExtendNumberLetter => right is Letter or HebrewLetter or Numeric or Katakana or ExtendNumberLetter,
        RegionalIndicator => right == RegionalIndicator && indicators % 2 == 1,
        Space => right == Space && last == Space,
        _ => false,
    };

    // WB6 and WB7, WB7b and WB7c, WB11 and WB12: punctuation stays inside a word when what follows it joins what precedes it.
    // Moves to the end of what follows.
    private static bool Bridges(ReadOnlySpan<char> text, WordBreak left, ref WordBreak right, ref int after)
    {
        if (!MayBridge(left, right))
        {
            return false;
        }

        var place = after;
        while (place < text.Length)
        {
            var next = WordBreakTable.Read(text, ref place) & ClassMask;
            if (IsMark(next))
            {
                continue;
            }

            if (!Meets(left, right, next))
            {
                return false;
            }

            (right, after) = (next, place);
            return true;
        }

        return false;
    }

    private static bool MayBridge(WordBreak left, WordBreak bridge) => left switch
    {
        Letter => bridge is MidLetter or MidNumberLetter or SingleQuote,
        HebrewLetter => bridge is MidLetter or MidNumberLetter or SingleQuote or DoubleQuote,
        Numeric => bridge is MidNumber or MidNumberLetter or SingleQuote,
        _ => false,
    };

    private static bool Meets(WordBreak left, WordBreak bridge, WordBreak next) => left switch
    {
        Numeric => next == Numeric,
        _ when bridge == DoubleQuote => next == HebrewLetter,
        _ => next is Letter or HebrewLetter,
    };

    private static bool IsMark(WordBreak kind) => kind is Extend or Format or Joiner;
}
