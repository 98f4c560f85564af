using System.Globalization;
using ProposalSearch.Proposals;

namespace ProposalSearch.SearchHost.Citing;

/// <summary>What a citation of a proposal is made from.</summary>
/// <param name="Id">The proposal's id.</param>
/// <param name="Title">Its title.</param>
/// <param name="Author">Who proposes, or <see langword="null"/>.</param>
/// <param name="Year">Its year, or <see langword="null"/>.</param>
/// <param name="Day">Its day, or <see langword="null"/>.</param>
/// <param name="Archive">The name of the archive.</param>
/// <param name="Address">The address of its page, with scheme and host.</param>
internal sealed record Citation(string Id, string Title, string? Author, int? Year, DateOnly? Day, string Archive, string Address)
{
    /// <summary>The citation of a proposal.</summary>
    public static Citation Of(Proposal proposal, string archive, string address) => new(
        proposal.Id,
        OneLine(proposal.Title),
        string.IsNullOrWhiteSpace(proposal.Organization) ? null : OneLine(proposal.Organization),
        proposal.Year,
        proposal.Day,
        archive,
        address);

    /// <summary>As a list of references has it, author, year and title first (APA 7): the same in every language.</summary>
    public string Sentence
    {
        get
        {
            var year = Year is { } stated ? string.Create(CultureInfo.InvariantCulture, $" ({stated}).") : "";
            var title = Title[^1] is '.' or '?' or '!' ? Title : Title + ".";
            var before = Author is null ? title + year : $"{Author.TrimEnd('.')}.{year} {title}";
            return $"{before} {Archive}. {Address}";
        }
    }

    /// <summary>A name of a file, or a key: letters, digits and hyphens of the id.</summary>
    public string Key
    {
        get
        {
            var key = new string([.. Id.Select(static letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-')]).Trim('-');
            return key.Length == 0 ? "proposal" : key[..Math.Min(key.Length, LongestKey)];
        }
    }

    private const int LongestKey = 80;

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
