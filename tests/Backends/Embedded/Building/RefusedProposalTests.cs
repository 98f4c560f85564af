using ProposalSearch.Proposals;
using ProposalSearch.Retrieval;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Backends.Embedded.Tests.Building;

public sealed class RefusedProposalTests : IDisposable
{
    /// <summary>Between two answers lie so many positions that no more than some 130,000 fit a document.</summary>
    private const int TooMany = 140_000;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("proposalsearch-");

    [Fact]
    public void Add_AProposalOfTooManyAnswers_IsRefusedByNameAndTheOthersAreIndexed()
    {
        var backend = BlockingCalls.EmbeddedBackend();
        var endless = Some.Proposal("b") with { Answers = [.. Enumerable.Repeat(new Answer("Again?", null, "yes"), TooMany)] };
        using (var builder = backend.Build(_folder.FullName))
        {
            builder.Add(Some.Proposal("a", "trees"));
            var refusal = Assert.Throws<DocumentRefusedException>(() => builder.Add(endless));
            Assert.Contains("\"b\"", refusal.Message, StringComparison.Ordinal);
            builder.Add(Some.Proposal("c", "trees"));
            builder.Commit(Some.Metadata);
        }

        using var index = backend.Open(_folder.FullName);
        Assert.Equal(2, index.Identity.Documents);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
