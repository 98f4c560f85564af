using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using ProposalSearch.Proposals.Search;

namespace ProposalSearch.Proposals.Schema;

/// <summary>A facet: which keys have its values, and how a value becomes the one that is counted. Safe for use by several threads at once.</summary>
internal sealed class FacetRule
{
    private const int LongestRemembered = 200;
    private const int MostRemembered = 50_000;

    /// <summary>What texts became: an archive says the same few things thousands of times.</summary>
    private readonly ConcurrentDictionary<string, string> _canonical = new(StringComparer.Ordinal);

    private int _remembered;

    /// <summary>Its field, label and type.</summary>
    public required FacetDefinition Definition { get; init; }

    /// <summary>Keys whose values are values of the facet.</summary>
    public IReadOnlyList<KeyPattern> Keys { get; init; } = [];

    /// <summary>Keys that say yes or no, each with the value that yes stands for.</summary>
    public IReadOnlyList<(KeyPattern Key, string Value)> Flags { get; init; } = [];

    /// <summary>Which texts of the keys are answers too, so that they are searched.</summary>
    public FacetAnswer Answer { get; init; } = FacetAnswer.Always;

    /// <summary>Whether explanations in parentheses are dropped, an unclosed one at the end included.</summary>
    public bool DropParentheses { get; init; }

    /// <summary>The letters of a value.</summary>
    public FacetCase Case { get; init; } = FacetCase.Keep;

    /// <summary>The <see cref="Split"/> of lists of people, whose handles and mail addresses are dropped.</summary>
    public const string SplitPeople = "people";

    /// <summary>What separates several values in one text, or <see langword="null"/> where a text is one value.</summary>
    public string? Split { get; init; }

    /// <summary>A longer value, in characters, is no value but prose; it stays an answer.</summary>
    public int MaxLength { get; init; } = 80;

    /// <summary>Other spellings, each with the value that it stands for. The first that matches counts.</summary>
    public IReadOnlyList<(KeyPattern Spelling, string Value)> Aliases { get; init; } = [];

    /// <summary>For a facet that was found: the spelling that most files have, by the normalised value.</summary>
    public IReadOnlyDictionary<string, string> Spellings { get; init; } = new Dictionary<string, string>();

    /// <summary>The values of a text: split, freed of what the rule drops, and spelled alike. Empty ones are left out.</summary>
    public IEnumerable<string> Values(string text)
    {
        if (Split is null)
        {
            return Canonical(text) is { Length: > 0 } value ? [value] : [];
        }

        var parts = Split == SplitPeople ? People.Names(text) : text.Split(Split, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return parts.Select(Canonical).Where(static value => value.Length > 0);
    }

    /// <summary>Whether a text becomes no value because it is too long to be one.</summary>
    public bool IsProse(string text) => text.Length > MaxLength && Unabridged(text).Length > MaxLength;

    private string Canonical(string text)
    {
        if (text.Length > LongestRemembered || _remembered > MostRemembered)
        {
            return Shape(text);
        }

        if (!_canonical.TryGetValue(text, out var value))
        {
            value = Shape(text);
            _canonical[text] = value;
            Interlocked.Increment(ref _remembered);
        }

        return value;
    }

    private string Shape(string text)
    {
        var value = Unabridged(text);
        if (value.Length > MaxLength)
        {
            return "";
        }

        return Case switch
        {
            _ when Definition.Type == FacetType.Number => WholeNumber(value),
            FacetCase.Lower => value.ToLowerInvariant(),
            FacetCase.Upper => value.ToUpperInvariant(),
            _ => value,
        };
    }

    private string Unabridged(string text)
    {
        var value = Wording.Display(text).Trim();
        if (DropParentheses)
        {
            value = WithoutParentheses(value);
        }

        return Aliases.Count > 0 || Spellings.Count > 0 ? Alias(value) : value;
    }

    private string Alias(string value)
    {
        var normalized = Wording.Normalize(value);
        foreach (var (spelling, meant) in Aliases)
        {
            if (spelling.Matches(normalized))
            {
                return meant;
            }
        }

        return Spellings.GetValueOrDefault(normalized, value);
    }

    /// <summary>The digits of <c>$100,000</c>; empty where there is none, or something else than a whole number.</summary>
    private static string WholeNumber(string value)
    {
        var digits = value.Replace(",", "", StringComparison.Ordinal).TrimStart('$', '€', '£', ' ');
        return long.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number.ToString(CultureInfo.InvariantCulture)
            : "";
    }

    /// <summary>Drops from each <c>(</c> to the <c>)</c> that belongs to it, or to the end; never the whole value.</summary>
    private static string WithoutParentheses(string value)
    {
        var open = value.IndexOf('(', StringComparison.Ordinal);
        if (open < 0)
        {
            return value;
        }

        var kept = new StringBuilder(value.Length);
        var depth = 0;
        foreach (var character in value)
        {
            depth += character == '(' ? 1 : 0;
            if (depth == 0)
            {
                kept.Append(character);
            }

            depth -= character == ')' && depth > 0 ? 1 : 0;
        }

        var rest = Wording.Display(kept.ToString()).Trim();
        return rest.Length > 0 ? rest : value;
    }
}

/// <summary>Which texts of a facet's keys are answers too.</summary>
internal enum FacetAnswer
{
    /// <summary>All of them.</summary>
    Always,

    /// <summary>Those that are too long to be values, so that no text is lost.</summary>
    Prose,

    /// <summary>None.</summary>
    Never,
}

/// <summary>What becomes of the letters of a facet value.</summary>
internal enum FacetCase
{
    /// <summary>They stay.</summary>
    Keep,

    /// <summary>They become small.</summary>
    Lower,

    /// <summary>They become capitals.</summary>
    Upper,
}
