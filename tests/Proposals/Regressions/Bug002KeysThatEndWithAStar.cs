using ProposalSearch.Indexing.Drafting;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Regressions;

/// <summary>
/// Forms mark what has to be answered with a star. The drafted schema had it as a pattern, which did not match the key that it was drafted
/// from.
/// </summary>
public sealed class Bug002KeysThatEndWithAStar
{
    [Fact]
    public void Of_AKeyWithAStarAtItsEnd_IsKnownToTheDraft()
    {
        using var archive = new TemporaryArchive().Write(
            "a.csv",
            "title,How will it work? *,Kind *\n"
                + string.Concat(
                    Enumerable.Range(0, 12).Select(
                        static row => $"T{row},It works in way {row} of many.,{(row % 2 == 0 ? "big" : "small")}\n")));
        using var schemas = new TemporaryArchive().Write("s.yml", SchemaDraft.Of(archive.Path));

        Assert.NotEmpty(archive.Run().Report.InferredRoles);
        Assert.Empty(archive.Run(Path.Combine(schemas.Path, "s.yml")).Report.InferredRoles);
    }
}
