using ProposalSearch.Retrieval;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Backends.Choice.Tests;

/// <summary>Which cluster is meant.</summary>
public sealed class ClusterSettingsTests
{
    [Theory]
    [InlineData("http://127.0.0.1:9200", 1)]
    [InlineData("http://a:9200,https://b.example.org/search , http://[::1]:9201", 3)]
    public void ReadNodes_OfAddresses_GivesThem(string text, int count) => Assert.Equal(count, ClusterSettings.ReadNodes(text)!.Count);

    [Theory]
    [InlineData("")]
    [InlineData("127.0.0.1:9200")]
    [InlineData("ftp://a")]
    [InlineData("http://a,")]
    [InlineData("http://user:secret@a:9200")]
    public void ReadNodes_OfAnythingElse_GivesNone(string text) => Assert.Null(ClusterSettings.ReadNodes(text));

    [Fact]
    public void ToString_OfSettingsWithAPassword_DoesNotSayIt() =>
        Assert.Equal("http://127.0.0.1:9200", new ClusterSettings { User = "me", Password = "secret" }.ToString());

    [Theory]
    [InlineData("proposals", true)]
    [InlineData("la2050-archive_2", true)]
    [InlineData("Proposals", false)]
    [InlineData("-a", false)]
    [InlineData("a/b", false)]
    [InlineData("a*", false)]
    [InlineData("", false)]
    public void IsIndexName_OfAText_SaysWhetherAnIndexMayBeCalledSo(string name, bool may) =>
        Assert.Equal(may, KnownBackends.IsIndexName(name));

    [Fact]
    public void Open_WhereNoNodeAnswers_SaysSo()
    {
        var backend = KnownBackends.Of(BackendName.OpenSearch, new ClusterSettings { Nodes = [new("http://127.0.0.1:1")] });

        var fault = Assert.Throws<IndexUnavailableException>(() => backend.Open("proposals"));

        Assert.Equal(IndexUnavailableReason.Unreachable, fault.Reason);
        Assert.Contains("http://127.0.0.1:1", fault.Message, StringComparison.Ordinal);
    }
}
