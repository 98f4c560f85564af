using ProposalSearch.Proposals.Mapping;
using ProposalSearch.Proposals.Schema;
using ProposalSearch.Proposals.Sources;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Schema;

public sealed class SchemaFileTests
{
    [Fact]
    public void Find_AKeyThatIsNamedAndFitsAnEarlierPattern_IsWhatItIsNamed()
    {
        var keys = Load("extends: none\nfields:\n  title: '*name'\n  organization: group_name\n");

        Assert.Equal(FieldRole.Organization, keys.FieldOf("group_name"));
        Assert.Equal(FieldRole.Title, keys.FieldOf("file_name"));
    }

    [Fact]
    public void Load_ASchema_IsPutOnTopOfTheBuiltInOne()
    {
        var keys = Load(
            "fields:\n  title: headline\nfacets:\n  theme:\n    label: Theme\n    keys: [topic]\nquestions:\n  risk:\n    label: "
                + "Risks\n    wordings: ['*go wrong*']\n");

        Assert.Equal(FieldRole.Title, keys.FieldOf("Headline"));
        Assert.Equal(FieldRole.Title, keys.FieldOf("title"));
        Assert.Equal("Theme", keys.Find("topic")?.Facet?.Rule.Definition.Label);
        Assert.Equal("risk", keys.Find("What may go wrong?")?.QuestionId);
        Assert.Equal("evaluation", keys.Find("project_measure")?.QuestionId);
    }

    [Fact]
    public void Load_ExtendsNone_KnowsOnlyItsOwn()
    {
        var keys = Load("extends: none\nfields:\n  title: headline\n");

        Assert.Null(keys.Find("title"));
        Assert.Equal(FieldRole.Title, keys.FieldOf("headline"));
    }

    [Fact]
    public void Load_AFacetOfTheSameName_ReplacesTheBuiltInOne()
        => Assert.Equal(
            "Theme", Load("facets:\n  category:\n    label: Theme\n    keys: [theme]\n").Find("theme")?.Facet?.Rule.Definition.Label);

    [Fact]
    public void Load_ManyFaults_AreAllNamedWithTheirLines()
    {
        const string Schema = "fieldz: 1\nfields:\n  titel: x\nfacets:\n  My Facet:\n    type: colour\n    answer: maybe\n    "
            + "max_length: many\nlimits:\n  file_bytes: -1\nnoise: {a: b}\n";

        var message = Assert.Throws<SourceUnavailableException>(() => Load(Schema)).Message;

        foreach (
            var part in (string[])["line 1: the schema has the key "
                + "'fieldz'", "'titel'", "My Facet", "'colour'", "'maybe'", "line 8: 'max_length'", "file_bytes", "line 11: 'noise'",
                "docs/schema.md"])
        {
            Assert.Contains(part, message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("fieldz: {}\n", "Did you mean 'fields'?")]
    [InlineData(
        "facets:\n  theme:\n    anwser: never\n",
        "line 3: 'theme' has the key 'anwser', which means nothing here. Did you mean 'answer'?")]
    [InlineData("facets:\n  theme:\n    answer: nevver\n", "Did you mean 'never'?")]
    [InlineData("noise: x\nnoise: y\n", "already in line 1: put both together")]
    [InlineData("facets:\n  a: {keys: x}\n  a: {keys: y}\n", "line 3: 'facets' has the key 'a' already in line 2")]
    [InlineData("facets:\n  answered: {keys: x}\n", "which counts the questions that proposals answer")]
    [InlineData(
        "facets:\n  a: {keys: x, below: {field: b}, values: {v: {below: [w]}}}\n  b: {keys: y}\n",
        "takes the field 'b', which another facet has")]
    [InlineData("facets:\n  a: {keys: x, values: {v: {below: [w]}}}\n", "no 'below' that names their facet")]
    [InlineData("facets:\n  a: {keys: x, type: number, ranges: [100, 10, much]}\n", "'ranges' has 'much'")]
    [InlineData("facets:\n  a: {keys: x, ranges: [1, 2]}\n", "add 'type: number'")]
    [InlineData("facets:\n  a: {keys: x, aliases: {y: [z]}}\n", "'y' must be a text")]
    [InlineData(
        "questions:\n  a: {wordings: [What now?]}\n  b: {wordings: [what  NOW]}\n",
        "The wording 'what  NOW' of the question 'b' is also one of 'a'")]
    [InlineData("questions:\n  title: {wordings: [What now?]}\n", "'in:title' means the title")]
    [InlineData("likeness: {threshold: most}\n", "'threshold' is 'most': it must be a number from 0 to 1")]
    [InlineData("likeness: {synonyms: [one]}\n", "write each group as [evaluate, assess, measure]")]
    [InlineData("published: {status: {draft: 1}}\n", "'status' must be a key, or a list of keys")]
    [InlineData("published: [status]\n", "'published' must be a mapping of keys to values")]
    [InlineData("published: {status: draft}\npublished: {state: draft}\n", "already in line 1")]
    [InlineData("links: {home: [a]}\n", "'home' must be a text")]
    public void Load_AFault_IsNamedWithItsRemedy(string schema, string part)
        => Assert.Contains(part, Assert.Throws<SourceUnavailableException>(() => Load(schema)).Message, StringComparison.Ordinal);

    [Fact]
    public void Load_Answers_AreKnownUnderTheirKeys()
    {
        var plan = Load("answers: ['q1', 'budget']\n").Find("budget");

        Assert.True(plan?.IsAnswer);
        Assert.Equal(("Budget", "budget"), (plan?.Question, plan?.QuestionId));
    }

    [Theory]
    [InlineData("a: b: c\n")]
    [InlineData("- a\n")]
    public void Load_NoSchema_SaysWhy(string text)
        => Assert.Contains("schema", Assert.Throws<SourceUnavailableException>(() => Load(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void Load_NoFile_SaysSo()
        => Assert.Contains(
            "/no/schema.yml",
            Assert.Throws<SourceUnavailableException>(static () => SchemaFile.Load("/no/schema.yml")).Message,
            StringComparison.Ordinal);

    private static SchemaKeys Load(string text)
    {
        using var archive = new TemporaryArchive().Write("schema.yml", text);
        return new SchemaKeys(SchemaFile.Load(Path.Combine(archive.Path, "schema.yml")));
    }
}
