using ProposalSearch.Proposals.Tests.Sources;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Regressions;

/// <summary>A text that began like a list of keys, and was none, was warned of keys that were there twice.</summary>
public sealed class Bug089WarningsOfAListThatIsNone
{
    [Fact]
    public void Read_AListThatTurnsOutToBeText_WarnsOfNoKey()
    {
        var reading = Read.File("a.md", "- Note: one\n- Note: two\n- Note: three\nAnd then a sentence.\n");

        Assert.Empty(reading.Warnings);
        Assert.Empty(Assert.Single(reading.Records).Fields.Entries);
    }
}
