using ProposalSearch.Proposals.Tests.Sources;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Regressions;

/// <summary>
/// A quoted text that goes on at the beginning of a line was read only in files without comments, anchors or lists of mappings; with one
/// of these, the file failed.
/// </summary>
public sealed class Bug010QuotedTextsAtTheMarginBesideLists
{
    [Fact]
    public void Read_AListOfMappingsBelow_IsRead()
    {
        const string About = "title: Pear\nabout: \"Ripe in\nOctober,\n\nand sweet.\"\n";
        const string People = "people:\n  - name: Ann\n    role: \"Picks\npears\"\n# end\n";
        var reading = Read.File("a.md", $"---\n{About}{People}---\nWords.\n");

        Assert.Equal("Ripe in October,\nand sweet.", reading.Only().Value("about"));
        Assert.Equal("[{8:name=Ann ; 9:role=Picks pears}]", reading.Only().Value("people"));
        Assert.Equal([3, 9], reading.Warnings.Select(static warning => warning.Line));
    }
}
