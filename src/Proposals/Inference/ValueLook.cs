using System.Collections.Frozen;
using System.Globalization;
using ProposalSearch.Proposals.Mapping;
using ProposalSearch.Proposals.Schema;

namespace ProposalSearch.Proposals.Inference;

/// <summary>What there is to be seen of one value; all that a judgement of its key rests on, so that an index can remember it.</summary>
/// <param name="Length">Characters.</param>
/// <param name="Traits">What it is like.</param>
/// <param name="Text">The value, or <see langword="null"/> where it is longer than <see cref="KeyValues.LongestCounted"/>.</param>
internal readonly record struct ValueLook(int Length, ValueTraits Traits, string? Text)
{
    private const int LongestNumber = 40;

    private static readonly FrozenSet<string> FileEndings = WordSet.Of("jpg jpeg png gif svg webp pdf doc docx JPG JPEG PNG");

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
    {
        var mayBe = text.Length <= LongestNumber && text.AsSpan().ContainsAnyInRange('0', '9');
        return mayBe && NumberText.TryRead(text, out _, out var isMoney)
            ? ValueTraits.Number | Trait(ValueTraits.Money, isMoney)
            : ValueTraits.None;
    }

    private static bool IsMail(string text)
        => text.Split('@') is [{ Length: > 0 }, var host] && host.IndexOf('.', StringComparison.Ordinal) > 0 && host[^1] != '.';

    private static bool IsFileName(string text)
    {
        var dot = text.LastIndexOf('.');
        return dot > 0 && FileEndings.Contains(text[(dot + 1)..]);
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
    Letters = 8,

    /// <summary>It is an http address.</summary>
    Address = 32,
    Number = 64,
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
