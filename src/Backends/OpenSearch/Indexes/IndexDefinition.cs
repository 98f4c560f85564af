using System.Text.Json;
using ProposalSearch.Backends.OpenSearch.Cluster;
using ProposalSearch.Retrieval.Documents;

namespace ProposalSearch.Backends.OpenSearch.Indexes;

/// <summary>
/// The settings and the mapping of an index. A text matches with its frequency as score (<c>scripted</c> similarity): what a frequency is
/// worth is computed by <see cref="Queries.ScoreScript"/> from what the whole index says, so that it is the same on any number of shards.
/// </summary>
internal static class IndexDefinition
{
    private const string Counted = "counted";
    private const string Placed = "placed";
    private const string Any = "any";
    private const string Phrase = "phrase";
    private const string Frequency = "frequency";

    /// <summary>Characters of a token at most: as many as the server takes.</summary>
    private const int LongestToken = 1 << 20;

    /// <summary>Fields beside the columns, with room to spare.</summary>
    private const int OtherFields = 100;

    /// <summary>Columns that may be added to an index that is there.</summary>
    public const int MostNewColumns = OtherFields / 2;

    /// <summary>The body of the request that makes an index.</summary>
    public static ReadOnlyMemory<byte> Write(IndexMark mark, int shards) => JsonBody.Object(body =>
    {
        body.Member("settings", settings => settings.Member("index", index =>
        {
            index.WriteNumber("number_of_shards", shards);
            index.WriteNumber("number_of_replicas", 0);
            index.WriteString("refresh_interval", "-1");
            index.WriteNumber("mapping.total_fields.limit", mark.Columns.Count + OtherFields);
            index.Member("similarity", similarity => similarity.Member(Frequency, one =>
            {
                one.WriteString("type", "scripted");
                one.Member("script", script => script.WriteString("source", "return query.boost * doc.freq;"));
            }));
            index.Member("analysis", WriteAnalysis);
        }));
        body.Member("mappings", mappings => WriteMapping(mappings, mark));
    });

    private static void WriteAnalysis(Utf8JsonWriter analysis)
    {
        analysis.Member("tokenizer", tokenizers => tokenizers.Member("blanks", blanks =>
        {
            blanks.WriteString("type", "whitespace");
            blanks.WriteNumber("max_token_length", LongestToken);
        }));
        analysis.Member("filter", filters =>
        {
            filters.Member("counts", filter =>
            {
                filter.WriteString("type", "delimited_term_freq");
                filter.WriteString("delimiter", Fields.Apart.ToString());
            });
            WriteCapture(filters, "forms", @"(\d+([sx][^|]+))");
            WriteCapture(filters, "alternatives", "([^|]+)");
            filters.Member("gaps", filter =>
            {
                filter.WriteString("type", "stop");
                filter.Member("stopwords", [Fields.AnyWord]);
            });
        });
        analysis.Member("analyzer", analyzers =>
        {
            WriteAnalyzer(analyzers, Counted, "counts");
            WriteAnalyzer(analyzers, Placed, "forms");
            WriteAnalyzer(analyzers, Any, "alternatives");
            WriteAnalyzer(analyzers, Phrase, "gaps");
        });
    }

    private static void WriteCapture(Utf8JsonWriter filters, string name, string pattern) => filters.Member(name, filter =>
    {
        filter.WriteString("type", "pattern_capture");
        filter.WriteBoolean("preserve_original", false);
        filter.Member("patterns", [pattern]);
    });

    private static void WriteAnalyzer(Utf8JsonWriter analyzers, string name, string filter) => analyzers.Member(name, analyzer =>
    {
        analyzer.WriteString("type", "custom");
        analyzer.WriteString("tokenizer", "blanks");
        analyzer.Member("filter", [filter]);
    });

    private static void WriteMapping(Utf8JsonWriter mappings, IndexMark mark)
    {
        mappings.WriteString("dynamic", "strict");

        // Else the server keeps the whole text of each item for a copy that lags behind, which is as large as all the rest.
        mappings.Member("_source", source =>
        {
            source.Member("includes", [Fields.Record]);
            source.WriteBoolean("recovery_source_enabled", false);
        });
        mark.Write(mappings);
        mappings.Member("properties", properties =>
        {
            properties.Member(Fields.Terms, field =>
            {
                WriteText(field, Counted, Any);
                field.WriteString("index_options", "freqs");
            });
            properties.Member(Fields.Places, field =>
            {
                WriteText(field, Placed, Phrase);
                field.WriteNumber("position_increment_gap", mark.Settings.SectionGap);
            });
            properties.Member(Fields.Length, field => WriteNumber(field, "integer", isIndexed: false));
            properties.Member(Fields.Number, field => WriteNumber(field, "integer", isIndexed: true));
            properties.Member(Fields.Id, field => field.WriteString("type", "keyword"));
            properties.Member(Fields.Digest, field =>
            {
                field.WriteString("type", "keyword");
                field.WriteBoolean("index", false);
            });
            properties.Member(Fields.Record, field => field.WriteString("type", "binary"));
            WriteColumns(properties, mark, first: 0);
        });
    }

    /// <summary>The body of the request that adds columns to an index.</summary>
    /// <param name="mark">What the index says of itself, the new columns among it.</param>
    /// <param name="first">The number of the first new column.</param>
    public static ReadOnlyMemory<byte> WriteColumns(IndexMark mark, int first) => JsonBody.Object(body =>
        body.Member("properties", properties => WriteColumns(properties, mark, first)));

    /// <summary>The body of the request that makes an index of another one.</summary>
    public static ReadOnlyMemory<byte> WriteClone(IndexMark mark) => JsonBody.Object(body =>
        body.Member("settings", settings =>
        {
            settings.WriteNumber("index.number_of_replicas", 0);
            settings.WriteNumber("index.mapping.total_fields.limit", mark.Columns.Count + OtherFields);
            settings.WriteNull("index.blocks.write");
        }));

    private static void WriteColumns(Utf8JsonWriter properties, IndexMark mark, int first)
    {
        for (int column = first; column < mark.Columns.Count; column++)
        {
            bool isText = mark.Columns[column].Kind == ColumnKind.Text;
            properties.Member(Fields.Column(column), field => WriteColumn(field, isText));
        }
    }

    private static void WriteText(Utf8JsonWriter field, string analyzer, string searched)
    {
        field.WriteString("type", "text");
        field.WriteString("analyzer", analyzer);
        field.WriteString("search_analyzer", searched);
        field.WriteString("similarity", Frequency);
        field.WriteBoolean("norms", false);
    }

    private static void WriteColumn(Utf8JsonWriter field, bool isText)
    {
        if (isText)
        {
            field.WriteString("type", "keyword");
        }
        else
        {
            WriteNumber(field, "long", isIndexed: false);
        }
    }

    private static void WriteNumber(Utf8JsonWriter field, string type, bool isIndexed)
    {
        field.WriteString("type", type);
        field.WriteBoolean("index", isIndexed);
    }
}
