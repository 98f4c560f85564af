using System.IO.Compression;
using System.Text;
using ProposalSearch.Proposals.Tests.Sources;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Regressions;

/// <summary>Spreadsheets were passed over without a word.</summary>
public sealed class Bug193Spreadsheets
{
    private const string Xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";

    [Fact]
    public void Read_AWorkbook_HasAProposalInEachRowOfEachVisibleSheet()
    {
        var reading = Read.File("a.xlsx", Workbook());

        Assert.Empty(reading.Failed);
        Assert.Equal(["Pond", "Mill", "Well"], reading.Records.Select(static record => record.Value("Title")));
        Assert.Equal([1, 2, 3], reading.Records.Select(static record => record.Number));
        Assert.Equal("{3:Title=Pond ; 3:Year=2019 ; 3:Cost=12.5 ; 3:Day=2019-03-14}", Read.Show(reading.Records[0].Fields));
        Assert.Equal("{4:Title=Mill ; 4:Cost=0}", Read.Show(reading.Records[1].Fields));
        Assert.True(Assert.Single(reading.Warnings).LeavesOut);
    }

    [Fact]
    public void Read_AnOpenDocument_IsATableToo()
    {
        const string Cells = """
            <table:table table:name="Grants"><table:table-row><table:table-cell><text:p>Title</text:p></table:table-cell>
            <table:table-cell><text:p>Day</text:p></table:table-cell>
            <table:table-cell table:number-columns-repeated="2"><text:p>Note</text:p>
            </table:table-cell></table:table-row>
            <table:table-row table:number-rows-repeated="2"><table:table-cell><office:annotation><text:p>No.</text:p></office:annotation>
            <text:p>Pond <text:span>box</text:span></text:p><text:p>by<text:s/>Ann</text:p></table:table-cell>
            <table:table-cell office:value-type="date" office:date-value="2019-03-14"><text:p>14/03/19</text:p></table:table-cell>
            <table:table-cell table:number-columns-repeated="16000"/></table:table-row>
            <table:table-row table:number-rows-repeated="1000000">
            <table:table-cell table:number-columns-repeated="16384"/></table:table-row>
            </table:table>
            """;
        var reading = Read.File("a.ods", Zip(("content.xml", $"""
            {Xml}<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x">
            <office:body>{Cells}</office:body></office:document-content>
            """)));

        Assert.Empty(reading.Failed);
        Assert.Equal(
            ["{2:Title=Pond box\nby Ann ; 2:Day=2019-03-14}", "{3:Title=Pond box\nby Ann ; 3:Day=2019-03-14}"],
            reading.Records.Select(static record => Read.Show(record.Fields)));
    }

    [Theory]
    [InlineData("a.xlsx", "no archive at all")]
    [InlineData("a.xls", "PK\u0003\u0004")]
    [InlineData("a.ods", "PK\u0003\u0004 and so on")]
    public void Read_WhatIsNoSpreadsheet_Fails(string name, string text)
    {
        var reading = Read.File(name, text);

        Assert.Empty(reading.Records);
        Assert.Contains("CSV", Assert.Single(reading.Failed).Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_DamagedWorkbooks_NeverThrow()
    {
        var (whole, random) = (Workbook(), new Random(193));
        for (var round = 0; round < 300; round++)
        {
            var damaged = (byte[])whole.Clone();
            for (var times = 0; times < 3; times++)
            {
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            }

            Read.File(round % 2 == 0 ? "a.xlsx" : "a.ods", damaged[..random.Next(1, damaged.Length + 1)]);
        }
    }

    private static byte[] Workbook()
    {
        const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        const string Package = "http://schemas.openxmlformats.org/package/2006/relationships";
        return Zip(
            ("_rels/.rels", $"""
                {Xml}<Relationships xmlns="{Package}">
                <Relationship Id="r1" Type="{Relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>
                """),
            ("xl/workbook.xml", $"""
                {Xml}<workbook xmlns="{Main}" xmlns:r="{Relations}"><sheets><sheet name="A" sheetId="1" r:id="s1"/>
                <sheet name="B" sheetId="2" state="hidden" r:id="s2"/><sheet name="C" sheetId="3" r:id="s3"/></sheets></workbook>
                """),
            ("xl/_rels/workbook.xml.rels", $"{Xml}<Relationships xmlns=\"{Package}\">"
                + string.Concat(Enumerable.Range(1, 3).Select(static sheet =>
                    $"<Relationship Id=\"s{sheet}\" Type=\"{Relations}/worksheet\" Target=\"worksheets/sheet{sheet}.xml\"/>"))
                + $"<Relationship Id=\"s4\" Type=\"{Relations}/styles\" Target=\"styles.xml\"/></Relationships>"),
            ("xl/styles.xml", $"""
                {Xml}<styleSheet xmlns="{Main}">
                <cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>
                """),
            ("xl/worksheets/sheet1.xml", Sheet(
                Main,
                Row(1, Text("Grants of the board")),
                Row(2, Text("Title"), Text("Year"), Text("Cost"), Text("Day")),
                Row(3, Text("Pond"), "<c><v>2019</v></c>", "<c><v>12.5</v></c>", "<c s=\"1\"><v>43538</v></c>"),
                Row(4, Text("Mill"), Text(""), "<c><v>0</v></c>"))),
            ("xl/worksheets/sheet2.xml", Sheet(Main, Row(1, Text("Title")), Row(2, Text("Hidden")))),
            ("xl/worksheets/sheet3.xml", Sheet(Main, Row(1, Text("Title"), Text("Need")), Row(2, Text("Well"), Text("Rope")))));
    }

    private static string Sheet(string main, params string[] rows)
        => $"{Xml}<worksheet xmlns=\"{main}\"><sheetData>{string.Concat(rows)}</sheetData></worksheet>";

    private static string Row(int number, params string[] cells) => $"<row r=\"{number}\">{string.Concat(cells)}</row>";

    private static string Text(string text) => $"<c t=\"inlineStr\"><is><t>{text}</t></is></c>";

    private static byte[] Zip(params (string Name, string Text)[] files)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in files)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text.TrimStart()));
            }
        }

        return bytes.ToArray();
    }
}
