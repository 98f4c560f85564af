using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ProposalSearch.Analysis.Forms;
using ProposalSearch.Languages;
using ProposalSearch.Retrieval;
using ProposalSearch.Retrieval.Documents;

namespace ProposalSearch.Backends.Lucene.Storing;

/// <summary>
/// What a commit says of the index, as Lucene's own user data: <c>proposalsearch</c> = version of this format, the settings by name,
/// <c>language</c> = the language of the texts by BCP 47 where it is not English, <c>content</c> = the digests of all documents added
/// up, and for each blob <c>blob.NAME</c> = its file, and <c>digest.NAME</c> = a digest of its bytes unless they are
/// <see cref="IndexBlob.IsHistory"/>.
/// </summary>
/// <param name="Settings">How it was made.</param>
/// <param name="Content">The digests of all documents, added up: <see cref="ContentDigest"/>.</param>
/// <param name="Blobs">Files of blobs by name.</param>
/// <param name="BlobDigests">Digests of blobs by name.</param>
internal sealed record CommitData(
    IndexSettings Settings, UInt128 Content, IReadOnlyDictionary<string, string> Blobs, IReadOnlyDictionary<string, string> BlobDigests)
{
    /// <summary>The version that is written and read.</summary>
    public const int Version = 2;

    private const string VersionKey = "proposalsearch";
    private const string ContentKey = "content";
    private const string BlobKey = "blob.";
    private const string LanguageKey = "language";
    private const string DigestKey = "digest.";
    private const int BuildBytes = 8;
    private const string Yes = "yes";

    /// <summary>Names what is in the index, not how it came about: 16 hexadecimal digits.</summary>
    public string Build
    {
        get
        {
            var named = Write().Where(pair => !pair.Key.StartsWith(BlobKey, StringComparison.Ordinal))
                .Select(pair => $"{pair.Key}={pair.Value}\n");
            byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(named)));
            return Convert.ToHexStringLower(hash.AsSpan(0, BuildBytes));
        }
    }

    /// <summary>The digest of a blob's bytes.</summary>
    public static string DigestOf(IndexBlob blob) => Convert.ToHexStringLower(SHA256.HashData(blob.Bytes.Span));

    /// <summary>Whether an index of this was made with some settings, for its own language.</summary>
    public bool IsMadeWith(IndexSettings settings)
    {
        if (Settings.Analysis.Language is var language && language != settings.Analysis.Language)
        {
            settings = settings with { Analysis = AnalysisOptions.Of(language) };
        }

        static IEnumerable<KeyValuePair<string, string>> Plain(CommitData data) =>
            (data with { Content = 0, Blobs = Empty, BlobDigests = Empty }).Write();
        return Plain(this).SequenceEqual(Plain(this with { Settings = settings }));
    }

    private static Dictionary<string, string> Empty { get; } = [];

    /// <summary>As user data, in an order that depends on nothing else.</summary>
    public IDictionary<string, string> Write()
    {
        var data = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            [VersionKey] = Text(Version),
            [ContentKey] = Content.ToString("x32", CultureInfo.InvariantCulture),
            ["forms"] = Text((int)Settings.Forms),
            ["gap"] = Text(Settings.SectionGap),
            ["weights"] = string.Join(',', Settings.SectionWeights.Select(Text)),
            ["fold"] = Text(Settings.Analysis.FoldAccents),
            ["stem"] = Text(Settings.Analysis.Stem),
            ["stop"] = Text(Settings.Analysis.StopWords),
        };
        if (Settings.Analysis.Language != BuiltInLanguages.English)
        {
            data[LanguageKey] = Settings.Analysis.Language.Code;
        }

        foreach (var (name, file) in Blobs)
        {
            data[BlobKey + name] = file;
        }

        foreach (var (name, digest) in BlobDigests)
        {
            data[DigestKey + name] = digest;
        }

        return data;
    }

    /// <summary>Reads user data.</summary>
    /// <exception cref="IndexUnavailableException">It is of another version, or not ours.</exception>
    public static CommitData Read(IDictionary<string, string> data, string folder)
    {
        if (!data.TryGetValue(VersionKey, out var version) || version != Text(Version))
        {
            throw LuceneErrors.OtherVersion(folder, $"its version is \"{version ?? "none"}\", and {Version} is expected");
        }

        var settings = new IndexSettings
        {
            Forms = (TermForms)Number(data["forms"]),
            SectionGap = Number(data["gap"]),
            SectionWeights = [.. data["weights"].Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Number)],
            Analysis = new AnalysisOptions
            {
                Language = ReadLanguage(data, folder),
                FoldAccents = data["fold"] == Yes,
                Stem = data["stem"] == Yes,
                StopWords = data["stop"] == Yes,
            },
        };
        var content = UInt128.Parse(data[ContentKey], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return new CommitData(settings, content, FilesOfBlobs(data), Beginning(data, DigestKey));
    }

    private static ILanguage ReadLanguage(IDictionary<string, string> data, string folder) =>
        !data.TryGetValue(LanguageKey, out var code) ? BuiltInLanguages.English
            : KnownLanguages.All.FirstOrDefault(known => known.Code == code)
                ?? throw LuceneErrors.OtherVersion(folder, $"its language is \"{code}\", which this program does not know");

    /// <summary>The files of blobs that user data names, whatever its version.</summary>
    public static Dictionary<string, string> FilesOfBlobs(IDictionary<string, string> data) => Beginning(data, BlobKey);

    private static Dictionary<string, string> Beginning(IDictionary<string, string> data, string beginning) => data
        .Where(pair => pair.Key.StartsWith(beginning, StringComparison.Ordinal))
        .ToDictionary(pair => pair.Key[beginning.Length..], pair => pair.Value, StringComparer.Ordinal);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Text(bool value) => value ? Yes : "no";

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
