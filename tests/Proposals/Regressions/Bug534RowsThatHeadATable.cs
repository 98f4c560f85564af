using ProposalSearch.Proposals.Tests.Sources;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Regressions;

/// <summary>What stands above the columns of keys and values was a key and its value, unless it was in English.</summary>
public sealed class Bug534RowsThatHeadATable
{
    [Theory]
    [InlineData("Campo", "Valor")]
    [InlineData("**Champ**", "**Valeur**")]
    [InlineData("Feld", "Inhalt")]
    [InlineData("Pole", "Wartość")]
    [InlineData("Поле", "Значение")]
    [InlineData("項目", "内容")]
    [InlineData("Question", "Answer")]
    public void Read_ATableAtTheTop_HasKeysOfItsRowsAlone(string left, string right)
    {
        var table = $"| {left} | {right} |\n|---|---|\n| Barrio | Norte |\n| Coste | 300 |\n";
        var record = Read.File("a.md", $"# Molino\n\n{table}\nMuele.\n").Only();

        Assert.Equal("{5:Barrio=Norte ; 6:Coste=300}", Read.Show(record.Fields));
    }

    [Fact]
    public void Read_ATableWhoseFirstRowIsOfTheProposal_KeepsIt()
    {
        var record = Read.File("a.md", "# Molino\n\n| Barrio | Norte |\n|---|---|\n| Coste | 300 |\n\nMuele.\n").Only();

        Assert.Equal("Norte", record.Value("Barrio"));
    }
}
