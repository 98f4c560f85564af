using System.Text;
using System.Text.Json;
using ProposalSearch.Backends.OpenSearch.Cluster;
using ProposalSearch.Backends.OpenSearch.Indexing;
using ProposalSearch.Backends.OpenSearch.Tests.Cluster;
using ProposalSearch.Retrieval;
using Xunit;

namespace ProposalSearch.Backends.OpenSearch.Tests.Indexing;

/// <summary>What the cluster does not take at once.</summary>
public sealed class BulkSenderTests
{
    private const string Full = """{"type":"cluster_block_exception","reason":"disk usage exceeded flood-stage watermark"}""";

    private readonly List<string[]> _sent = [];

    [Fact]
    public async Task Documents_OfWhichSomeAreRefusedForNow_AreSentAgainAlone()
    {
        long again = await SendAsync(10, ids => (200, Items(ids, id => id is "3" or "7" && _sent.Count < 3
            ? (429, """{"type":"rejected_execution_exception"}""") : (200, null))));

        Assert.Equal([10, 2, 2], _sent.Select(ids => ids.Length));
        Assert.Equal(["3", "7"], _sent[^1]);
        Assert.Equal(4, again);
    }

    [Fact]
    public async Task Request_ThatIsTooLarge_IsHalved()
    {
        await SendAsync(8, ids => ids.Length > 2 ? (413, "") : (200, Items(ids, _ => (200, null))));

        Assert.Equal(8, _sent.Where(ids => ids.Length <= 2).SelectMany(ids => ids).Distinct().Count());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Cluster_WithoutRoomOnItsDisk_IsSaidToBeFull(bool isItem)
    {
        var fault = await Assert.ThrowsAsync<IndexUnavailableException>(() => SendAsync(3, ids => isItem
            ? (200, Items(ids, _ => (429, Full))) : (429, $$"""{"error":{{Full}},"status":429}""")));

        Assert.Contains("make room", fault.Message, StringComparison.Ordinal);
        Assert.Single(_sent);
    }

    [Fact]
    public async Task Document_ThatCannotBe_IsNamed()
    {
        var fault = await Assert.ThrowsAsync<IndexUnavailableException>(() => SendAsync(3, ids => (200, Items(ids, id =>
            id == "1" ? (400, """{"type":"mapper_parsing_exception","reason":"of document 1"}""") : (200, null)))));

        Assert.Contains("of document 1", fault.Message, StringComparison.Ordinal);
        Assert.Contains("the document \"2014/1\"", fault.Message, StringComparison.Ordinal);
    }

    private static string Items(string[] ids, Func<string, (int Status, string? Error)> answer)
    {
        var items = ids.Select(id => (Id: id, Answer: answer(id))).ToList();
        bool isFaulty = items.Exists(item => item.Answer.Error is not null);
        var written = items.Select(item =>
            $$"""{"index":{"_id":"{{item.Id}}","status":{{item.Answer.Status}},"error":{{item.Answer.Error ?? "null"}} } }""");
        return $$"""{"errors":{{(isFaulty ? "true" : "false")}},"items":[{{string.Join(",", written)}}]}""";
    }

    /// <returns>How many documents were sent again.</returns>
    private async Task<long> SendAsync(int count, Func<string[], (int Status, string Body)> answer)
    {
        using var node = new FakeNode((_, body) =>
        {
            string[] ids = [.. body.Split('\n').Where(line => line.Contains("\"_id\"", StringComparison.Ordinal))
                .Select(line => JsonDocument.Parse(line).RootElement.GetProperty("index").GetProperty("_id").GetString()!)];
            _sent.Add(ids);
            return answer(ids);
        });
        var settings = new OpenSearchSettings { Nodes = [node.Address] };
        using var cluster = new ClusterClient(new ClusterConnection(settings), settings);
        await using var sender = new BulkSender(cluster, "proposals", TimeProvider.System);
        for (int id = 0; id < count; id++)
        {
            await sender.AddAsync(
                new BulkItem($"the document \"2014/{id}\"", Encoding.UTF8.GetBytes($$"""{"index":{"_id":"{{id}}"} }""" + "\n{}\n")),
                CancellationToken.None);
        }

        await sender.FlushAsync(CancellationToken.None);
        return sender.SentAgain;
    }
}
