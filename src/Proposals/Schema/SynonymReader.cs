using ProposalSearch.Proposals.Sources;

namespace ProposalSearch.Proposals.Schema;

/// <summary>The part of a schema file about synonyms: for each language, a list of groups and of words with others for them.</summary>
internal static class SynonymReader
{
    private const string Key = "synonyms";
    private const string Off = "none";

    /// <summary>Reads the part on top of another.</summary>
    public static SynonymRules Read(SchemaNode root, SynonymRules under, SchemaFaults faults)
    {
        if (IsOff(root.Entries.FirstOrDefault(static entry => entry.Key == Key).Value))
        {
            return SynonymRules.None;
        }

        var node = root.Child(Key);
        node.AllowOnce();
        var rules = new List<SynonymRule>();
        foreach (var entry in node.Entries)
        {
            if (IsOff(entry.Value))
            {
                under = new([.. under.All.Where(rule => rule.Language != entry.Key)]);
                continue;
            }

            CheckCode(entry, faults);
            rules.AddRange(node.Items(entry.Key).SelectMany(item => Rules(entry, item, faults)));
        }

        return new SynonymRules(rules).Over(under);
    }

    private static bool IsOff(SourceValue? value) => value is SourceText { Text: Off };

    private static void CheckCode(SourceEntry entry, SchemaFaults faults)
    {
        if (entry.Key.Length < 2 || !entry.Key.All(static letter => char.IsAsciiLetter(letter) || letter == '-'))
        {
            faults.Add(entry.Line, $"'{Key}' has '{entry.Key}', which is no code of a language: write 'en:' above the list, or 'es:'.");
        }
    }

    /// <summary>A group finds each other; a word with others finds those, and they do not find it.</summary>
    private static IEnumerable<SynonymRule> Rules(SourceEntry language, SourceValue item, SchemaFaults faults)
    {
        if (item is SourceList group && Texts(group) is { Count: >= 2 } words)
        {
            return words.Select(word => new SynonymRule(language.Key, word, [.. words.Where(other => other != word)]));
        }

        if (item is SourceMap map && map.Entries.All(static entry => entry.Key.Length > 0 && Texts(entry.Value) is not null))
        {
            return map.Entries.Select(entry => new SynonymRule(language.Key, entry.Key.Trim(), Texts(entry.Value)!));
        }

        const string Remedy = "write [older adults, elderly] where each finds the others, 'laptop: [computer]' where one finds the other";
        var line = item is SourceMap { Entries: [var first, ..] } ? first.Line : language.Line;
        faults.Add(line, $"'{Key}' has an item below '{language.Key}' that is no list of two texts or more: {Remedy}.");
        return [];
    }

    /// <summary>A text, or a list of them; <see langword="null"/> for anything else.</summary>
    private static List<string>? Texts(SourceValue value) => value switch
    {
        SourceText text => text.Text.Trim() is { Length: > 0 } one ? [one] : [],
        SourceList list when list.Items.All(static item => item is SourceText { Text: var text } && !string.IsNullOrWhiteSpace(text)) =>
            [.. list.Items.Select(static item => ((SourceText)item).Text.Trim())],
        _ => null,
    };
}
