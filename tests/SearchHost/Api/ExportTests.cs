using System.Net;
using System.Text;
using System.Text.Json;
using ProposalSearch.SearchHost.Tests.Serving;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.SearchHost.Tests.Api;

[Collection(HostCollection.Name)]
public sealed class ExportTests(HostFixture fixture)
{
    [Fact]
    public async Task Csv_AllProposals_HasARowForEach()
    {
        var rows = Rows(await fixture.Host.Client.GetStringAsync(new Uri("/v1/search.csv", UriKind.Relative)));

        Assert.Equal(["id", "title", "organization", "year", "summary", "category", "area", "sort", "score", "source", "url"], rows[0]);
        Assert.Equal(SampleArchive.Proposals.Select(proposal => proposal.Id).Order(), rows.Skip(1).Select(row => row[0]).Order());
        Assert.All(rows, row => Assert.Equal(rows[0].Count, row.Count));
        var lift = rows.Single(row => row[0] == "2015/lift-la");
        Assert.Equal("Central LA; South LA", lift[6]);
        Assert.Equal(new Uri(fixture.Host.Client.BaseAddress!, "/proposals/2015/lift-la").ToString(), lift[10]);
    }

    [Fact]
    public async Task Csv_Columns_AreThoseThatWereAskedForInThatOrder()
    {
        var rows = Rows(await fixture.Host.Client.GetStringAsync(
            new Uri("/v1/search.csv?q=families&columns=answers.need,title,area,title&columns=answers.evaluation", UriKind.Relative)));

        Assert.Equal(["answers.need", "title", "area", "answers.evaluation"], rows[0]);
        var lift = rows.Single(row => row[1] == "LIFT-LA: Member to Member");
        Assert.StartsWith("One in four families lives in poverty.\n\nPoverty has", lift[0]);
        Assert.Equal(["Central LA; South LA", "We count the families who leave poverty behind & stay out."], lift[2..]);
    }

    [Fact]
    public async Task Csv_Answers_AreAColumnForEachQuestionAndOneForOthers()
    {
        var rows = Rows(await fixture.Host.Client.GetStringAsync(new Uri("/v1/search.csv?columns=id,answers", UriKind.Relative)));

        Assert.Equal(["id", "answers.need", "answers.evaluation", "answers.other"], rows[0]);
        Assert.Equal(SampleArchive.Proposals.Count + 1, rows.Count);
        Assert.Equal("Where will you be working?\nCentral LA\nSouth LA", rows.Single(row => row[0] == "2015/lift-la")[3]);
    }

    [Fact]
    public async Task Csv_TextLikeAFormula_IsNoFormula()
    {
        var rows = Rows(await fixture.Host.Client.GetStringAsync(new Uri("/v1/search.csv", UriKind.Relative)));

        Assert.Equal("'=HYPERLINK(\"http://example.org\")", rows.Single(row => row[0] == "nothing-but-a-title")[1]);
        Assert.DoesNotContain(rows.Skip(1).SelectMany(row => row), cell => cell.Length > 0 && "=+-@".Contains(cell[0]));
    }

    [Fact]
    public async Task Csv_ForExcel_BeginsWithAByteOrderMark()
    {
        var bytes = await fixture.Host.Client.GetByteArrayAsync(new Uri("/v1/search.csv?bom=true&q=poverty", UriKind.Relative));

        Assert.Equal(Encoding.UTF8.GetPreamble(), bytes.Take(3));
        Assert.Equal(3, Rows(Encoding.UTF8.GetString(bytes.AsSpan(3))).Count);
    }

    [Fact]
    public async Task Ndjson_Query_HasALineForEachMatchWhateverThePage()
    {
        using var response = await fixture.Host.GetAsync("/v1/search.ndjson?q=plain&per_page=2&page=3");
        var lines = (await response.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal("application/x-ndjson", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(SampleArchive.Plain, lines.Length);
        Assert.All(
            lines, line => Assert.StartsWith("Plain proposal", JsonDocument.Parse(line).RootElement.GetProperty("title").GetString()));
    }

    [Fact]
    public async Task Csv_LinkOfAnAnswer_ExportsThatQuery()
    {
        var text = await fixture.Host.Client.GetStringAsync(new Uri("/v1/search?q=poverty&year=2015", UriKind.Relative));
        var answer = JsonDocument.Parse(text).RootElement;
        using var response = await fixture.Host.GetAsync(answer.GetProperty("links").GetProperty("csv").GetString()!);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(["id", "2015/lift-la"], Rows(await response.Content.ReadAsStringAsync()).Select(row => row[0]));
    }

    /// <summary>RFC 4180 by its grammar.</summary>
    private static List<List<string>> Rows(string csv)
    {
        var (rows, row, cell, quoted) = (new List<List<string>>(), new List<string>(), new StringBuilder(), false);
        for (var at = 0; at < csv.Length; at++)
        {
            var c = csv[at];
            if (quoted && c == '"' && at + 1 < csv.Length && csv[at + 1] == '"')
            {
                cell.Append(csv[++at]);
            }
            else if (c == '"')
            {
                quoted = !quoted;
            }
            else if (!quoted && (c == ',' || c == '\r'))
            {
                row.Add(cell.ToString());
                cell.Clear();
                if (c == '\r')
                {
                    rows.Add(row);
                    row = [];
                    at++;
                }
            }
            else
            {
                cell.Append(c);
            }
        }

        Assert.False(quoted);
        Assert.Empty(row);
        return rows;
    }
}
