using ProposalSearch.Indexer.Commands;
using ProposalSearch.Indexer.Terminal;
using ProposalSearch.Search;
using Xunit;

namespace ProposalSearch.Indexer.Tests.Regressions;

/// <summary>A search that was given up, as on a busy machine after two seconds, ended with the stack of an unhandled exception.</summary>
public sealed class Bug540SearchesThatTakeTooLong
{
    [Fact]
    public async Task Search_GivenUp_SaysSoInASentence()
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var screen = new Screen(output, error, IsInteractive: false);

        var code = await CommandTree.GuardedAsync(screen, static () => throw new SearchTimeExceededException(TimeSpan.FromSeconds(30)));

        Assert.Equal(2, code);
        Assert.Contains("given up after 30 s", Assert.Single(error.ToString().TrimEnd().Split('\n')), StringComparison.Ordinal);
    }
}
