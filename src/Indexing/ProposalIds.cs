using System.Globalization;
using ProposalSearch.Proposals;
using ProposalSearch.Proposals.Mapping;
using ProposalSearch.Proposals.Schema;
using ProposalSearch.Proposals.Sources;

namespace ProposalSearch.Indexing;

/// <summary>The ids of records: a key that the schema names, or the path, with a key or a number where a file holds many.</summary>
internal static class ProposalIds
{
    /// <summary>The ids of the records of one file, in their order.</summary>
    public static string[] Of(IReadOnlyList<SourceRecord> records, ProposalSchema schema)
    {
        var ids = new string[records.Count];
        var own = records.Count > 0 && records[0].Number is not null ? OwnNames(records, schema.RecordIds) : null;
        for (var at = 0; at < ids.Length; at++)
        {
            var record = records[at];
            var suffix = own?[at] ?? record.Number?.ToString(CultureInfo.InvariantCulture);
            ids[at] = Named(record, schema.Ids) ?? (suffix is null ? record.IdStem : $"{record.IdStem}/{suffix}");
        }

        return ids;
    }

    /// <summary>The values of the first key that all records have, each another; or <see langword="null"/>.</summary>
    private static string[]? OwnNames(IReadOnlyList<SourceRecord> records, IReadOnlyList<KeyPattern> keys)
    {
        foreach (var key in keys)
        {
            var names = records.Select(record => ValueOf(record, key)).ToArray();
            if (Array.TrueForAll(names, static name => name is not null) && names.Distinct(StringComparer.Ordinal).Count() == names.Length)
            {
                return names!;
            }
        }

        return null;
    }

    private static string? Named(SourceRecord record, IReadOnlyList<KeyPattern> keys)
        => keys.Select(key => ValueOf(record, key)).FirstOrDefault(static value => value is not null);

    private static string? ValueOf(SourceRecord record, KeyPattern key)
    {
        foreach (var entry in record.Entries)
        {
            if (entry.Value is SourceText && key.Matches(Wording.Normalize(entry.Key)))
            {
                var name = AnswerText.CleanLine(ValueText.Of(entry.Value)).Replace(' ', '-').Trim('/');
                return name.Length == 0 ? null : name;
            }
        }

        return null;
    }
}
