using System.Globalization;
using ProposalSearch.Proposals.Mapping;
using ProposalSearch.Proposals.Schema;

namespace ProposalSearch.Proposals.Inference;

/// <summary>What there is to be seen of one value; all that a judgement of its key rests on, so that an index can remember it.</summary>
/// <param name="Length">Characters.</param>
/// <param name="Traits">What it is like.</param>
/// <param name="Text">The value, where it has at most <see cref="KeyValues.LongestCounted"/> characters; else <see langword="null"/>.</param>
internal readonly record struct ValueLook(int Length, ValueTraits Traits, string? Text)
{
    /// <summary>Looks at a value.</summary>
    public static ValueLook Of(string text)
    {
        var traits = Trait(ValueTraits.Prose, text.Length >= KeyValues.ProseLength)
            | Trait(ValueTraits.Date, IsDate(text))
            | Trait(ValueTraits.Letters, text.Any(char.IsLetter))
            | Trait(ValueTraits.Comma, text.Contains(',', StringComparison.Ordinal));
        traits |= text.AsSpan().ContainsAny(' ', '\n') ? ValueTraits.Space
            : Addresses.IsAddress(text) ? ValueTraits.Address
            : OfWord(text);
        return new ValueLook(text.Length, traits, text.Length <= KeyValues.LongestCounted ? text : null);
    }

    /// <summary>Whether it is like this.</summary>
    public bool Is(ValueTraits trait) => (Traits & trait) != 0;

    private static ValueTraits OfWord(string text)
    {
        var isNumber = IsNumber(text);
        return Trait(ValueTraits.Number, isNumber)
            | Trait(ValueTraits.Year, isNumber && text.Length == 4 && Years.In(text) is not null)
            | Trait(ValueTraits.Truth, Truth.Of(text) is not null && !isNumber)
            | Trait(ValueTraits.Code, text.AsSpan().ContainsAnyInRange('0', '9'))
            | Trait(ValueTraits.FileName, IsFileName(text));
    }

    private static ValueTraits Trait(ValueTraits trait, bool isSo) => isSo ? trait : ValueTraits.None;

    /// <summary>A whole number, with a sign of currency and commas too.</summary>
    private static bool IsNumber(string text)
        => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)
            || (text.Length > 0 && (char.IsAsciiDigit(text[0]) || text[0] is '$' or '€' or '£') && text.AsSpan().ContainsAny(",.$€£") && NumberText.TryRead(text, out _));

    private static bool IsDate(string text)
        => text.Length is >= 10 and <= 40 && text[4] is '-' or '/' && text[7] == text[4] && Years.In(text.AsSpan(0, 4)) is not null
            && char.IsAsciiDigit(text[5]) && char.IsAsciiDigit(text[8]);

    private static bool IsFileName(string text)
    {
        var dot = text.LastIndexOf('.');
        return dot > 0 && text.Length - dot is 4 or 5 && text.AsSpan(dot + 1) is "jpg" or "jpeg" or "png" or "gif" or "svg" or "webp" or "pdf" or "JPG" or "PNG" or "JPEG" or "docx" or "doc";
    }
}

/// <summary>What a value is like.</summary>
[Flags]
internal enum ValueTraits : ushort
{
    /// <summary>Nothing in particular.</summary>
    None = 0,

    /// <summary>So long that it is prose.</summary>
    Prose = 1,

    /// <summary>It begins with year, month and day.</summary>
    Date = 2,

    /// <summary>It has a space or a line break.</summary>
    Space = 4,

    /// <summary>It has a letter.</summary>
    Letters = 8,

    /// <summary>It has a comma.</summary>
    Comma = 16,

    /// <summary>It is an http address.</summary>
    Address = 32,

    /// <summary>It is a whole number.</summary>
    Number = 64,

    /// <summary>It is a year.</summary>
    Year = 128,

    /// <summary>It is yes or no.</summary>
    Truth = 256,

    /// <summary>It is one word with digits in it.</summary>
    Code = 512,

    /// <summary>It is the name of a file.</summary>
    FileName = 1024,
}
