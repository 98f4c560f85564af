using System.Text.Json;
using ProposalSearch.Proposals;
using ProposalSearch.Search.Storing;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Search.Tests.Storing;

public sealed class ProposalRecordFormatTests
{
    private static readonly string[] Texts = ["", "a", "live", "Élan – “so”", "🎉 שלום", new('x', 200), "line\nbreak", "\0"];

    [Fact]
    public void Write_TheExampleOfTheSpecification_GivesItsBytes()
    {
        var record = new ProposalRecord
        {
            Year = 2015,
            SourcePath = "2015/lift.md",
            ContentHash = string.Concat(Enumerable.Repeat("ab", 32)),
            Facets = Some.Facets(("category", ["live"])),
        };

        Assert.Equal(
            "C801"
                + "BE1F"
                + "032E6D64"
                + string.Concat(Enumerable.Repeat("AB", 32))
                + "00"
                + "01"
                + "0863617465676F7279"
                + "01"
                + "046C697665",
            Convert.ToHexString(ProposalRecordFormat.Write(record, "2015/lift")));
    }

    [Fact]
    public void Read_OfWhatWasWritten_GivesItBack()
    {
        for (var seed = 1; seed <= 2_000; seed++)
        {
            var random = new Random(seed);
            var id = Text(random);
            var record = Record(random, id);

            Assert.True(
                Json(record) == Json(ProposalRecordFormat.Read(ProposalRecordFormat.Write(record, id), id)),
                $"seed {seed}: {Json(record)}");
        }
    }

    [Theory]
    [InlineData(false, null, false, null, null, 1)]
    [InlineData(true, null, false, 1, null, 2)]
    [InlineData(true, null, true, 1, 2, 3)]
    [InlineData(false, null, true, null, 1, 2)]
    [InlineData(true, 2, true, 4, 1, 2)]
    [InlineData(true, 0, false, 1, null, 1)]
    public void Sections_OfARecord_AreWhereTheirTextsAre(
        bool summary, int? repeated, bool organization, int? summaryAt, int? organizationAt, int answersAt)
    {
        var record = new ProposalRecord
        {
            HasSummary = summary,
            SummaryAnswer = repeated,
            HasOrganization = organization,
            SourcePath = "",
            ContentHash = "",
        };

        Assert.Equal(
            (summaryAt, organizationAt, answersAt), (record.SummarySection, record.OrganizationSection, record.FirstAnswerSection));
    }

    private static ProposalRecord Record(Random random, string id) => new()
    {
        HasSummary = random.Next(2) == 0,
        SummaryAnswer = random.Next(3) == 0 ? random.Next(500) : null,
        HasOrganization = random.Next(2) == 0,
        Day = random.Next(2) == 0 ? null : DateOnly.FromDayNumber(random.Next(3_000_000)),
        Year = random.Next(3) == 0 ? null
            : random.Next(2) == 0 ? random.Next(-3000, 3000)
            : random.Next(2) == 0 ? int.MinValue
            : int.MaxValue,
        Image = random.Next(2) == 0 ? null : Text(random),
        Video = random.Next(2) == 0 ? null : Text(random),
        OrganizationId = random.Next(2) == 0 ? null : Text(random),
        SourcePath = random.Next(2) == 0 ? id + ".md" : Text(random),
        ContentHash = random.Next(2) == 0 ? Convert.ToHexStringLower(Bytes(random)) : Text(random),
        Links = [.. Enumerable.Range(0, random.Next(4)).Select(_ => new ProposalLink(Text(random), Text(random)))],
        Facets = Enumerable.Range(0, random.Next(4)).ToDictionary(
            number => $"field {number}",
            IReadOnlyList<string> (_) => [.. Enumerable.Range(0, random.Next(5)).Select(_ => Text(random))]),
    };

    private static byte[] Bytes(Random random)
    {
        var bytes = new byte[32];
        random.NextBytes(bytes);
        return bytes;
    }

    private static string Text(Random random) => Texts[random.Next(Texts.Length)];

    private static string Json(ProposalRecord record) => JsonSerializer.Serialize(record);
}
