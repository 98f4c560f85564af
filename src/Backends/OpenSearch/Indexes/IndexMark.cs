using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ProposalSearch.Analysis.Forms;
using ProposalSearch.Backends.OpenSearch.Cluster;
using ProposalSearch.Languages;
using ProposalSearch.Retrieval.Documents;

namespace ProposalSearch.Backends.OpenSearch.Indexes;

/// <summary>
/// What an index says of itself, in the <c>_meta</c> of its mapping. An index without it is somebody else's: it is neither read nor
/// touched. It is written twice: when the index is made, and whole when it is published.
/// </summary>
/// <param name="Alias">The alias that the index was made for.</param>
/// <param name="Settings">How it was made.</param>
/// <param name="Columns">Its columns; the field of the n-th is <see cref="Fields.Column"/> of n.</param>
internal sealed record IndexMark(string Alias, IndexSettings Settings, IReadOnlyList<IndexColumn> Columns)
{
    /// <summary>The version that is written and read: of the mapping, the tokens and the bytes of documents.</summary>
    public const int Version = 2;

    private const string Name = "proposalsearch";
    private const string TextColumn = "t:";
    private const string NumberColumn = "n:";

    private readonly Dictionary<IndexColumn, int> _numbers = Columns.Index()
        .GroupBy(column => column.Item).ToDictionary(columns => columns.Key, columns => columns.First().Index);

    private const int BuildBytes = 8;

    /// <summary>When it was published; <see langword="null"/> while it is made.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>Who makes it; <see langword="null"/> where it is published, or made of a published one.</summary>
    public WriterMark? Writer { get; init; }

    /// <summary>Names its content: 16 hexadecimal digits.</summary>
    public string Build { get; init; } = "";

    /// <summary>The digests of all documents, added up: <see cref="ContentDigest"/>.</summary>
    public UInt128 Content { get; init; }

    /// <summary>Documents.</summary>
    public long Documents { get; init; }

    /// <summary>Documents that have words.</summary>
    public long DocumentsWithWords { get; init; }

    /// <summary>Words of all documents, stop words left out, weighted by section.</summary>
    public long WeightedWords { get; init; }

    /// <summary>Words of all documents.</summary>
    public long Words { get; init; }

    /// <summary>Distinct terms, stemmed and exact ones.</summary>
    public long Terms { get; init; }

    /// <summary>What it keeps beside its documents.</summary>
    public IReadOnlyList<KeptBlob> Blobs { get; init; } = [];

    /// <summary>Words of a document on average, as scores need it.</summary>
    public float AverageLength => DocumentsWithWords == 0 ? 1 : (float)(WeightedWords / (double)DocumentsWithWords);

    /// <summary>The mark of an index that is begun, with the columns in an order that depends on nothing else.</summary>
    public static IndexMark Of(string alias, IndexSettings settings, IReadOnlyList<IndexColumn> columns) => new(
        alias, settings,
        [.. columns.Distinct().OrderBy(column => column.Kind).ThenBy(column => column.Name, StringComparer.Ordinal)]);

    /// <summary>The number of a column; <see langword="null"/> where there is none of this name and kind.</summary>
    public int? NumberOf(string column, ColumnKind kind) =>
        _numbers.TryGetValue(new IndexColumn(column, kind), out int number) ? number : null;

    /// <summary>The same with more columns, after those that it has.</summary>
    public IndexMark With(IEnumerable<IndexColumn> more) => new(Alias, Settings, [.. Columns, .. more])
    {
        PublishedAt = PublishedAt,
        Build = Build,
        Content = Content,
        Documents = Documents,
        DocumentsWithWords = DocumentsWithWords,
        WeightedWords = WeightedWords,
        Words = Words,
        Terms = Terms,
        Blobs = Blobs,
    };

    /// <summary>Whether an index of this was made with some settings, for its own language.</summary>
    public bool IsMadeWith(IndexSettings settings) => Settings.Analysis.Language == settings.Analysis.Language
        ? SaidOf(Settings) == SaidOf(settings)
        : SaidOf(Settings) == SaidOf(settings with { Analysis = AnalysisOptions.Of(Settings.Analysis.Language) });

