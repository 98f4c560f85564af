using System.Globalization;
using ProposalSearch.Analysis.Forms;
using ProposalSearch.Languages;
using ProposalSearch.Retrieval;
using ProposalSearch.Retrieval.Documents;

namespace ProposalSearch.Backends.Lucene.Storing;

/// <summary>
/// What a commit says of the index, as Lucene's own user data: <c>proposalsearch</c> = version of this format, the settings by name,
/// <c>language</c> = the language of the texts by BCP 47 where it is not English, and for each blob <c>blob.NAME</c> = its file.
/// </summary>
/// <param name="Settings">How it was made.</param>
/// <param name="Blobs">Files of blobs by name.</param>
internal sealed record CommitData(IndexSettings Settings, IReadOnlyDictionary<string, string> Blobs)
{
    /// <summary>The version that is written and read.</summary>
    public const int Version = 1;

    private const string VersionKey = "proposalsearch";
    private const string BlobKey = "blob.";
    private const string LanguageKey = "language";
    private const string Yes = "yes";

    /// <summary>As user data, in an order that depends on nothing else.</summary>
    public IDictionary<string, string> Write()
    {
        var data = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            [VersionKey] = Text(Version),
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
        return new CommitData(settings, FilesOfBlobs(data));
    }

    private static ILanguage ReadLanguage(IDictionary<string, string> data, string folder) =>
        !data.TryGetValue(LanguageKey, out var code) ? BuiltInLanguages.English
            : KnownLanguages.All.FirstOrDefault(known => known.Code == code)
                ?? throw LuceneErrors.OtherVersion(folder, $"its language is \"{code}\", which this program does not know");

    /// <summary>The files of blobs that user data names, whatever its version.</summary>
    public static Dictionary<string, string> FilesOfBlobs(IDictionary<string, string> data) => data
        .Where(pair => pair.Key.StartsWith(BlobKey, StringComparison.Ordinal))
        .ToDictionary(pair => pair.Key[BlobKey.Length..], pair => pair.Value, StringComparer.Ordinal);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Text(bool value) => value ? Yes : "no";

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
