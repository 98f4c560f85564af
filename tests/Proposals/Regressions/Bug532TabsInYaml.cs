using ProposalSearch.Proposals.Tests.Sources;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Regressions;

/// <summary>A tab where YAML has spaces cost a whole file, also where other programs let it pass.</summary>
public sealed class Bug532TabsInYaml
{
    [Theory]
    [InlineData("title: Reed beds\ncosts:\n\treeds: 3\n\twork: 4\n", "{1:title=Reed beds ; 2:costs={3:reeds=3 ; 4:work=4}}")]
    [InlineData("title: Reed beds\ncosts:\n    reeds: 3\n\twork: 4\n", "{1:title=Reed beds ; 2:costs={3:reeds=3 ; 4:work=4}}")]
    [InlineData("title:\tReed beds\nneed: x\n\ty\n", "{1:title=Reed beds ; 2:need=x y}")]
    [InlineData("names:\n-\tAnn\n-\tBo\n", "{1:names=[Ann | Bo]}")]
    [InlineData("title: \"A\tb\"\nnames:\n-\tname:\tAnn\n\tage: 3\n", "{1:title=A\tb ; 2:names=[{3:name=Ann ; 4:age=3}]}")]
    public void Read_TabsForSpaces_AreReadAsSpaces(string yaml, string read)
    {
        var reading = Read.File("a.yml", yaml);

        Assert.Equal(read, Read.Show(reading.Only().Fields));
        Assert.All(reading.Warnings, static warning => Assert.Contains("tabs", warning.Remedy, StringComparison.Ordinal));
    }
}
