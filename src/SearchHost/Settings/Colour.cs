using System.Globalization;

namespace ProposalSearch.SearchHost.Settings;

/// <summary>A colour of sRGB, as style sheets write it: <c>#0a555c</c>, or <c>#05c</c> for <c>#0055cc</c>.</summary>
internal readonly record struct Colour(byte Red, byte Green, byte Blue)
{
    /// <summary>What text must stand out by to be readable for most people with low vision: WCAG 2.2, criterion 1.4.6 (AAA).</summary>
    public const double Readable = 7;

    private const int Steps = 100;

    /// <summary>White.</summary>
    public static Colour White { get; } = new(255, 255, 255);

    /// <summary>Black.</summary>
    public static Colour Black { get; } = new(0, 0, 0);

    /// <summary>Reads a colour; false where the text is none.</summary>
    public static bool TryParse(string text, out Colour colour)
    {
        colour = default;
        var digits = text.Length == 4 ? string.Concat(text.Skip(1).Select(static digit => $"{digit}{digit}"))
            : text[Math.Min(1, text.Length)..];
        if (!text.StartsWith('#') || digits.Length != 6
            || !int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
        {
            return false;
        }

        colour = new Colour((byte)(value >> 16), (byte)(value >> 8), (byte)value);
        return true;
    }

    /// <summary>The contrast of two colours, 1 to 21, as WCAG 2.2 defines it.</summary>
    public double Contrast(Colour other)
    {
        var (one, two) = (Luminance, other.Luminance);
        return (Math.Max(one, two) + 0.05) / (Math.Min(one, two) + 0.05);
    }

    /// <summary>The colour itself where it can be read on a ground, else the nearest that can on its way to black or white.</summary>
    public Colour ReadableOn(Colour ground)
    {
        var end = ground.Luminance > 0.5 ? Black : White;
        for (var step = 0; step < Steps; step++)
        {
            var mixed = Mix(end, step / (double)Steps);
            if (mixed.Contrast(ground) >= Readable)
            {
                return mixed;
            }
        }

        return end;
    }

    /// <summary>As a style sheet writes it.</summary>
    public override string ToString() => $"#{Red:x2}{Green:x2}{Blue:x2}";

    private double Luminance => (0.2126 * Linear(Red)) + (0.7152 * Linear(Green)) + (0.0722 * Linear(Blue));

    private static double Linear(byte channel)
    {
        var value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }

    private Colour Mix(Colour end, double share) => new(Mix(Red, end.Red, share), Mix(Green, end.Green, share), Mix(Blue, end.Blue, share));

    private static byte Mix(byte from, byte to, double share) => (byte)Math.Round(from + ((to - from) * share));
}
