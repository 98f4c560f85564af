using System.Collections.Frozen;
using ProposalSearch.Proposals.Schema;

namespace ProposalSearch.Proposals.Inference;

/// <summary>
/// What names of keys suggest, in archives that nobody described. A hint is never enough: the values have to look the part.
/// </summary>
internal static class KeyHints
{
    private static readonly FrozenSet<string> Titles = Set("headline", "subject", "grant title", "proposal", "heading");

    private static readonly string[] NamesOfOthers =
    [
        "organi", "first", "last", "full", "contact", "user", "file", "speaker", "author", "applicant", "company", "school", "person", "member", "grantee", "recipient",
        "institution", "district", "city", "country", "state", "layout", "creator", "submitter", "funder", "program", "class", "column", "job", "image",
    ];

    private static readonly FrozenSet<string> Summaries = Set(
        "description", "abstract", "excerpt", "synopsis", "short description", "tldr", "blurb", "teaser", "lead", "purpose", "simple summary");

    private static readonly FrozenSet<string> Dates = Set(
        "date", "created", "created at", "date created", "submitted", "submitted at", "submission date", "date submitted", "published at",
        "publish date", "published", "published on", "posted", "posted at", "launched", "launched at", "launch date", "proposal date", "grant date",
        "award date", "awarded", "start date", "start", "pubdate", "financial year", "fiscal year", "funding year");

    private static readonly FrozenSet<string> Proposers = Set(
        "author", "authors", "applicant", "applicants", "applicant name", "principal investigator", "principal investigators", "pi", "proposer",
        "proposers", "submitted by", "grantee", "grantees", "recipient", "recipients", "recipient name", "recipient organization",
        "institution", "company", "organisation", "university", "lead organization", "applicant organization", "created by", "by", "speaker", "speakers", "speaker name", "presenter", "presenters", "creator", "creators",
        "nominee", "project lead", "champion", "author name", "submitter", "submitter name");

    private static readonly FrozenSet<string> Persons = Set(
        "author", "authors", "applicant", "applicants", "principal investigator", "principal investigators", "pi", "proposer", "proposers",
        "submitted by", "created by", "by", "speaker", "speakers", "speaker name", "presenter", "presenters", "creator", "creators", "nominee", "project lead", "champion",
        "author name", "submitter", "submitter name", "shepherd", "sponsor", "coauthors", "co authors", "editor", "editors", "investigator", "investigators", "contributors", "people", "team");

    private static readonly FrozenSet<string> Labels = Set("label", "labels", "name", "names", "title", "titles", "text");

    private static readonly FrozenSet<string> Names = Set(
        "id", "slug", "uuid", "guid", "orcid", "doi", "uri", "permalink", "layout", "template", "hash", "key", "ref", "reference", "email", "phone", "fax",
        "weight", "sort", "sort order", "body class", "css class", "color", "colour");

    private static readonly FrozenDictionary<string, string> Accounts = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["twitter"] = "https://twitter.com/",
        ["facebook"] = "https://www.facebook.com/",
        ["instagram"] = "https://www.instagram.com/",
        ["github"] = "https://github.com/",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>How good a name for a title a key is, 0 for the best; <see langword="null"/> for none. The name of a person or an organization titles nothing.</summary>
    public static int? TitleRank(string normalized)
        => Titles.Contains(normalized) ? 0
            : normalized.EndsWith(" title", StringComparison.Ordinal) ? 1
            : normalized.EndsWith(" name", StringComparison.Ordinal) && !NamesOfOthers.Any(other => normalized.Contains(other, StringComparison.Ordinal)) ? 2
            : null;

    /// <summary>Whether a key may hold the summary.</summary>
    public static bool IsSummary(string normalized) => Summaries.Contains(normalized);

    /// <summary>Whether a key may hold the date of the proposal.</summary>
    public static bool IsDate(string normalized) => Dates.Contains(normalized);

    /// <summary>Whether a key may say who proposes.</summary>
    public static bool IsProposer(string normalized) => Proposers.Contains(normalized);

    /// <summary>Whether a key may hold a list of people.</summary>
    public static bool IsPeople(string normalized) => Persons.Contains(normalized);

    /// <summary>Whether a key names things for programs.</summary>
    public static bool IsName(string normalized)
        => Names.Contains(Last(normalized)) || normalized.EndsWith(" id", StringComparison.Ordinal) || normalized.EndsWith(" ids", StringComparison.Ordinal);

    private static string Last(string normalized) => normalized[(normalized.LastIndexOf('›') + 1)..].Trim();

    /// <summary>What to put before a name to make an address, for keys such as <c>twitter</c>; or <see langword="null"/>.</summary>
    public static string? AccountPrefix(string normalized) => Accounts.GetValueOrDefault(normalized);

    /// <summary>The key whose addresses this one may label: <c>link name</c> labels <c>link</c>; or <see langword="null"/>.</summary>
    public static string? Labelled(string normalized)
    {
        var space = normalized.LastIndexOf(' ');
        return space > 0 && Labels.Contains(normalized[(space + 1)..]) ? normalized[..space] : null;
    }

    private static FrozenSet<string> Set(params string[] names)
        => names.Select(Wording.Normalize).ToFrozenSet(StringComparer.Ordinal);
}
