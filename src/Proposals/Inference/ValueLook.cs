using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using ProposalSearch.Proposals.Mapping;
using ProposalSearch.Proposals.Schema;
using ProposalSearch.Proposals.Sources;

namespace ProposalSearch.Proposals.Inference;

/// <summary>What there is to be seen of one value; all that a judgement of its key rests on, so that an index can remember it.</summary>
/// <param name="Length">Characters.</param>
/// <param name="Traits">What it is like.</param>
/// <param name="Text">The value, or <see langword="null"/> where it is longer than <see cref="KeyValues.LongestCounted"/>.</param>
internal readonly partial record struct ValueLook(int Length, ValueTraits Traits, string? Text)
{
    private const int LongestNumber = 40;
    private const int ShortestHash = 16;
    private const int LongestName = 60;
    private const int LongestPath = 120;

    /// <summary>What stands between addresses of mail, around them, and at the one of whom to write to.</summary>
    private static readonly SearchValues<char> BetweenMails = SearchValues.Create(" \t\n,;|<>()*");

    private static readonly FrozenSet<string> FileEndings = WordSet.Of("jpg jpeg png gif svg webp pdf doc docx JPG JPEG PNG");

    /// <summary>The looks of a value, or of each item of a list; what stands for no value has none.</summary>
    public static ValueLook[] Of(SourceValue value)
        => [.. Leaves(value).Where(static leaf => leaf.Text.Length > 0 && !Placeholders.IsNoValue(leaf.Text))
            .Select(static leaf => (Look: Of(leaf.Text), leaf.IsLinked))
            .Select(static leaf => leaf.IsLinked ? leaf.Look with { Traits = leaf.Look.Traits | ValueTraits.Linked } : leaf.Look)];

    private static IEnumerable<(string Text, bool IsLinked)> Leaves(SourceValue value) => value switch
    {
        SourceList list => list.Items.SelectMany(Leaves),
        SourceText text => [(ValueText.Of(text), LinkedText.IsLinked(text))],
        _ => [(ValueText.Of(value), false)],
    };

    public static ValueLook Of(string text)
    {
        var traits = Trait(ValueTraits.Prose, text.Length >= KeyValues.ProseLength)
            | Trait(ValueTraits.Date, DateText.IsDate(text))
            | Trait(ValueTraits.LooseDate, DateText.IsLoose(text))
            | Trait(ValueTraits.PersonName, text.Length <= LongestName && PersonName().IsMatch(text))
            | OfNumber(text)
            | Trait(ValueTraits.Letters, text.Any(char.IsLetter));
        traits |= AreMails(text) ? ValueTraits.Mail : ValueTraits.None;
        traits |= text.AsSpan().ContainsAny(' ', '\n') ? (Addresses.AreAll(text) ? ValueTraits.Address : ValueTraits.Space)
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
            | Trait(ValueTraits.Handle, text.Length > 1 && text[0] == '@' && !text.AsSpan(1).Contains('@'))
            | Trait(ValueTraits.Hash, text.Length >= ShortestHash && IsHash(text))
            | Trait(ValueTraits.Path, text.Length <= LongestPath && Path().IsMatch(text) && !IsFileName(text))
            | Trait(ValueTraits.LeadingZero, text.Length > 1 && text[0] == '0' && text.All(char.IsAsciiDigit))
            | Trait(ValueTraits.Code, text.AsSpan().ContainsAnyInRange('0', '9'))
            | Trait(ValueTraits.FileName, IsFileName(text) || (text.Length > 1 && text[0] == '/'));
    }

    /// <summary>Letters and digits mixed, as keys and addresses of machines have them: <c>0x3f5c...</c>, <c>QmYw...</c>.</summary>
    private static bool IsHash(string text)
        => text.All(char.IsAsciiLetterOrDigit) && text.Any(char.IsAsciiDigit) && text.Any(char.IsAsciiLetter);

    [GeneratedRegex(
        @"^\p{Lu}[\p{L}'’.-]*(?: (?:\p{Lu}[\p{L}'’.-]*|van|von|de|da|der|den|del|di|la|bin|al)){1,4}$", RegexOptions.CultureInvariant)]
    private static partial Regex PersonName();

    [GeneratedRegex(@"^(?:/[\p{L}\p{N}_-]+)+/?$|^[\p{L}\p{N}_-]+(?:/[\p{L}\p{N}_-]+){2,}/?$", RegexOptions.CultureInvariant)]
    private static partial Regex Path();

    private static ValueTraits Trait(ValueTraits trait, bool isSo) => isSo ? trait : ValueTraits.None;

    /// <summary>A whole number, with a sign of currency and marks between its digits too.</summary>
    private static ValueTraits OfNumber(string text)
    {
        var mayBe = text.Length <= LongestNumber && text.AsSpan().ContainsAnyInRange('0', '9');
        return !mayBe ? ValueTraits.None
            : NumberText.TryRead(text, out _, out var isMoney) ? ValueTraits.Number | Trait(ValueTraits.Money, isMoney)
            : Trait(ValueTraits.Decimal, NumberText.TryRound(text, out _));
    }

    /// <summary>Whether a text is nothing but addresses of mail, with marks between and beside them.</summary>
    private static bool AreMails(string text)
    {
        if (!text.Contains('@', StringComparison.Ordinal))
        {
            return false;
        }

        foreach (var range in text.AsSpan().SplitAny(BetweenMails))
        {
            if (text[range] is { Length: > 0 } one && !IsMail(one))
            {
                return false;
            }
        }

        return true;
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
internal enum ValueTraits
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

    /// <summary>It may be a date, under the name of one: <c>11.2023</c>, <c>FY2021</c>, <c>01/13/18</c>.</summary>
    LooseDate = 8192,

    /// <summary>It is nothing but words with addresses behind them.</summary>
    Linked = 16384,

    /// <summary>It is the name of an account: <c>@ann</c>.</summary>
    Handle = 32768,

    /// <summary>It is a long word of letters and digits that only machines can tell from others.</summary>
    Hash = 65536,

    /// <summary>It has names with slashes between them, and no ending of a file.</summary>
    Path = 131072,

    /// <summary>It is a number that begins with a zero: a code.</summary>
    LeadingZero = 262144,

    /// <summary>It looks like the name of a person; of an organization or a place, it may be too.</summary>
    PersonName = 524288,

    /// <summary>It is a number that is whole only where it is rounded: <c>263.55</c>.</summary>
    Decimal = 1048576,
}
