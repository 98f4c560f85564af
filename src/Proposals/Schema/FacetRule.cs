using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace ProposalSearch.Proposals.Schema;

/// <summary>A facet: which keys have its values, and how a value becomes the one that is counted. Safe for use by several threads at once.</summary>
internal sealed class FacetRule
{
    private const int LongestRemembered = 200;
    private const int MostRemembered = 50_000;
    private const int LongestName = 40;
    private const int MostWordsOfAName = 5;
    private const string OtherPrefix = "Other";

    /// <summary>What texts became: an archive says the same few things thousands of times.</summary>
    private readonly ConcurrentDictionary<string, IReadOnlyList<FacetEntry>> _entries = new(StringComparer.Ordinal);

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

    /// <summary>
    /// For <see cref="UnlistedValues.Names"/>: the names, normalised, that more than one text has. A name that one proposal alone has may be anything.
    /// <see langword="null"/> where nobody counted.
    /// </summary>
    public IReadOnlySet<string>? CommonNames { get; init; }

    /// <summary>The facet of the parts: of values under others, and of the numbers in ranges. <see langword="null"/> where there is none.</summary>
    public FacetDefinition? Below { get; init; }

    /// <summary>The values that there may be, or <see langword="null"/> for any.</summary>
    public FacetVocabulary? Vocabulary { get; init; }

    /// <summary>Whether values are also found within longer texts. For a facet with a vocabulary.</summary>
    public bool FindsWithin { get; init; }

    /// <summary>Which texts that name no value of the vocabulary are values themselves, rather than prose.</summary>
    public UnlistedValues Unlisted { get; init; } = UnlistedValues.Keep;

    /// <summary>For numbers: the ranges that the facet counts, while <see cref="Below"/> has the numbers.</summary>
    public NumberRanges? Ranges { get; init; }

    /// <summary>The values of a text, of this facet and of the one below: split, freed of what the rule drops, and spelled alike.</summary>
    public IReadOnlyList<FacetEntry> Entries(string text)
    {
        if (text.Length > LongestRemembered || _remembered > MostRemembered)
        {
            return Read(text);
        }

        if (!_entries.TryGetValue(text, out var entries))
        {
            entries = Read(text);
            _entries[text] = entries;
            Interlocked.Increment(ref _remembered);
        }

        return entries;
    }

    /// <summary>The values of a text that are this facet's own.</summary>
    public IEnumerable<string> Values(string text)
        => Entries(text).Where(entry => entry.Field == Definition.Field).Select(static entry => entry.Value);

    /// <summary>Its definitions: its own, and that of the facet below.</summary>
    public IEnumerable<FacetDefinition> Definitions => Below is null ? [Definition] : [Definition, Below];

    /// <summary>Whether a text is words to search beside what it is as a value: too long for one, or more than the value that it names.</summary>
    public bool IsProse(string text)
        => Vocabulary is null || Unlisted == UnlistedValues.Keep ? text.Length > MaxLength && Unabridged(text).Length > MaxLength : !IsValue(text);

    /// <summary>Whether a text should be a number and is none that can be read.</summary>
    public bool IsUnreadable(string text)
        => (Definition.Type == FacetType.Number || Ranges is not null) && Unabridged(text) is { Length: > 0 } value && !NumberText.TryRead(value, out _);

    /// <summary>The rule with the spelling that most files have of each value, and the names that more than one has.</summary>
    public FacetRule WithSpellings(IReadOnlyDictionary<string, string> spellings, IReadOnlySet<string>? names = null) => spellings.Count == 0 && names is null ? this : new FacetRule
    {
        CommonNames = names,
        Definition = Definition,
        Keys = Keys,
        Flags = Flags,
        Answer = Answer,
        DropParentheses = DropParentheses,
        Case = Case,
        Split = Split,
        MaxLength = MaxLength,
        Aliases = Aliases,
        Spellings = spellings,
        Below = Below,
        Vocabulary = Vocabulary,
        FindsWithin = FindsWithin,
        Unlisted = Unlisted,
        Ranges = Ranges,
    };

