using ProposalSearch.Proposals.Tests.Sources;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Regressions;

/// <summary>One fault in front matter of TOML or JSON lost the whole file, where one in YAML costs a warning.</summary>
public sealed class Bug304FaultyTomlAndJson
{
    [Theory]
    [InlineData("+++\ntitle = Mill\nteam = 'Ann'\ntags = [\n  'water',\n  'wind',\n]\n+++\n")]
    [InlineData("+++\ntitle = \"Mill\nteam = \"Ann\"\ntags = ['water', 'wind']\n+++\n")]
    [InlineData("---toml\ntitle = Mill # a name\nteam = \"Ann\"\ntags = ['water', 'wind']\n---\n")]
    [InlineData(";;;\n\"title\": Mill,\n\"team\": \"Ann\",\n\"tags\": [\"water\", \"wind\"]\n;;;\n")]
    [InlineData("---json\n{\n  \"title\": \"Mill,\n  \"team\": \"Ann\"\n  \"tags\": [\n    \"water\",\n    \"wind\"\n  ]\n}\n---\n")]
    [InlineData("{\n  \"title\": \"Mill\"\n  \"team\": \"Ann\",\n  \"tags\": [\"water\", \"wind\"]\n}\n")]
    public void Read_AFault_CostsAWarningAlone(string matter)
    {
        var reading = Read.File("a.md", matter + "We turn sails.\n");

        var fields = reading.Only().Fields;
        Assert.StartsWith("Mill", ((Proposals.Sources.SourceText)fields.Entries[0].Value).Text, StringComparison.Ordinal);
        Assert.Equal(["title", "team", "tags"], fields.Entries.Select(static entry => entry.Key));
        Assert.Equal("Ann", Read.Show(fields.Entries[1].Value));
        Assert.Equal("[water | wind]", Read.Show(fields.Entries[2].Value));
        Assert.Equal("We turn sails.\n", reading.Only().Body!.Text.TrimStart('\n'));
        Assert.Contains("line by line", Assert.Single(reading.Warnings).Cause, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("+++\ntitle = Mill\ndraft = true\n+++\n")]
    [InlineData("+++\ntitle = \"Mill\npublished = false\n+++\n")]
    [InlineData("+++\ntitle = Mill\nplan = { draft = true\n+++\n")]
    [InlineData(";;;\n\"title\": Mill,\n\"draft\": true\n;;;\n")]
    [InlineData("---json\n{\"title\": \"Mill,\n\"published\": \"false\"}\n---\n")]
    [InlineData("{\n  \"title\": \"Mill\"\n  \"draft\": true\n}\n")]
    [InlineData("{\"title\": \"Mill\" \"draft\": true}\n")]
    public void Run_ADraftAmongThem_IsNotServed(string matter)
    {
        using var archive = new TemporaryArchive()
            .Write("a.md", matter + "We plant quinces.\n")
            .Write("control.md", "---\ntitle: Control\n---\nWords.\n");

        Assert.Equal("control", Assert.Single(archive.Run().Index.Added).Id);
    }
}
