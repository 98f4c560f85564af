using System.Text;
using ProposalSearch.Proposals.Tests.Sources;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Regressions;

/// <summary>Exports in XML were passed over as a kind that is not read.</summary>
public sealed class Bug530ArchivesInXml
{
    [Fact]
    public void Read_ElementsThatRepeat_AreARecordEach()
    {
        var reading = Read.File("awards.xml", """
            <?xml version="1.0"?>
            <awards year="2021">
              <award no="A-1"><title>Reed beds</title><amount currency="EUR">1200</amount>
                <partners><partner>Mill Trust</partner></partners></award>
              <award no="A-2"><title>Night buses</title><amount currency="EUR">800</amount>
                <partners><partner>Bus Club</partner><partner>Night Watch</partner></partners></award>
            </awards>
            """);

        Assert.Empty(reading.Failed);
        Assert.Equal(
            [
                "{3:no=A-1 ; 3:title=Reed beds ; 3:amount=1200 ; 3:amount › currency=[EUR] ; 4:partners=[Mill Trust]}",
                "{5:no=A-2 ; 5:title=Night buses ; 5:amount=800 ; 5:amount › currency=[EUR] ; 6:partners=[Bus Club | Night Watch]}",
            ],
            reading.Records.Select(static record => Read.Show(record.Fields)));
    }

    [Fact]
    public void Read_TalksOfDaysAndRooms_AreARecordEachThatKnowsBoth()
    {
        var reading = Read.File("programme.xml", """
            <programme><meeting><name>Spring meeting</name></meeting>
            <day date="2019-05-01"><hall name="Red">
              <talk id="7"><title>Tides</title><text><p>All about <em>tides</em> &amp; moons.</p></text><hall>Red</hall></talk>
              <talk id="8"><title>Dunes</title><text>All about dunes, the grass that holds them,
                and what becomes of both when the storms of the winter come.</text></talk></hall></day>
            <day date="2019-05-02"><hall name="Blue">
              <talk id="9"><title>Locks</title><text>All about locks, of canals and of doors.</text></talk></hall></day>
            </programme>
            """);

        Assert.Equal(["7", "8", "9"], reading.Records.Select(static record => record.Value("id")));
        Assert.Equal("2019-05-02", reading.Records[2].Value("day › date"));
        Assert.Equal("<p>All about <em>tides</em> &amp; moons.</p>", reading.Records[0].Value("text"));
        Assert.DoesNotContain(reading.Records[0].Fields.Entries, static entry => entry.Key == "hall › name");
    }

    [Fact]
    public void Read_OneAwardWithSeveralPeople_IsOneRecord()
    {
        var record = Read.File("1.xml", """
            <root xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><Award>
              <AwardTitle>Ice cores of the north</AwardTitle>
              <AbstractNarration>We drill for three winters, and tell what the ice remembers of smoke and of storms.</AbstractNarration>
              <Investigator><FirstName>Ann</FirstName><LastName>Lee</LastName></Investigator>
              <Investigator><FirstName>Bo</FirstName><LastName>Kim</LastName></Investigator>
              <Note xsi:nil="true"/>
            </Award></root>
            """).Only();

        Assert.Equal("Ice cores of the north", record.Value("AwardTitle"));
        Assert.Null(record.Number);
        Assert.Equal("[{4:FirstName=Ann ; 4:LastName=Lee} | {5:FirstName=Bo ; 5:LastName=Kim}]", record.Value("Investigator"));
    }

    [Fact]
    public void Read_QuestionsOfOneProposal_AreNoRecords()
    {
        var record = Read.File("form.xml", """
            <form><name>Reed beds</name>
              <answers><answer><question>Why?</question><text>The water is brown in summer.</text></answer>
              <answer><question>How?</question><text>With reeds, that take out what is too much.</text></answer></answers></form>
            """).Only();

        Assert.Equal("Reed beds", record.Value("name"));
    }

    [Fact]
    public void Read_ADraftInAnEnvelopeThatSaysSo_IsToldSo()
    {
        var reading = Read.File(
            "drafts.xml",
            "<drafts published='false'><one><title>Reed beds</title></one><one><title>Night buses</title></one></drafts>",
            static (key, value) => key == "published" && value == "false");

        Assert.All(reading.Records, static record => Assert.Equal("false", record.Value("published")));
    }

    [Theory]
    [InlineData("<a>\n<b>\n</a>", 3, "cannot be read")]
    [InlineData("<!DOCTYPE a [<!ENTITY x '0'>\n<a>1</a>", 2, "cannot be read")]
    public void Read_WhatIsNotRead_NamesTheLine(string xml, int line, string cause)
    {
        var reading = Read.File("a.xml", xml);

        Assert.Empty(reading.Records);
        Assert.Equal(line, Assert.Single(reading.Failed).Line);
        Assert.Contains(cause, reading.Failed[0].Cause, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<a>\n<b>Fish & chips &c. at R&D;</b><c>x</c></a>", "Fish & chips &c. at R&D;", 2)]
    [InlineData("<a><b>Caf&eacute;&nbsp;1 &amp; 2 &lt; &#51;</b><c>x</c></a>", "Café\u00A01 & 2 < 3", 1)]
    [InlineData("<a><c>R&D</c><b><![CDATA[R&D &amp; <i>]]></b></a>", "R&D &amp; <i>", 1)]
    [InlineData("<!DOCTYPE a SYSTEM 'a.dtd'>\n<a><b>x</b><c>y</c></a>", "x", 0)]
    [InlineData("<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>\n<a><b>&x;</b><c>y</c></a>", "&x;", 2)]
    [InlineData("<!DOCTYPE a [<!ENTITY x '0123456789'><!ENTITY y '&x;&x;&x;'>]><a><b>&y;</b><c>y</c></a>", "&y;", 1)]
    public void Read_AmpersandsAndTypeDefinitions_CostNothingAndReadNothing(string xml, string text, int warned)
    {
        var reading = Read.File("a.xml", xml);

        Assert.Equal(text, reading.Only().Value("b"));
        Assert.Equal(warned, reading.Warnings.SingleOrDefault()?.Line ?? 0);
    }

    [Fact]
    public void Read_ElementsThatNestTooDeeply_AreTold()
    {
        const int Depth = 100_000;
        var text = new StringBuilder().Insert(0, "<a>", Depth).Insert(3 * Depth, "</a>", Depth).ToString();

        var reading = Read.File("deep.xml", text);

        Assert.Contains("nested deeper", Assert.Single(reading.Failed).Cause, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><url><loc>https://a.org/</loc></url></urlset>")]
    [InlineData("<project xmlns='http://maven.apache.org/POM/4.0.0'><name>Mill</name></project>")]
    [InlineData("---\nlayout: null\n---\n<feed>{% for post in site.posts %}</feed>")]
    public void Read_WhatIsForPrograms_IsLeftOutWithAWord(string xml)
    {
        var reading = Read.File("a.xml", xml);

        Assert.Empty(reading.Records);
        Assert.Empty(reading.Failed);
        Assert.True(Assert.Single(reading.Warnings).LeavesOut);
    }

    [Fact]
    public void Read_ADeclaredCharset_IsBelieved()
    {
        byte[] bytes = Encoding.Latin1.GetBytes("<?xml version='1.0' encoding='ISO-8859-1'?><plan><titre>Été à Orléans</titre></plan>");

        Assert.Equal("Été à Orléans", Read.File("a.xml", bytes).Only().Value("titre"));
    }
}
