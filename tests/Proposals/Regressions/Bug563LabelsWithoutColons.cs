using ProposalSearch.Proposals.Tests.Sources;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Regressions;

/// <summary>Labels in bold without a colon were text, and people who stand on lines of their own became one person.</summary>
public sealed class Bug563LabelsWithoutColons
{
    [Theory]
    [InlineData("**Date** 2025-03-10\n\n**Keeper** Ann Lee\n\n**Pond** 7\n", "{3:Date=2025-03-10 ; 5:Keeper=Ann Lee ; 7:Pond=7}")]
    [InlineData("**Herons** wait by the reeds.\n\n**Boxes** are cut.\n", "{}")]
    [InlineData("**Date** 2025-03-10\n\n**Keeper** Ann Lee\n\nWords.\n\n**Pond** 7\n", "{}")]
    public void Read_LabelsInBold_AreKeysWhereThreeFollowEachOther(string text, string keys)
        => Assert.Equal(keys, Read.Show(Read.File("a.md", $"# Boxes\n\n{text}\n## Plan\n\nWords.\n").Only().Fields));

    [Fact]
    public void Read_PeopleOnLinesWithAddresses_ArePartedByCommas()
        => Assert.Equal(
            "{2:Pond=7 ; 3:Keepers=Ann Lee <ann@x.org>, Bo Marsh <bo@x.org> ; 5:Text=One two}",
            Read.Show(Read.File(
                "a.mediawiki",
                "<pre>\n  Pond: 7\n  Keepers: Ann Lee <ann@x.org>\n           Bo Marsh <bo@x.org>\n  Text: One\n        two\n</pre>\n")
                .Only().Fields));
}
