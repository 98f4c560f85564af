using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using ProposalSearch.SearchHost.Markup;
using ProposalSearch.SearchHost.Settings;

namespace ProposalSearch.SearchHost.Identity;

/// <summary>Whose archive it is, as pages show it: read from the settings at the start.</summary>
internal sealed partial class SiteIdentity
{
    private readonly SearchHostOptions _options;
    private readonly AccentColours? _accent;

    private SiteIdentity(SearchHostOptions options, Logo? logo, AccentColours? accent)
    {
        (_options, Logo, _accent) = (options, logo, accent);
        Style = accent is null ? null : Encoding.UTF8.GetBytes(accent.StyleSheet());
        Footer = WithLinks(options.Footer);
    }

    /// <summary>The name.</summary>
    public string Name => _options.Title;

    /// <summary>What the archive is, in the operator's words; empty where nothing was said.</summary>
    public string Introduction => _options.Introduction;

    /// <summary>Searches to try, as they are typed.</summary>
    public IReadOnlyList<string> Examples => _options.Examples;

    /// <summary>The operator's words at the foot of each page; nothing where nothing was said.</summary>
    public Html Footer { get; }

    /// <summary>The picture beside the name, or <see langword="null"/>.</summary>
    public Logo? Logo { get; }

    /// <summary>The style sheet with the operator's colours, in UTF-8, or <see langword="null"/> where they are ours.</summary>
    public byte[]? Style { get; }

    /// <summary>Reads the identity; where a part of it cannot be used, says why.</summary>
    /// <param name="options">The settings.</param>
    /// <param name="current">What relative paths are relative to.</param>
    /// <param name="given">What was given, to name it in a fault.</param>
    /// <param name="faults">A line for each part that cannot be used.</param>
    public static SiteIdentity Read(SearchHostOptions options, string current, GivenSettings given, out IReadOnlyList<string> faults)
    {
        string? fault = null;
        var logo = options.Logo.Length == 0 ? null : Identity.Logo.Read(Path.GetFullPath(options.Logo, current), out fault);
        faults = fault is null ? [] : [$"{given.Of($"{SearchHostOptions.Section}:{nameof(SearchHostOptions.Logo)}")?.Where}: {fault}"];
        return new SiteIdentity(options, logo, Accents(options));
    }

    /// <summary>A sentence for each colour that was changed to be readable.</summary>
    public IEnumerable<string> Changes() => _accent is null ? []
        : _accent.Changes(Given(_options.Accent) ?? _accent.Light, Given(_options.AccentDark));

    /// <summary>The address of the logo, or <see langword="null"/>.</summary>
    public string? LogoAddress(string root) => Logo is null ? null : Address(root, IdentityFiles.LogoPath, Logo.Content);

    /// <summary>The address of the style sheet, or <see langword="null"/>.</summary>
    public string? StyleAddress(string root) => Style is null ? null : Address(root, IdentityFiles.StylePath, Style);

    private static string Address(string root, string path, byte[] content) =>
        $"{root}{path}?v={Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 6))}";

    private static AccentColours? Accents(SearchHostOptions options) => (Given(options.Accent), Given(options.AccentDark)) switch
    {
        (null, null) => null,
        ({ } light, var dark) => AccentColours.Of(light, dark),
        (null, { } dark) => AccentColours.Of(dark, dark),
    };

    private static Colour? Given(string text) => Colour.TryParse(text, out var colour) ? colour : null;

    /// <summary>The text with its links, which are written as in Markdown: <c>[words](https://address)</c>.</summary>
    private static Html WithLinks(string text)
    {
        var (parts, done) = (new List<Html>(), 0);
        foreach (Match link in Link().Matches(text))
        {
            parts.Add(Html.Of($"""{text[done..link.Index]}<a href="{link.Groups[2].Value}">{link.Groups[1].Value}</a>"""));
            done = link.Index + link.Length;
        }

        return Html.Of($"{parts}{text[done..]}");
    }

    [GeneratedRegex(@"\[([^\[\]]+)\]\(((?:https?://|mailto:|/)[^\s()]+)\)")]
    private static partial Regex Link();
}
