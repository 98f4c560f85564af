using System.Globalization;
using ProposalSearch.Analysis.Forms;
using ProposalSearch.Analysis.Recognition;
using ProposalSearch.Proposals.Schema;
using ProposalSearch.Proposals.Sources;
using ProposalSearch.Search;

namespace ProposalSearch.Indexing;

/// <summary>The language that an archive's words are brought to their stems in, and why that one.</summary>
/// <param name="Language">The language.</param>
/// <param name="Reason">A clause for the report, such as <c>told from the texts' function words</c>.</param>
internal sealed record ArchiveLanguage(ILanguage Language, string Reason)
{
    private const int FewestOthers = 20;

    /// <summary>The language that somebody named; <see langword="null"/> where nobody did.</summary>
    /// <exception cref="SourceUnavailableException">There is no such language, or the backend does not know it.</exception>
    public static ArchiveLanguage? Named(IndexingOptions options, ProposalSchema schema, SearchBackend backend)
    {
        var (code, where, reason) = options.Language is { Length: > 0 } option ? (option, "The language is", "as asked for")
            : schema.Language is { } own
                ? (own.Code, Invariant($"{options.Schema}:{own.Line}: 'language' is"), "as the schema says")
                : ("", "", "");
        return code.Length == 0 ? null
            : LanguageCodes.Find(code, backend.Languages) is { } language ? new ArchiveLanguage(language, reason)
            : throw new SourceUnavailableException(
                $"{where} '{code}', which the backend '{backend.Name}' does not know. It may be {Listed(backend.Languages)}; "
                    + "or leave it out, and the texts tell.");
    }

    /// <summary>
    /// The language of most of the text; English where the texts tell none, and no language where the backend does not know theirs.
    /// </summary>
    public static ArchiveLanguage Told(IEnumerable<WrittenIn> texts, SearchBackend backend)
    {
        var sizes = texts.Where(static text => text.Code.Length > 0)
            .GroupBy(static text => text.Code, static text => (long)text.Characters, StringComparer.Ordinal)
            .Select(static same => (Code: same.Key, Size: same.Sum()))
            .OrderByDescending(static told => told.Size)
            .ThenBy(static told => told.Code, StringComparer.Ordinal)
            .ToList();
        if (sizes.Count == 0)
        {
            return new ArchiveLanguage(BuiltInLanguages.English, "the texts tell no other");
        }

        var shares = Shares(sizes);
        return Find(sizes[0].Code, backend) is { } language
            ? new ArchiveLanguage(language, $"told from the texts' function words{shares}")
            : new ArchiveLanguage(
                BuiltInLanguages.None,
                $"the texts are {LanguageTeller.NameOf(sizes[0].Code)}{shares}, of which the backend '{backend.Name}' has no stems: "
                    + "words are found as they are written");
    }

    /// <summary>English is everybody's: of an archive in English no other language is loaded.</summary>
    private static ILanguage? Find(string code, SearchBackend backend) =>
        code == BuiltInLanguages.English.Code ? BuiltInLanguages.English : LanguageCodes.Find(code, backend.Languages);

    /// <summary>Nothing where all is in one language, else what is in which.</summary>
    private static string Shares(List<(string Code, long Size)> sizes)
    {
        var all = sizes.Sum(static told => told.Size);
        var shown = sizes.Where(told => told.Size * FewestOthers >= all)
            .Select(told => Invariant($"{LanguageTeller.NameOf(told.Code)} {told.Size * 100 / all} %"));
        return sizes[0].Size * FewestOthers > all * (FewestOthers - 1) ? "" : $"; of the text {string.Join(", ", shown)}";
    }

    private static string Listed(IReadOnlyList<ILanguage> known) => string.Join(", ", known.Select(static language =>
        $"{language.Code} ({(language == BuiltInLanguages.None ? "no language: words as they are written" : language.Name)})"));

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
