using System.Globalization;
using System.Text;

namespace ProposalSearch.Proposals.Schema;

/// <summary>What is known of how an archive spells the values of a facet, once all its files were read.</summary>
/// <param name="MostFrequent">Of values that are spelled in several ways, by their normalised form: the spelling of most files.</param>
/// <param name="CommonNames">
/// For <see cref="UnlistedValues.Names"/>: the names, normalised, that more than one text has. A name that one proposal alone has may be
/// anything. <see langword="null"/> where nobody counted.
/// </param>
internal sealed record FacetSpellings(IReadOnlyDictionary<string, string> MostFrequent, IReadOnlySet<string>? CommonNames = null)
{
    /// <summary>Which values are paths; <see langword="null"/> where none is.</summary>
    public FacetPaths? Paths { get; init; }

    /// <summary>Nothing is known.</summary>
    public static FacetSpellings Unknown { get; } = new(new Dictionary<string, string>());
}

/// <summary>
/// Texts of an archive to the values of a facet: split, freed of what the rule drops, and spelled alike. Safe for use by several threads at
/// once.
/// </summary>
internal sealed class FacetNormalizer
{
    private const int LongestRemembered = 200;
    private const int LongestName = 40;
    private const int MostWordsOfAName = 5;
    private const string OtherPrefix = "Other";

    private readonly TextCache<IReadOnlyList<FacetEntry>> _entries;

    /// <summary>Normalises by a rule.</summary>
    /// <param name="rule">The facet.</param>
    /// <param name="spellings">How the archive spells its values; nothing is known of that while its files are still being read.</param>
    public FacetNormalizer(FacetRule rule, FacetSpellings? spellings = null)
    {
        (Rule, Spellings) = (rule, spellings ?? FacetSpellings.Unknown);
        _entries = new TextCache<IReadOnlyList<FacetEntry>>(LongestRemembered, Read);
    }

    public FacetRule Rule { get; }

    public FacetSpellings Spellings { get; }

    /// <summary>The values of a text, of this facet and of the one below.</summary>
    public IReadOnlyList<FacetEntry> Entries(string text) => _entries.Of(text);

    /// <summary>Whether a text is to be searched beside being a value: it is too long for one, or says more than the value.</summary>
    public bool IsProse(string text)
        => Rule.Vocabulary is { } vocabulary && Rule.Unlisted != UnlistedValues.Keep
            ? !IsValue(text, vocabulary)
            : text.Length > Rule.MaxLength && ValueOf(text).Length > Rule.MaxLength;

    /// <summary>Whether a text is a name that the rule's list of names does not have.</summary>
    public bool IsUnlistedName(string text)
        => Rule.Vocabulary is { } vocabulary && Rule.Unlisted == UnlistedValues.Names
            && vocabulary.Whole(ValueOf(text)) is null && !IsAlias(text) && vocabulary.Within(text).Count == 0;

    /// <summary>Whether a text should be a number and is none that can be read.</summary>
    public bool IsUnreadable(string text)
        => Rule.IsOfNumbers && ValueOf(text) is { Length: > 0 } value && !TryRead(value, out _);

    /// <summary>The number of a value. For a range it is rounded; where each number is a value of its own, nothing is.</summary>
    private bool TryRead(string value, out long number)
        => Rule.Ranges is null ? NumberText.TryRead(value, out number) : NumberText.TryRound(value, out number);

