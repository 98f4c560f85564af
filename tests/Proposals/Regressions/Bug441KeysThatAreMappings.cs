using ProposalSearch.Proposals.Tests.Sources;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Regressions;

/// <summary>A key of YAML that is itself a mapping, or a list with lists in it, lost its text without a word.</summary>
public sealed class Bug441KeysThatAreMappings
{
    [Fact]
    public void Read_AKeyThatIsAMapping_KeepsItsText()
    {
        const string Yaml = "title: Moss\n? harbor: north\n  pier: 7\n: rented\n? [boats, [sails, {mast: oak}]]\n: bought\n";

        var entries = Read.File("a.yml", Yaml).Only().Fields.Entries;

        Assert.Equal(["title", "harbor: north, pier: 7", "boats, sails, mast: oak"], entries.Select(static entry => entry.Key));
        Assert.Equal(["Moss", "rented", "bought"], entries.Select(static entry => Read.Show(entry.Value)));
    }
}
