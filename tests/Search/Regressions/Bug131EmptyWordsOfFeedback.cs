using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Search.Tests.Regressions;

/// <summary>
/// "elderly loneliness" also weighed "i": words that the best hits have in common were any words, single letters and those that hold a
/// sentence together among them.
/// </summary>
public sealed class Bug131EmptyWordsOfFeedback
{
    [Fact]
    public async Task AlsoWeighed_OfHitsWithEmptyWords_HasNone()
    {
        using var folder = new TemporaryFolder();
        var backend = BlockingCalls.EmbeddedBackend();
        using (var builder = backend.Build(folder.Path))
        {
            for (var number = 0; number < 6; number++)
            {
                builder.Add(Some.Proposal(
                    $"{number}", "Elderly neighbors, I befriend others; we do so together, without B, 12 or 2b, every week, however."));
            }

            for (var number = 0; number < 10; number++)
            {
                builder.Add(Some.Proposal($"other {number}", "A garden of roses."));
            }

            builder.Commit(Some.Metadata);
        }

        using var index = await backend.OpenAsync(folder.Path);
        var answer = await index.SearchAsync(new SearchRequest { Text = "elderly", TimeBudget = null });

        Assert.Equal(["befriend", "neighbors", "week"], answer.Query.AlsoWeighed.Order(StringComparer.Ordinal));
    }
}
