using ProposalSearch.SearchHost.Settings;

namespace ProposalSearch.SearchHost.Identity;

/// <summary>
/// The colour of links, questions and buttons, on light pages and on dark ones. Each is the operator's, or the nearest to it that can be
/// read on every ground of its pages.
/// </summary>
/// <param name="Light">On light pages.</param>
/// <param name="Dark">On dark pages.</param>
internal sealed record AccentColours(Colour Light, Colour Dark)
{
    // The ground of site.css that an accent stands out from least: --wash of light pages, --lifted of dark ones.
    private static readonly Colour LightGround = new(0xf5, 0xf3, 0xee);
    private static readonly Colour DarkGround = new(0x24, 0x28, 0x2a);

    /// <summary>The accents that an operator's colours lead to.</summary>
    /// <param name="light">The setting <c>Accent</c>.</param>
    /// <param name="dark">The setting <c>AccentDark</c>, or <see langword="null"/> where it is to follow from the other.</param>
    public static AccentColours Of(Colour light, Colour? dark) =>
        new(light.ReadableOn(LightGround), (dark ?? light).ReadableOn(DarkGround));

    /// <summary>A sentence for each colour that was changed to be readable.</summary>
    public IEnumerable<string> Changes(Colour light, Colour? dark)
    {
        if (light != Light)
        {
            yield return Change("Accent", light, LightGround, Light, "light");
        }

        if (dark is { } given && given != Dark)
        {
            yield return Change("AccentDark", given, DarkGround, Dark, "dark");
        }
    }

    /// <summary>The style sheet that puts them in the place of those of site.css.</summary>
    public string StyleSheet() =>
        $":root{{--accent:{Light};--accent-ink:#ffffff}}\n"
        + $"@media (prefers-color-scheme:dark){{:root{{--accent:{Dark};--accent-ink:#141617}}}}\n";

    private static string Change(string setting, Colour given, Colour ground, Colour used, string pages) =>
        FormattableString.Invariant($"{setting} {given} has a contrast of {given.Contrast(ground):0.0} on {pages} pages, ")
        + FormattableString.Invariant($"and text needs {Colour.Readable}: {used} is used there.");
}
