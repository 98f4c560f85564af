using ProposalSearch.Backends.Choice;
using Xunit;

namespace ProposalSearch.Indexer.Tests.Commands;

/// <summary>Indexes on a cluster.</summary>
public sealed class ClusterOptionTests : IDisposable
{
    private readonly Console _console = new(KnownBackends.Of);

    public void Dispose() => _console.Dispose();

    [Fact]
    public void Options_ThatAreWrong_AreAllTold()
    {
        Assert.Equal(2, _console.Run("verify", "--backend", "opensearch", "--nodes", "ftp://a", "--shards", "0", "--replicas", "x"));

        Assert.Contains("--nodes is 'ftp://a'", _console.Error, StringComparison.Ordinal);
        Assert.Contains("--shards is '0': it must be a whole number from 1 to 100.", _console.Error, StringComparison.Ordinal);
        Assert.Contains("--replicas is 'x': it must be a whole number from 0 to 10.", _console.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_WhereNoNodeAnswers_SaysSo()
    {
        _console.Write("source/a.md", "---\ntitle: Water\n---\nWells.\n");

        Assert.Equal(2, _console.Run("--source", _console.Source, "--backend", "opensearch", "--nodes", "http://127.0.0.1:1"));

        Assert.Contains("No node of the cluster answers (http://127.0.0.1:1)", _console.Error, StringComparison.Ordinal);
    }
}
