using System.Buffers;

namespace ProposalSearch.Proposals.Schema;

/// <summary>A facet of a schema file to a <see cref="FacetRule"/>.</summary>
internal static class FacetReader
{
    private static readonly string[] Keys =
    [
        "label", "type", "keys", "flags", "answer", "parentheses", "case", "split", "max_length", "aliases", "values", "find", "unlisted",
        "optional", "below", "ranges", "levels", "within",
    ];

    private const int DefaultLength = 80;

    private const string NoLevels = "off";

    private static readonly SearchValues<char> NameCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789_");

    /// <summary>What the field of a number's ranges has after that of the number.</summary>
    public const string RangeSuffix = "_range";

    public static FacetRule Read(string field, SchemaNode node, SchemaFaults faults)
    {
        node.AllowOnly(Keys);
        CheckName(field, node.Line, faults);
        var isNumber = node.Choice("type", ("text", false), ("number", true));
        var label = node.Text("label") ?? Wording.Label(field);
        var ranges = NumberRangesReader.Read(node, isNumber, faults);
        var vocabulary = new VocabularyReader(node, faults);
        var within = Within(node, field, faults);
        var rule = new FacetRule
        {
            Definition = new FacetDefinition(field, label, isNumber ? FacetType.Number : FacetType.Text) { IsListed = within is null },
            Below = ranges is null ? Below(node, vocabulary, faults) : null,
            Vocabulary = vocabulary.Read(node.Words("optional")),
            FindsWithin = node.Choice("find", ("whole", false), ("within", true)),
            Unlisted = node.Choice(
                "unlisted", ("keep", UnlistedValues.Keep), ("names", UnlistedValues.Names), ("drop", UnlistedValues.Drop)),
            Keys = node.Patterns("keys"),
            Flags = Pairs(node.Texts("flags")),
            Answer = node.Choice("answer", ("always", FacetAnswer.Always), ("prose", FacetAnswer.Prose), ("never", FacetAnswer.Never)),
            DropParentheses = node.Choice("parentheses", ("keep", false), ("drop", true)),
            Case = node.Choice("case", ("keep", FacetCase.Keep), ("lower", FacetCase.Lower), ("upper", FacetCase.Upper)),
            Split = node.Text("split"),
            Separator = Levels(node) is { } levels and not NoLevels ? PathSeparator.Of(levels) : null,
            HasNoPaths = Levels(node) == NoLevels,
            Within = within,
            MaxLength = node.Number(
                "max_length",
                DefaultLength,
                static length => length > 0,
                $"it must be a whole number above 0, or be left out for {DefaultLength}"),
            Aliases = Pairs(node.Texts("aliases")),
        };
        return ranges is null ? rule : rule.CountedIn(field + RangeSuffix, ranges);
    }

    private static FacetDefinition? Below(SchemaNode node, VocabularyReader vocabulary, SchemaFaults faults)
    {
        var below = node.Child("below");
        below.AllowOnly("field", "label");
        if (below.Text("field") is { } field)
        {
            CheckName(field, below.LineOf("field"), faults);
            return new FacetDefinition(field, below.Text("label") ?? Wording.Label(field), FacetType.Text);
        }

        if (vocabulary.HasLevels)
        {
            const string Fault = "'values' has values below others, but the facet has no 'below' that names their facet";
            faults.Add(node.LineOf("values"), $"{Fault}: add 'below: {{field: neighborhood, label: Neighborhood}}'.");
        }

        return null;
    }

    private static string? Levels(SchemaNode node) => node.Text("levels") is { } levels && levels.Trim().Length > 0 ? levels : null;

    private static string? Within(SchemaNode node, string field, SchemaFaults faults)
    {
        var within = node.Text("within");
        if (within == field)
        {
            faults.Add(node.LineOf("within"), $"The facet '{field}' is within itself: name the facet that its values are part of.");
        }
        else if (within is not null)
        {
            CheckName(within, node.LineOf("within"), faults);
        }

        return within == field ? null : within;
    }

    private static void CheckName(string field, int? line, SchemaFaults faults)
    {
        if (field.Length == 0 || field.AsSpan().ContainsAnyExcept(NameCharacters))
        {
            const string Fault = "has a name with other characters than small letters, digits and '_': it stands in addresses.";
            faults.Add(line, $"The facet '{field}' {Fault}");
        }
    }

    private static List<(KeyPattern Key, string Value)> Pairs(IReadOnlyList<(string Key, string Value)> texts)
        => [.. texts.Select(static text => (new KeyPattern(text.Key), text.Value))];
}
