using System.Globalization;

namespace ProposalSearch.Proposals;

/// <summary>Years in texts and paths: four digits from 1900 to 2100 that are no part of a longer number.</summary>
internal static class Years
{
    private const int First = 1900;
    private const int Last = 2100;

    /// <summary>
    /// The first year of a text such as <c>2016</c>, <c>2013-05-01</c> or <c>Fall 2019</c>, or that of a time in seconds or milliseconds
    /// since 1970; or <see langword="null"/>.
    /// </summary>
    public static int? In(ReadOnlySpan<char> text)
    {
        if (OfTimestamp(text) is { } stamped)
        {
            return stamped;
        }

        for (var at = 0; at < text.Length;)
        {
            var digits = 0;
            var number = 0;
            while (at < text.Length && char.IsAsciiDigit(text[at]))
            {
                number = digits < 4 ? (number * 10) + text[at] - '0' : number;
                digits++;
                at++;
            }

            if (digits == 4 && number is >= First and <= Last)
            {
                return number;
            }

            at += digits == 0 ? 1 : 0;
        }

        return null;
    }

    /// <summary>The year (UTC), 2001 to 2049, of seconds or milliseconds since 1970; <see langword="null"/> for any other text.</summary>
    public static int? OfTimestamp(ReadOnlySpan<char> text)
        => text is ['1' or '2', ..] and { Length: 10 or 13 }
            && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var time)
            && DateTimeOffset.FromUnixTimeSeconds(text.Length == 10 ? time : time / 1000).Year is <= 2049 and var year
                ? year
                : null;

    /// <summary>The year of a path: its innermost folder that is a year, or a date before the file's name, as Jekyll has it.</summary>
    public static int? InPath(string path)
    {
        var parts = path.Split('/');
        for (var part = parts.Length - 2; part >= 0; part--)
        {
            if (parts[part].Length == 4 && In(parts[part]) is { } year)
            {
                return year;
            }
        }

        var name = parts[^1];
        var isDated = name.Length > 10 && name[4] == '-' && name[7] == '-' && char.IsAsciiDigit(name[5]) && char.IsAsciiDigit(name[8]);
        return isDated ? In(name.AsSpan(0, 4)) : null;
    }
}
