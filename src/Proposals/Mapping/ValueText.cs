using System.Collections.Frozen;
using ProposalSearch.Proposals.Sources;

namespace ProposalSearch.Proposals.Mapping;

/// <summary>The text of a value.</summary>
internal static class ValueText
{
    /// <summary>Keys whose values nobody reads in the middle of a text.</summary>
    private static readonly FrozenSet<string> ForPrograms = WordSet.IgnoringCase("id _id uuid guid slug");

    /// <summary>A text cleaned; the items of a list on a line each; a mapping as <c>key: value</c> lines, but for ids.</summary>
    public static string Of(SourceValue value) => value switch
    {
        SourceText text => Emphasis.Without(AnswerText.Clean(text.Text)),
        SourceList { Items.Count: 1 } list => Of(list.Items[0]),
        SourceList list => string.Join('\n', list.Items.Select(Of).Where(static item => item.Length > 0)),
        SourceMap map => string.Join('\n', map.Entries.Where(static entry => !ForPrograms.Contains(entry.Key))
            .Select(static entry => (entry.Key, Text: Of(entry.Value)))
            .Where(static entry => entry.Text.Length > 0)
            .Select(static entry => $"{entry.Key}: {entry.Text}")),
        _ => "",
    };

    /// <summary>The texts of a value: its own, or those of the items of a list.</summary>
    public static IEnumerable<string> Items(SourceValue value) => value switch
    {
        SourceList list => list.Items.SelectMany(Items),
        _ => Of(value) is { Length: > 0 } text ? [text] : [],
    };

    /// <summary>The text of those items that a predicate picks, on a line each.</summary>
    public static string Of(SourceValue value, Func<string, bool> picks) => string.Join('\n', Items(value).Where(picks));

    /// <summary>Whether a text is words to read, rather than a name or a mark such as <c>N/A</c>.</summary>
    public static bool IsProse(string text) => text.Count(static character => character is ' ' or '\n') >= 2;
}
