using System.Globalization;
using ProposalSearch.Analysis.Forms;
using ProposalSearch.Proposals;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Search.Language;

namespace ProposalSearch.Search.Storing;

/// <summary>
/// A proposal as a document of the engine: sections with weights, columns for facets and orders, the rest as stored bytes.
/// </summary>
internal static class ProposalDocument
{
    /// <summary>The facet of years.</summary>
    public const string YearField = "year";

    /// <summary>The number column of years.</summary>
    public const string YearColumn = "#year";

    /// <summary>The number column of days: days since 1 January of the year 1.</summary>
    public const string DayColumn = "#day";

    /// <summary>The text column of titles as they are sorted.</summary>
    public const string TitleColumn = "#title";

    /// <summary>The text column that tells which sections a proposal has, by the names that queries have for them.</summary>
    public const string SectionsColumn = "#sections";

    /// <summary>
    /// A word of the title counts three times, one of the organization twice. No phrase reaches from one answer into the next, whatever its
    /// slop.
    /// </summary>
    public static IndexSettings Settings { get; } = new() { SectionWeights = [3, 1, 2], SectionGap = QueryText.MaxSlop + 28 };

    private static TermNormalizer Normalizer { get; } = new(Settings.Analysis);

    /// <summary>The columns of an archive with these facets.</summary>
    public static IReadOnlyList<IndexColumn> Columns(IReadOnlyList<FacetDefinition> facets) =>
    [
        .. facets.Select(facet => facet.Field)
            .Append(AnsweredFacet.Field)
            .Distinct(StringComparer.Ordinal)
            .SelectMany(field => new IndexColumn[] { new(field, ColumnKind.Text), new(NumberColumn(field), ColumnKind.Number) }),
        new(YearColumn, ColumnKind.Number), new(DayColumn, ColumnKind.Number),
        new(TitleColumn, ColumnKind.Text), new(SectionsColumn, ColumnKind.Text),
        new(SignedEnds.Column, ColumnKind.Text),
        new(ProposalNames.Column, ColumnKind.Text),
    ];

    /// <summary>The number column that a facet is sorted by; values that are no numbers are not in it.</summary>
    public static string NumberColumn(string field) => "#number " + field;

    /// <summary>The document of a proposal.</summary>
    public static IndexDocument Of(Proposal proposal, SectionLabels labels, TitleOrder titles)
    {
        var record = ProposalRecord.Of(proposal);
        var document = new IndexDocument { Id = proposal.Id, Stored = ProposalRecordFormat.Write(record, proposal.Id) };
        AddSections(document, proposal, record, labels);
        AddColumns(document, proposal);
        AddNumbers(document, proposal);
        document.Values.Add((TitleColumn, titles.KeyOf(proposal.Title)));
        foreach (var section in SectionNames(proposal).Distinct(StringComparer.Ordinal))
        {
            document.Values.Add((SectionsColumn, section));
        }

        foreach (var name in ProposalNames.Of(proposal).Distinct(StringComparer.Ordinal))
        {
            document.Values.Add((ProposalNames.Column, name));
        }

        return document;
    }

    private static void AddSections(IndexDocument document, Proposal proposal, ProposalRecord record, SectionLabels labels)
    {
        document.Sections.Add(new Section(SectionLabels.Title, proposal.Title));
        if (proposal.Summary is not null && record.SummaryAnswer is null)
        {
            document.Sections.Add(new Section(SectionLabels.Summary, proposal.Summary));
        }

        if (proposal.Organization is not null)
        {
            document.Sections.Add(new Section(SectionLabels.Organization, proposal.Organization));
        }

        for (var at = 0; at < proposal.Answers.Count; at++)
        {
            var answer = proposal.Answers[at];
            document.Sections.Add(
                new Section(
                    labels.NumberOf(new SectionLabel(answer.Question, answer.QuestionId, at == record.SummaryAnswer)), answer.Text));
        }
    }

    private static void AddColumns(IndexDocument document, Proposal proposal)
    {
        foreach (var (field, values) in proposal.Facets)
        {
            foreach (var value in values.Distinct(StringComparer.Ordinal))
            {
                document.Values.Add((field, value));
            }
        }

        foreach (var question in AnsweredFacet.ValuesOf(proposal))
        {
            document.Values.Add((AnsweredFacet.Field, question));
        }

        foreach (var word in SignedEnds.In(proposal, Normalizer))
        {
            document.Values.Add((SignedEnds.Column, word));
        }
    }

    /// <summary>What is sorted by: the year, the day, and of each facet the greatest number.</summary>
    private static void AddNumbers(IndexDocument document, Proposal proposal)
    {
        if (proposal.Year is { } year)
        {
            document.Numbers.Add((YearColumn, year));
        }

        if (proposal.Day is { } day)
        {
            document.Numbers.Add((DayColumn, day.DayNumber));
        }

        foreach (var (field, values) in proposal.Facets)
        {
            var numbers = values.Select(Number).OfType<long>().ToList();
            if (numbers.Count > 0)
            {
                document.Numbers.Add((NumberColumn(field), numbers.Max()));
            }
        }
    }

    private static long? Number(string value) =>
        long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static IEnumerable<string> SectionNames(Proposal proposal)
    {
        yield return QuerySections.Title;
        if (!string.IsNullOrWhiteSpace(proposal.Summary))
        {
            yield return QuerySections.Summary;
        }

        if (!string.IsNullOrWhiteSpace(proposal.Organization))
        {
            yield return QuerySections.Organization;
        }

        foreach (var answer in proposal.Answers)
        {
            if (answer.QuestionId is not null && !string.IsNullOrWhiteSpace(answer.Text))
            {
                yield return answer.QuestionId;
            }
        }
    }
}
