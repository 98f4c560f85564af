using ProposalSearch.Proposals.Tests.Sources;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Regressions;

/// <summary>
/// Line separators that come with text from word processors (U+2028, U+2029, U+0085) counted as ends of lines, as in YAML 1.1: files
/// failed, and what followed a separator could become a key of its own. A line with nothing but a tab made a file fail too.
/// </summary>
public sealed class Bug011LineSeparatorsInYaml
{
    [Theory]
    [InlineData('\u2028')]
    [InlineData('\u2029')]
    [InlineData('\u0085')]
    public void Read_ASeparatorInAnyKindOfScalar_IsACharacterOfTheText(char separator)
    {
        const string Yaml = "title: Pear*tree\nneed: |\n  one*two\n  three\n"
            + "plan: \"one*two\"\nwhy: 'x*y'\nlist: [a*b, c]\nfold: >-\n  a*b\n  c\n";
        const string Shown = "{1:title=Pear*tree ; 2:need=one*two\nthree\n ; 5:plan=one*two ; 6:why=x*y ; 7:list=[a*b | c] ; 8:fold=a*b c}";
        var record = Read.File("a.yml", Yaml.Replace('*', separator)).Only();

        Assert.Equal(Shown.Replace('*', separator), Read.Show(record.Fields));
    }

    [Theory]
    [InlineData("title: Pear\n\t\nneed: x\n")]
    [InlineData("title: Pear\n \t \t\n\nneed: x\n")]
    [InlineData("title: Pear\n\u00A0\nneed: x\n")]
    public void Read_ALineOfBlanksAlone_IsAnEmptyLine(string yaml)
    {
        var record = Read.File("a.md", $"---\n{yaml}---\n").Only();

        Assert.Equal(("Pear", "x"), (record.Value("title"), record.Value("need")));
    }

    [Fact]
    public void Read_AFaultBelowASeparator_NamesTheLineThatAnEditorShows()
        => Assert.Equal(3, Assert.Single(Read.File("a.yml", "a: x\u2028y\u0085z\nb: \"q\u2029\"\nc: d: e\n").Warnings).Line);
}