    /// <summary>The name of its content: of its documents, how it is made, and what it keeps that is not history.</summary>
    public string NameContent()
    {
        var said = new StringBuilder(Content.ToString("x32", CultureInfo.InvariantCulture)).Append('\n')
            .Append(Version.ToString(CultureInfo.InvariantCulture)).Append('\n')
            .Append(SaidOf(Settings)).Append('\n');
        foreach (var blob in Blobs.Where(blob => !blob.IsHistory).OrderBy(blob => blob.Name, StringComparer.Ordinal))
        {
            said.Append(blob.Name).Append('=').Append(blob.Digest).Append('\n');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(said.ToString())).AsSpan(0, BuildBytes));
    }

    /// <summary>Whether a mapping is that of an index of this program, of whatever version.</summary>
    public static bool IsOurs(JsonElement mappings, string alias) => AliasOf(mappings) == alias;

    /// <summary>The alias that an index of this program was made for; <see langword="null"/> where it is another's.</summary>
    public static string? AliasOf(JsonElement mappings) => Find(mappings) is { } mark
        && mark.TryGetProperty("alias", out var alias) && alias.ValueKind == JsonValueKind.String ? alias.GetString() : null;

    /// <summary>The version of an index of this program; <see langword="null"/> where it is another's.</summary>
    public static int? VersionOf(JsonElement mappings) =>
        Find(mappings) is { } mark && mark.TryGetProperty("version", out var version) && version.TryGetInt32(out int number)
            ? number : null;

    /// <summary>When an index of this program was published; <see langword="null"/> where it was not.</summary>
    public static DateTimeOffset? PublishedAtOf(JsonElement mappings) =>
        Find(mappings) is { } mark && mark.TryGetProperty("published", out var published) && published.ValueKind == JsonValueKind.String
            ? DateTimeOffset.Parse(published.GetString()!, CultureInfo.InvariantCulture) : null;

    /// <summary>Who makes an index of this version; <see langword="null"/> where it does not say.</summary>
    public static WriterMark? WriterOf(JsonElement mappings) =>
        VersionOf(mappings) == Version && Find(mappings) is { } mark ? WriterMark.Read(mark) : null;

    /// <summary>Writes the <c>_meta</c>.</summary>
    public void Write(Utf8JsonWriter writer) => writer.Member("_meta", meta => meta.Member(Name, mark =>
    {
        mark.WriteNumber("version", Version);
        mark.WriteString("alias", Alias);
        mark.WriteString("published", PublishedAt?.ToString("O", CultureInfo.InvariantCulture));
        Writer?.Write(mark);
        mark.WriteString("build", Build);
        mark.WriteString("content", Content.ToString("x32", CultureInfo.InvariantCulture));
        mark.WriteNumber("documents", Documents);
        mark.WriteNumber("documents_with_words", DocumentsWithWords);
        mark.WriteNumber("weighted_words", WeightedWords);
        mark.WriteNumber("words", Words);
        mark.WriteNumber("terms", Terms);
        mark.Member("settings", settings => Write(settings, Settings));
        mark.Member("columns", Columns.Select(column => (column.Kind == ColumnKind.Text ? TextColumn : NumberColumn) + column.Name));
        mark.Member("blobs", blobs =>
        {
            foreach (var blob in Blobs)
            {
                blobs.Member(blob.Name, kept =>
                {
                    kept.WriteNumber("bytes", blob.Bytes);
                    kept.WriteNumber("parts", blob.Parts);
                    kept.WriteString("digest", blob.Digest);
                    kept.WriteBoolean("history", blob.IsHistory);
                });
            }
        });
    }));

    /// <summary>Reads the <c>_meta</c> of an index of this version.</summary>
    /// <exception cref="FormatException">Its language is not known.</exception>
    public static IndexMark Read(JsonElement mappings)
    {
        var mark = Find(mappings)!.Value;
        var columns = Texts(mark, "columns").Select(column => new IndexColumn(
            column[TextColumn.Length..], column.StartsWith(TextColumn, StringComparison.Ordinal) ? ColumnKind.Text : ColumnKind.Number));
        return new IndexMark(mark.GetProperty("alias").GetString()!, ReadSettings(mark.GetProperty("settings")), [.. columns])
        {
            PublishedAt = mark.GetProperty("published").GetString() is { } published
                ? DateTimeOffset.Parse(published, CultureInfo.InvariantCulture) : null,
            Build = mark.GetProperty("build").GetString()!,
            Content = UInt128.Parse(
                mark.GetProperty("content").GetString()!, NumberStyles.HexNumber, CultureInfo.InvariantCulture),
            Documents = mark.GetProperty("documents").GetInt64(),
            DocumentsWithWords = mark.GetProperty("documents_with_words").GetInt64(),
            WeightedWords = mark.GetProperty("weighted_words").GetInt64(),
            Words = mark.GetProperty("words").GetInt64(),
            Terms = mark.GetProperty("terms").GetInt64(),
            Blobs =
            [
                .. mark.GetProperty("blobs").EnumerateObject().Select(blob => new KeptBlob(
                    blob.Name, blob.Value.GetProperty("bytes").GetInt64(), blob.Value.GetProperty("parts").GetInt32(),
                    blob.Value.GetProperty("digest").GetString()!, blob.Value.GetProperty("history").GetBoolean())),
            ],
        };
    }

    private static JsonElement? Find(JsonElement mappings) =>
        mappings.ValueKind == JsonValueKind.Object && mappings.TryGetProperty("_meta", out var meta)
            && meta.ValueKind == JsonValueKind.Object && meta.TryGetProperty(Name, out var mark) && mark.ValueKind == JsonValueKind.Object
            ? mark : null;

    private static string SaidOf(IndexSettings settings) =>
        Encoding.UTF8.GetString(JsonBody.Object(writer => Write(writer, settings)).Span);

    private static void Write(Utf8JsonWriter writer, IndexSettings settings)
    {
        writer.WriteString("language", settings.Analysis.Language.Code);
        writer.WriteBoolean("fold", settings.Analysis.FoldAccents);
        writer.WriteBoolean("stem", settings.Analysis.Stem);
        writer.WriteBoolean("stop", settings.Analysis.StopWords);
        writer.WriteNumber("forms", (int)settings.Forms);
        writer.WriteNumber("gap", settings.SectionGap);
        writer.WriteStartArray("weights");
        foreach (int weight in settings.SectionWeights)
        {
            writer.WriteNumberValue(weight);
        }

        writer.WriteEndArray();
    }

    private static IndexSettings ReadSettings(JsonElement settings)
    {
        string code = settings.GetProperty("language").GetString()!;
        return new IndexSettings
        {
            Forms = (TermForms)settings.GetProperty("forms").GetInt32(),
            SectionGap = settings.GetProperty("gap").GetInt32(),
            SectionWeights = [.. settings.GetProperty("weights").EnumerateArray().Select(weight => weight.GetInt32())],
            Analysis = new AnalysisOptions
            {
                Language = KnownLanguages.All.FirstOrDefault(known => known.Code == code)
                    ?? throw new FormatException($"its language is \"{code}\", which this program does not know"),
                FoldAccents = settings.GetProperty("fold").GetBoolean(),
                Stem = settings.GetProperty("stem").GetBoolean(),
                StopWords = settings.GetProperty("stop").GetBoolean(),
            },
        };
    }

    private static IEnumerable<string> Texts(JsonElement parent, string name) =>
        parent.GetProperty(name).EnumerateArray().Select(text => text.GetString()!);
}

/// <summary>Bytes that an index keeps beside its documents, in documents of their own.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Bytes">How many there are.</param>
/// <param name="Parts">In how many documents.</param>
/// <param name="Digest">SHA-256 of the bytes, in hexadecimal digits.</param>
/// <param name="IsHistory">Whether they have no part in the name of the content: <see cref="IndexBlob.IsHistory"/>.</param>
internal sealed record KeptBlob(string Name, long Bytes, int Parts, string Digest, bool IsHistory);