    private IReadOnlyList<FacetEntry> Read(string text)
    {
        var parts = Split switch
        {
            null => [text],
            SplitPeople => People.Names(text),
            _ => text.Split(Split, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
        };
        return [.. parts.SelectMany(ReadOne).Distinct()];
    }

    private IEnumerable<FacetEntry> ReadOne(string text)
    {
        if (Definition.Type == FacetType.Number || Ranges is not null)
        {
            return NumberText.TryRead(Unabridged(text), out var number) ? OfNumber(number) : [];
        }

        if (Vocabulary is null)
        {
            return Own(Shape(text));
        }

        var value = Unabridged(text);
        var named = Vocabulary.Whole(value) is { } whole ? [whole] : FindsWithin && value.Length > 0 ? Vocabulary.Within(text) : [];
        return named.Count > 0 ? named.SelectMany(OfVocabulary) : IsUnlistedValue(value) || IsAlias(text) ? Own(Shape(text), isUnlisted: true) : [];
    }

    private IEnumerable<FacetEntry> OfNumber(long number)
    {
        var text = number.ToString(CultureInfo.InvariantCulture);
        return Ranges is null ? [new FacetEntry(Definition.Field, text)] : [new FacetEntry(Definition.Field, Ranges.Of(number)), new FacetEntry(Below!.Field, text)];
    }

    private IEnumerable<FacetEntry> OfVocabulary(VocabularyValue value)
        => value.Under is null || Below is null
            ? [new FacetEntry(Definition.Field, value.Value)]
            : [new FacetEntry(Definition.Field, value.Under), new FacetEntry(Below.Field, value.Value)];

    private IEnumerable<FacetEntry> Own(string value, bool isUnlisted = false)
        => value.Length == 0 ? [] : [new FacetEntry(isUnlisted && Below is not null ? Below.Field : Definition.Field, value)];

    private bool IsValue(string text)
    {
        var value = Unabridged(text);
        return Vocabulary!.Whole(value) is not null || IsAlias(text)
            || (IsUnlistedValue(value) && !(FindsWithin && Vocabulary.Within(text).Count > 0));
    }

    private bool IsUnlistedValue(string value) => Unlisted switch
    {
        UnlistedValues.Keep => true,
        UnlistedValues.Names => IsName(value) && CommonNames?.Contains(Wording.Normalize(value)) != false,
        _ => false,
    };

    /// <summary>A few words that begin with a capital, without digits and signs that divide: a name, as far as can be told.</summary>
    private static bool IsName(string value)
        => value.Length is > 0 and <= LongestName
            && char.IsUpper(value[0])
            && value.Count(static letter => letter == ' ') < MostWordsOfAName
            && !value.Any(static letter => char.IsDigit(letter) || letter is ',' or ';' or ':' or '.' or '!' or '?' or '/' or '(');

    private bool IsAlias(string text)
    {
        var normalized = Wording.Normalize(WithoutRemarks(text));
        return Aliases.Any(alias => alias.Spelling.Matches(normalized));
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
            FacetCase.Lower => value.ToLowerInvariant(),
            FacetCase.Upper => value.ToUpperInvariant(),
            _ => value,
        };
    }

    private string Unabridged(string text)
    {
        var value = WithoutRemarks(text);
        return Aliases.Count > 0 || Spellings.Count > 0 ? Alias(value) : value;
    }

    /// <summary>A text without blanks around it, without <c>Other:</c> before it, and where the rule says so without what is in parentheses.</summary>
    private string WithoutRemarks(string text)
    {
        var value = Wording.Display(text).Trim();
        var rest = value.StartsWith(OtherPrefix, StringComparison.OrdinalIgnoreCase) ? value.AsSpan(OtherPrefix.Length).TrimStart() : "";
        if (rest.StartsWith(":"))
        {
            value = rest.TrimStart(':').Trim().ToString();
        }

        return DropParentheses ? WithoutParentheses(value) : value;
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
