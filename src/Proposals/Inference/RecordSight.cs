using ProposalSearch.Proposals.Mapping;
using ProposalSearch.Proposals.Sources;

namespace ProposalSearch.Proposals.Inference;

/// <summary>What there is to be seen of a record as a whole, whatever its keys mean.</summary>
internal static class RecordSight
{
    private const int BlanksOfASentence = 4;
    private const string SchemaKey = "$schema";

    /// <summary>Looks at a record.</summary>
    public static RecordTraits Of(SourceRecord record)
        => (record.Number is null ? RecordTraits.None : RecordTraits.Numbered)
            | (HasSentence(record) || IsNamedRow(record) ? RecordTraits.Sentence : RecordTraits.None)
            | (IsDataSchema(record) ? RecordTraits.DataSchema : RecordTraits.None)
            | (Signposts.IsOne(record) ? RecordTraits.Signpost : RecordTraits.None);

    /// <summary>A row of a table that has words may name something, whatever its columns are called.</summary>
    private static bool IsNamedRow(SourceRecord record)
        => SourceFormats.TryGet(record.Path, out var format) && format == SourceFormat.Csv
            && record.Entries.Any(static entry => entry.Value is SourceText { Text: var text }
                && text.Contains(' ', StringComparison.Ordinal) && text.Count(char.IsLetter) * 2 > text.Length);

    private static bool HasSentence(SourceRecord record)
        => (record.Body is { } body && (IsSentence(body.Text) || IsHeaded(body)))
            || record.Entries.Any(static entry => HasSentence(entry.Value));

    /// <summary>A text that has a heading and a few words was written for people, however short it is.</summary>
    private static bool IsHeaded(SourceBody body) => HeadingLines.Of(body).Count > 0 && body.Text.AsSpan().Count(' ') > 0;

    private static bool HasSentence(SourceValue value) => value switch
    {
        SourceText text => IsSentence(text.Text),
        SourceList list => list.Items.Any(HasSentence),
        SourceMap map => map.Entries.Any(static entry => HasSentence(entry.Value)),
        _ => false,
    };

    private static bool IsSentence(string text)
        => (text.AsSpan().Count(' ') >= BlanksOfASentence && text.AsSpan().IndexOfAnyInRange('a', 'z') >= 0)
            || (text.Length >= 2 * BlanksOfASentence && text.Any(static letter => letter > '\u0250' && char.IsLetter(letter)));

    /// <summary>A JSON Schema says so in its first key.</summary>
    private static bool IsDataSchema(SourceRecord record)
        => record.Entries.Any(static entry => entry is { Key: SchemaKey, Value: SourceText text }
            && text.Text.Contains("json-schema.org", StringComparison.OrdinalIgnoreCase));
}
