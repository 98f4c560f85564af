using ProposalSearch.Analysis.Recognition;
using ProposalSearch.Proposals.Sources;

namespace ProposalSearch.Indexing;

/// <summary>Which language the texts of a record are written in.</summary>
internal static class RecordLanguage
{
    /// <summary>What they tell.</summary>
    public static WrittenIn Of(SourceRecord record)
    {
        var teller = new LanguageTeller();
        if (record.Body is { } body)
        {
            teller.Add(body.Text);
        }

        foreach (var entry in record.Entries)
        {
            Add(teller, entry.Value);
        }

        return teller.Tell();
    }

    private static void Add(LanguageTeller teller, SourceValue value)
    {
        switch (value)
        {
            case SourceText text:
                teller.Add(text.Text);
                break;
            case SourceList list:
                foreach (var item in list.Items)
                {
                    Add(teller, item);
                }

                break;
            case SourceMap map:
                foreach (var entry in map.Entries)
                {
                    Add(teller, entry.Value);
                }

                break;
        }
    }
}
