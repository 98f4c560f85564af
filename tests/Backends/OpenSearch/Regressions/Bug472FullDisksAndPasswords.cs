using System.Text;
using ProposalSearch.Backends.OpenSearch.Cluster;
using Xunit;

namespace ProposalSearch.Backends.OpenSearch.Tests.Regressions;

/// <summary>
/// Where the disks of all nodes are nearly full, the cluster makes no index and says so with 403: the build told to check name and
/// password.
/// </summary>
public sealed class Bug472FullDisksAndPasswords
{
    [Fact]
    public void IndexThatIsNotMade_SinceDisksAreFull_NamesTheDisks()
    {
        const string Said = """
            {"error":{"type":"index_create_block_exception","reason":"blocked by: [FORBIDDEN/10/cluster create-index blocked (api)];"},
             "status":403}
            """;

        string message = ClusterErrors.Of(new ClusterAnswer(403, Encoding.UTF8.GetBytes(Said))).Message;

        Assert.Contains("make room", message, StringComparison.Ordinal);
        Assert.DoesNotContain("password", message, StringComparison.Ordinal);
    }
}