    private IReadOnlyList<FacetEntry> Read(string text)
    {
        if (Placeholders.IsNoValue(text) && Rule.Vocabulary?.Whole(text) is null && !IsAlias(text))
        {
            return [];
        }

        var parts = Rule.Split switch
        {
            null => [text],
            FacetRule.SplitPeople => People.Names(text),
            var split => text.Split(split, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
        };
        return [.. parts.SelectMany(ReadOne).Distinct()];
    }

    private IEnumerable<FacetEntry> ReadOne(string text)
    {
        var value = ValueOf(text);
        if (Rule.IsOfNumbers)
        {
            return TryRead(value, out var number) ? OfNumber(number) : [];
        }

        if (Rule.Vocabulary is not { } vocabulary)
        {
            return Own(value, Rule.Definition);
        }

        if (vocabulary.Whole(value) is { } whole)
        {
            return OfVocabulary(whole);
        }

        var within = Rule.FindsWithin && value.Length > 0 ? vocabulary.Within(text) : [];
        return within.Count > 0 ? within.SelectMany(OfVocabulary)
            : IsUnlistedValue(value) || IsAlias(text) ? Own(value, Rule.Below ?? Rule.Definition)
            : [];
    }

    private IEnumerable<FacetEntry> OfNumber(long number)
    {
        var text = number.ToString(CultureInfo.InvariantCulture);
        return Rule.Ranges is { } ranges
            ? [new FacetEntry(Rule.Definition.Field, ranges.Of(number)), new FacetEntry(Rule.Below!.Field, text)]
            : [new FacetEntry(Rule.Definition.Field, text)];
    }

    private IEnumerable<FacetEntry> OfVocabulary(VocabularyValue value)
        => value.Under is null || Rule.Below is null
            ? [new FacetEntry(Rule.Definition.Field, value.Value)]
            : [new FacetEntry(Rule.Definition.Field, value.Under), new FacetEntry(Rule.Below.Field, value.Value)];

    private IEnumerable<FacetEntry> Own(string value, FacetDefinition facet)
    {
        var written = Rule.Case switch
        {
            FacetCase.Lower => value.ToLowerInvariant(),
            FacetCase.Upper => value.ToUpperInvariant(),
            _ => value,
        };
        return value.Length == 0 || value.Length > Rule.MaxLength ? []
            : Spellings.Paths is { } paths ? paths.Of(written).Select(one => new FacetEntry(facet.Field, one))
            : [new FacetEntry(facet.Field, written)];
    }

    private bool IsValue(string text, FacetVocabulary vocabulary)
    {
        var value = ValueOf(text);
        return vocabulary.Whole(value) is not null
            || IsAlias(text)
            || (IsUnlistedValue(value) && !(Rule.FindsWithin && vocabulary.Within(text).Count > 0));
    }

    private bool IsUnlistedValue(string value) => Rule.Unlisted switch
    {
        UnlistedValues.Keep => true,
        UnlistedValues.Names => IsName(value) && Spellings.CommonNames?.Contains(Wording.Normalize(value)) != false,
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
        return Rule.Aliases.Any(alias => alias.Spelling.Matches(normalized));
    }

    /// <summary>The value that a text stands for: without remarks, by the aliases of the rule, in the spelling of most files.</summary>
    private string ValueOf(string text)
    {
        var value = WithoutRemarks(text);
        if (Rule.Aliases.Count == 0 && Spellings.MostFrequent.Count == 0)
        {
            return value;
        }

        var normalized = Wording.Normalize(value);
        foreach (var (spelling, meant) in Rule.Aliases)
        {
            if (spelling.Matches(normalized))
            {
                return meant;
            }
        }

        return Spellings.MostFrequent.GetValueOrDefault(normalized, value);
    }

    /// <summary>A text without blanks around it, without <c>Other:</c>, and where the rule says so without parentheses.</summary>
    private string WithoutRemarks(string text)
    {
        var value = Wording.Display(text).Trim();
        var rest = value.StartsWith(OtherPrefix, StringComparison.OrdinalIgnoreCase) ? value.AsSpan(OtherPrefix.Length).TrimStart() : "";
        if (rest.StartsWith(":"))
        {
            value = rest.TrimStart(':').Trim().ToString();
        }

        return Rule.DropParentheses ? WithoutParentheses(value) : value;
    }

    /// <summary>Drops from each <c>(</c> to the <c>)</c> that belongs to it, or to the end; never the whole value.</summary>
    private static string WithoutParentheses(string value)
    {
        if (!value.Contains('(', StringComparison.Ordinal))
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
