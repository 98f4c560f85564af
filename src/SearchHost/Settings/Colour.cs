using System.Globalization;

namespace ProposalSearch.SearchHost.Settings;

/// <summary>A colour of sRGB, as style sheets write it: <c>#0a555c</c>, or <c>#05c</c> for <c>#0055cc</c>.</summary>
internal readonly record struct Colour(byte Red, byte Green, byte Blue)
{
    /// <summary>What text must stand out by to be readable for most people with low vision: WCAG 2.2, criterion 1.4.6 (AAA).</summary>
    public const double Readable = 7;

    private const int Steps = 100;

    // Light shades of a strong colour glare on a dark page.
    private const double Muted = 0.7;

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

    /// <summary>The colour itself where it can be read on a ground, else the nearest shade of it that can, darker or lighter.</summary>
    public Colour ReadableOn(Colour ground)
    {
        var (hue, saturation, lightness) = Shade;
        var end = ground.Luminance > 0.5 ? 0.0 : 1.0;
        for (var step = 0; step < Steps; step++)
        {
            var shade = step == 0 ? this : Of(hue, saturation * (end == 1 ? Muted : 1), lightness + ((end - lightness) * step / Steps));
            if (shade.Contrast(ground) >= Readable)
            {
                return shade;
            }
        }

        return end == 0 ? Black : White;
    }

    /// <summary>As a style sheet writes it.</summary>
    public override string ToString() => $"#{Red:x2}{Green:x2}{Blue:x2}";

    private double Luminance => (0.2126 * Linear(Red)) + (0.7152 * Linear(Green)) + (0.0722 * Linear(Blue));

    private static double Linear(byte channel)
    {
        var value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }

    /// <summary>Hue in sixths of the circle, saturation and lightness from 0 to 1 (HSL, as CSS Color 4 defines it).</summary>
    private (double Hue, double Saturation, double Lightness) Shade
    {
        get
        {
            double[] parts = [Red / 255.0, Green / 255.0, Blue / 255.0];
            var (most, least) = (parts.Max(), parts.Min());
            var (lightness, range) = ((most + least) / 2, most - least);
            if (range == 0)
            {
                return (0, 0, lightness);
            }

            var hue = Array.IndexOf(parts, most) switch
            {
                0 => (parts[1] - parts[2]) / range,
                1 => ((parts[2] - parts[0]) / range) + 2,
                _ => ((parts[0] - parts[1]) / range) + 4,
            };
            return ((hue + 6) % 6, range / (1 - Math.Abs((2 * lightness) - 1)), lightness);
        }
    }

    private static Colour Of(double hue, double saturation, double lightness)
    {
        return new Colour(Channel(0), Channel(8), Channel(4));

        byte Channel(int offset)
        {
            var place = (offset + (hue * 2)) % 12;
            var range = saturation * Math.Min(lightness, 1 - lightness);
            return (byte)Math.Round(255 * (lightness - (range * Math.Clamp(Math.Min(place - 3, 9 - place), -1, 1))));
        }
    }
}
