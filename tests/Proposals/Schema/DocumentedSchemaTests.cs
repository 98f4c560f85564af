using ProposalSearch.Proposals.Mapping;
using ProposalSearch.Proposals.Schema;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Schema;

/// <summary>What docs/schema.md says is so.</summary>
public sealed class DocumentedSchemaTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "schema.md"));

    [Fact]
    public void Example_IsASchemaWithoutFaults()
    {
        var start = Page.IndexOf("```yaml\n", StringComparison.Ordinal) + 8;
        using var archive = new TemporaryArchive().Write("s.yml", Page[start..Page.IndexOf("```", start, StringComparison.Ordinal)]);

        var keys = new SchemaKeys(SchemaFile.Load(Path.Combine(archive.Path, "s.yml")));

        Assert.Equal("theme", keys.Find("On which topic do you work?")?.Facet?.Rule.Definition.Field);
        Assert.Equal("What may go wrong?", keys.Find("q7")?.Question);
        Assert.Equal("risk", keys.Find("q7")?.QuestionId);
    }

    [Fact]
    public void CanonicalQuestions_AreAllNamed()
        => Assert.All(
            SchemaFile.BuiltIn().Questions,
            static question => Assert.Contains($"`{question.Definition.Id}`", Page, StringComparison.Ordinal));
}
