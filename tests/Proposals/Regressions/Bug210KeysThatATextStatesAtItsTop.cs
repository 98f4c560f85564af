using ProposalSearch.Proposals.Tests.Sources;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Regressions;

/// <summary>
/// Of what strangers write above a text, a list alone was read, and only below a title of the first level: title, year and author were lost
/// in an answer 'Text', and what was read stood there a second time.
/// </summary>
public sealed class Bug210KeysThatATextStatesAtItsTop
{
    [Theory]
    [InlineData("a.md", "~~~\nNo: 7\nTitle: Kites\nBy: Ida Voss <ida@x.org>\n    Jo Wu\nStatus: Open\n~~~\n\n## Why\n\nWind.\n",
        "{2:No=7 ; 3:Title=Kites ; 4:By=Ida Voss <ida@x.org>\nJo Wu ; 6:Status=Open}", "## Why  Wind.")]
    [InlineData("a.md", "<pre>\n  Layer: Roof\n  Title: Kites\n</pre>\nWind.\n", "{2:Layer=Roof ; 3:Title=Kites}", "Wind.")]
    [InlineData("a.md", "## Preamble\n\n- Title: Kites\n- Opened: 2018-01-02\n\n## Why\n\nWind.\n",
        "{3:Title=Kites ; 4:Opened=2018-01-02}", "## Why  Wind.")]
    [InlineData("a.md", "# Kites\n\nAuthor: Ida Voss\nStatus: Open\n\nWind.\n", "{3:Author=Ida Voss ; 4:Status=Open}", "# Kites     Wind.")]
    [InlineData("a.txt", "Kite: 7\nTitle: A kite for\n  every roof\nStatus: Open\n\nWind.\n",
        "{1:Kite=7 ; 2:Title=A kite for\nevery roof ; 4:Status=Open}", "Wind.")]
    [InlineData("a.md", "| Field | Value |\n| --- | --- |\n| Title | Kites |\n| **Owner** | Ida |\n\nWind.\n",
        "{3:Title=Kites ; 4:Owner=Ida}", "Wind.")]
    [InlineData("a.md", "**Project:** Kites\n\n**Will you fly?:** No\n\n# Why\n\nWind.\n",
        "{1:Project=Kites ; 3:Will you fly?=No}", "# Why  Wind.")]
    [InlineData("a.md", "### Kites\n- Owner: Ida\n- Tracker:https://x.org/7\n- Code:[k#7](https://x.org/8)\n\nWind.\n",
        "{2:Owner=Ida ; 3:Tracker=https://x.org/7 ; 4:Code=k#7}", "### Kites     Wind.")]
    public void Read_KeysAtTheTop_AreReadAndNoTextAnyMore(string name, string text, string fields, string body)
    {
        var record = Read.File(name, text).Only();

        Assert.Equal(fields, Read.Show(record.Fields));
        Assert.Equal(body, record.Body!.Text.Trim().ReplaceLineEndings(" "));
    }

    [Theory]
    [InlineData("- Owner: Ida[^1]\n[^1]: She flies.\n- Status: Open\n- A stray line\n- Layer: Roof\n\nWind.\n",
        "{1:Owner=Ida ; 3:Status=Open ; 5:Layer=Roof}", "[^1]: She flies.  - A stray line   Wind.")]
    [InlineData("```\nOwner: Ida\nStatus: Open\nLayer: Roof\nStray.\n```\n\nWind.\n",
        "{2:Owner=Ida ; 3:Status=Open ; 4:Layer=Roof}", "```    Stray. ```  Wind.")]
    public void Read_AnOddLineAmongThem_StaysText(string text, string fields, string body)
    {
        var record = Read.File("a.md", text).Only();

        Assert.Equal(fields, Read.Show(record.Fields));
        Assert.Equal(body, record.Body!.Text.Trim().ReplaceLineEndings(" "));
    }

    [Theory]
    [InlineData("Dear committee,\nwe ask for one thing: a kite.\nIt is red: as all kites are.\n\nYours\n")]
    [InlineData("```sh\nmake all\nrm -r x: y\n```\n\nText.\n")]
    [InlineData("| Item | Cost | Note |\n|---|---|---|\n| Kite | 5 | red |\n| Rope | 6 | long |\n")]
    [InlineData("**Summary:**\n\nA kite for every roof.\n\n**Plan:**\n\nWood and rope.\n")]
    public void Read_ATextThatBeginsOtherwise_IsBody(string text)
    {
        var record = Read.File("a.md", text).Only();

        Assert.Empty(record.Fields.Entries);
        Assert.Equal(text, record.Body!.Text);
    }
}
