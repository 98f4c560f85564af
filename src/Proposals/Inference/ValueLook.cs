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
    private const int LongestNumber = 40;

    /// <summary>Looks at a value.</summary>
    public static ValueLook Of(string text)
    {
        var traits = Trait(ValueTraits.Prose, text.Length >= KeyValues.ProseLength)
            | Trait(ValueTraits.Date, DateText.IsDate(text))
            | OfNumber(text)
            | Trait(ValueTraits.Letters, text.Any(char.IsLetter));
        traits |= text.AsSpan().ContainsAny(' ', '\n') ? ValueTraits.Space
            : Addresses.IsAddress(text) ? ValueTraits.Address
            : OfWord(text);
        return new ValueLook(text.Length, traits, text.Length <= KeyValues.LongestCounted ? text : null);
    }

    /// <summary>Whether it is like this.</summary>
    public bool Is(ValueTraits trait) => (Traits & trait) != 0;

    private static ValueTraits OfWord(string text)
    {
        var isInteger = long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);
        return Trait(ValueTraits.Year, isInteger && text.Length == 4 && Years.In(text) is not null)
            | Trait(ValueTraits.Truth, Truth.Of(text) is not null && !isInteger)
            | Trait(ValueTraits.Mail, IsMail(text))
            | Trait(ValueTraits.Code, text.AsSpan().ContainsAnyInRange('0', '9'))
            | Trait(ValueTraits.FileName, IsFileName(text) || (text.Length > 1 && text[0] == '/'));
    }

    private static ValueTraits Trait(ValueTraits trait, bool isSo) => isSo ? trait : ValueTraits.None;

    /// <summary>A whole number, with a sign of currency and marks between its digits too.</summary>
    private static ValueTraits OfNumber(string text)
        => text.Length is 0 or > LongestNumber || !text.AsSpan().ContainsAnyInRange('0', '9') || !NumberText.TryRead(text, out _, out var isMoney) ? ValueTraits.None
            : isMoney ? ValueTraits.Number | ValueTraits.Money
            : ValueTraits.Number;

    private static bool IsMail(string text)
        => text.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && text.IndexOf('.', at) > at + 1 && text.LastIndexOf('@') == at && text[^1] != '.';

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

    /// <summary>It is the name of a file, or a path from a root.</summary>
    FileName = 1024,

    /// <summary>It is a number with the sign or the name of a currency.</summary>
    Money = 2048,

    /// <summary>It is an address of mail.</summary>
    Mail = 4096,
}
