using ProposalSearch.Proposals.Tests.Sources;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Regressions;

/// <summary>
/// Keys at the top of AsciiDoc in a table, or as labels in bold, were text; code between two kinds of marks became headings.
/// </summary>
public sealed class Bug562KeysOfAsciiDoc
{
    [Theory]
    [InlineData("[cols=\"1h,1\"]")]
    [InlineData("[cols=\"2\"]")]
    [InlineData("[cols=2*, options=\"\"]")]
    public void Read_ATableOfTwoColumnsBelowTheTitle_IsKeys(string attributes)
    {
        var text = $"""
            = Boxes for herons
            :toc: preamble
            ifdef::x[]
            :y: z
            endif::[]

            .Metadata
            {attributes}
            |===
            | Pond
            | 7

            | Keeper
            | link:https://x.org/ann[Ann Lee] of
            link:https://x.org/[Pond keepers]

            // how to set the status
            | Status
            | Open :lock:
            |===

            == Plan

            We build.
            """;
        var record = Read.File("a.adoc", text).Only();

        Assert.Equal("{10:Pond=7 ; 13:Keeper=Ann Lee of Pond keepers ; 18:Status=Open}", Read.Show(record.Fields));
        Assert.DoesNotContain("Metadata", record.Body!.Text, StringComparison.Ordinal);
        Assert.Contains("## Plan", record.Body.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_ATableBelowTheText_HasItsCellsInRows()
    {
        const string Text = "= Boxes\n\n== Plan\n\n[%header,cols=\"1,2a\"]\n|===\n|Box\n|Birds\n\n"
            + "|Reed \\| rush\n|Two herons\n2+|None\n|===\n\nOn.\n";
        var body = Read.File("a.adoc", Text).Only().Body!.Text;

        Assert.Contains("Box", body, StringComparison.Ordinal);
        Assert.Contains("Reed | rush", body, StringComparison.Ordinal);
        Assert.Contains("None", body, StringComparison.Ordinal);
        Assert.Contains("On.", body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("*Keeper:* Ann Lee\n", "{3:Keeper=Ann Lee}")]
    [InlineData("*Keeper:* Ann Lee\n*Keeper*: Bo Marsh\n*Pond:* 7\n", "{4:Keeper=Ann Lee, Bo Marsh ; 5:Pond=7}")]
    [InlineData("*Keeper:* Ann Lee\nwent on.\n", "{}")]
    public void Read_LabelsInBoldBelowTheTitle_AreKeys(string labels, string keys)
        => Assert.Equal(keys, Read.Show(Read.File("a.adoc", $"= Boxes\n\n{labels}\n== Plan\n\n*Note:* on.\n").Only().Fields));

    [Fact]
    public void Read_CodeBetweenBackticks_EndsAtBackticks()
    {
        const string Text = "= Boxes\n\n```java\nbox();\n```\n\n[source]\n----\nreed();\n----\n\n[[on]]It goes{nbsp}on.\n";

        var body = Read.File("a.adoc", Text).Only().Body!.Text;

        Assert.Contains("```\nbox();\n```\n\n\n\n```\nreed();\n```\n\n\nIt goes on.", body, StringComparison.Ordinal);
    }
}
