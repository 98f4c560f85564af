using ProposalSearch.Proposals;

namespace ProposalSearch.Search.Storing;

/// <summary>
/// What is stored of a proposal beside its texts, which the engine keeps as sections: title, then summary unless an answer repeats
/// it, then organization, then the answers.
/// </summary>
/// <remarks>
/// <code>
/// record  := flags year? day? summaryAnswer? path hash image? video? organizationId? links facets
/// flags   := 1 summary, 2 an answer repeats it, 4 organization, 8 year, 16 image, 32 video, 64 the path begins with the id, 128 the
///            hash is hexadecimal, 256 organization id, 512 day; as a number
/// day     := days since 1 January of the year 1, as a number
/// year    := zigzag number;  summaryAnswer := number
/// path    := text, without the id where the flag says so;  hash := 32 bytes where the flag says so, else text
/// links   := count (label address)*;  facets := count (field count value*)*
/// text    := count of bytes, then UTF-8;  numbers and counts are <see cref="Foundation.Bytes.VarInt"/>;
/// see <see cref="Foundation.Bytes.ByteWriter"/>
///
/// 2015/lift.md of 2015, category live, hash abab..ab:   C8 01 BE 1F 03 2E 6D 64 AB..AB 00 01 08 63.. 01 04 6C..
/// </code>
/// </remarks>
internal sealed record ProposalRecord
{
    /// <summary>Whether there is a summary at all.</summary>
    public bool HasSummary { get; init; }

    /// <summary>The answer that repeats the summary, or <see langword="null"/>.</summary>
    public int? SummaryAnswer { get; init; }

    /// <summary>Whether there is an organization.</summary>
    public bool HasOrganization { get; init; }

    /// <summary>See <see cref="Proposal.OrganizationId"/>.</summary>
    public string? OrganizationId { get; init; }

    /// <summary>See <see cref="Proposal.Year"/>.</summary>
    public int? Year { get; init; }

    /// <summary>See <see cref="Proposal.Day"/>.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>See <see cref="Proposal.Image"/>.</summary>
    public string? Image { get; init; }

    /// <summary>See <see cref="Proposal.Video"/>.</summary>
    public string? Video { get; init; }

    /// <summary>See <see cref="Proposal.SourcePath"/>.</summary>
    public required string SourcePath { get; init; }

    /// <summary>See <see cref="Proposal.ContentHash"/>.</summary>
    public required string ContentHash { get; init; }

    /// <summary>See <see cref="Proposal.Links"/>.</summary>
    public IReadOnlyList<ProposalLink> Links { get; init; } = [];

    /// <summary>See <see cref="Proposal.Facets"/>.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Facets { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>What is stored of a proposal.</summary>
    public static ProposalRecord Of(Proposal proposal)
    {
        var repeated = proposal.Summary is { } summary ? proposal.Answers.Select(answer => answer.Text).ToList().IndexOf(summary) : -1;
        return new ProposalRecord
        {
            HasSummary = proposal.Summary is not null,
            SummaryAnswer = repeated < 0 ? null : repeated,
            HasOrganization = proposal.Organization is not null,
            OrganizationId = proposal.OrganizationId,
            Year = proposal.Year,
            Day = proposal.Day,
            Image = proposal.Image,
            Video = proposal.Video,
            SourcePath = proposal.SourcePath,
            ContentHash = proposal.ContentHash,
            Links = proposal.Links,
            Facets = proposal.Facets,
        };
    }

    /// <summary>The section of the organization, or <see langword="null"/>.</summary>
    public int? OrganizationSection => HasOrganization ? 1 + OwnSummary : null;

    /// <summary>The section of the first answer.</summary>
    public int FirstAnswerSection => 1 + OwnSummary + (HasOrganization ? 1 : 0);

    /// <summary>The section that has the summary's text, or <see langword="null"/>.</summary>
    public int? SummarySection => !HasSummary ? null : SummaryAnswer is { } answer ? FirstAnswerSection + answer : 1;

    private int OwnSummary => HasSummary && SummaryAnswer is null ? 1 : 0;
}
