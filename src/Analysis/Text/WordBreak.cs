namespace ProposalSearch.Analysis.Text;

/// <summary>
/// The Word_Break property of a code point (UAX #29, Unicode 15), in the low five bits of a byte of
/// <see cref="WordBreakTable"/>; the three flags are in the high bits.
/// </summary>
internal enum WordBreak : byte
{
    Other,
    CarriageReturn,
    LineFeed,
    Newline,
    Extend,
    Joiner,
    Format,
    Katakana,
    HebrewLetter,
    Letter,
    MidLetter,
    MidNumberLetter,
    MidNumber,
    Numeric,
    ExtendNumberLetter,
    RegionalIndicator,
    Space,
    SingleQuote,
    DoubleQuote,

    /// <summary>The bits of the classes above.</summary>
    ClassMask = 0x1F,

    /// <summary>A pictograph, which a zero-width joiner may tie to the one before.</summary>
    Pictographic = 0x20,

    /// <summary>Makes a word by itself: letter, digit, ideograph, kana, pictograph.</summary>
    Word = 0x40,

    /// <summary>Of a script written without spaces (Thai, Lao, Khmer, Myanmar): words need a dictionary, a run is kept whole.</summary>
    SoutheastAsian = 0x80,
}
