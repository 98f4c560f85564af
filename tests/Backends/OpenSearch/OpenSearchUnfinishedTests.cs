using ProposalSearch.Backends.OpenSearch.Cluster;
using ProposalSearch.Backends.OpenSearch.Tests.Cluster;
using ProposalSearch.Foundation.Timing;
using ProposalSearch.Retrieval;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Retrieval.Results;
using Xunit;

namespace ProposalSearch.Backends.OpenSearch.Tests;

/// <summary>A build goes on with what another of the same left unfinished, and with nothing else.</summary>
public sealed class OpenSearchUnfinishedTests : INeedsCluster, IDisposable
{
    private const string Full = """{"error":{"type":"cluster_block_exception","reason":"[TOO_MANY_REQUESTS/12/disk usage exceeded"} }""";

    private static readonly IndexSettings _settings = new() { SectionWeights = [3, 1] };

    private readonly string _location = TestLocations.New();
    private readonly string _anew = TestLocations.New();
    private readonly NodeBefore _node;
    private readonly OpenSearchStore _store;
    private int _sent;
    private volatile bool _isFull;

    public OpenSearchUnfinishedTests()
    {
        _node = new NodeBefore(Answer);
        _store = new OpenSearchStore(TestCluster.Settings with { Nodes = [_node.Address] });
    }

    [Fact]
    public async Task Build_AfterAFullDisk_SendsWhatIsNotThere()
    {
        await FailAsync();

        long there = await BuildAsync(_store, _location, Documents(6));

        Assert.Equal((4, 2), (there, _sent));
        Assert.Single(await TestLocations.EditionsAsync(_location));
        await BuildAsync(TestLocations.Store, _anew, Documents(6));
        using var goneOn = await TestLocations.Store.OpenAsync(_location);
        using var anew = await TestLocations.Store.OpenAsync(_anew);
        Assert.Equal((anew.Identity.Build, 6), (goneOn.Identity.Build, goneOn.Identity.Documents));
        Assert.Equal(await AnswersAsync(anew), await AnswersAsync(goneOn));
        Assert.Empty((await TestLocations.Store.VerifyAsync(_location)).Faults);
    }

    [Fact]
    public async Task Build_OfFewerDocumentsAndOthers_TakesWhatIsTheSameAlone()
    {
        await FailAsync();
        var documents = Documents(3);
        documents[1] = Document(1, label: 1); // The same words, which weigh otherwise and are found under another question.

        long there = await BuildAsync(_store, _location, documents);

        Assert.Equal((2, 1), (there, _sent));
        await BuildAsync(TestLocations.Store, _anew, documents);
        using var goneOn = await TestLocations.Store.OpenAsync(_location);
        using var anew = await TestLocations.Store.OpenAsync(_anew);
        Assert.Equal(await AnswersAsync(anew), await AnswersAsync(goneOn));
    }

    [Fact]
    public async Task Build_OfAnotherDefinition_BeginsAnewAndRemovesWhatWasLeft()
    {
        await FailAsync();

        long there = await BuildAsync(_store, _location, Documents(6), new IndexColumn("size", ColumnKind.Number));

        Assert.Equal((0, 6), (there, _sent));
        Assert.Single(await TestLocations.EditionsAsync(_location));
    }

    [Fact]
    public async Task Builds_AtTheSameTime_LeaveEachOtherAlone()
    {
        await using var writer = await _store.CreateAsync(_location, _settings);
        await AddAsync(writer, Documents(6));

        Assert.Equal(0, await BuildAsync(TestLocations.Store, _location, Documents(5)));
        using (var other = await TestLocations.Store.OpenAsync(_location))
        {
            Assert.Equal(5, other.Identity.Documents);
        }

        await writer.PublishAsync([]);
        using var last = await TestLocations.Store.OpenAsync(_location);
        Assert.Equal((6, 0), (last.Identity.Documents, writer.AlreadyThere));
    }

    [Fact]
    public async Task Build_HeardNothingOfForLong_IsGoneOnWithAndRefused()
    {
        await using var silent = await _store.CreateAsync(_location, _settings);
        await AddAsync(silent, Documents(6));
        await UntilThereAsync(4);
        using var later = new OpenSearchStore(TestCluster.Settings, new LaterClock(TimeSpan.FromMinutes(10)));

        Assert.InRange(await BuildAsync(later, _location, Documents(6)), 4, 6);
        var fault = await Assert.ThrowsAsync<IndexUnavailableException>(async () => await silent.PublishAsync([]));

        Assert.Contains("Another indexer went on with", fault.Message, StringComparison.Ordinal);
        using var published = await TestLocations.Store.OpenAsync(_location);
        Assert.Equal(6, published.Identity.Documents);
        Assert.Empty((await TestLocations.Store.VerifyAsync(_location)).Faults);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _store.Dispose();
        _node.Dispose();
        TestLocations.Remove(_location);
        TestLocations.Remove(_anew);
    }

    /// <summary>Counts documents that are sent, or says that the disk is full.</summary>
    private (int Status, string Body)? Answer(string request, string body)
    {
        if (!request.EndsWith("/_bulk", StringComparison.Ordinal))
        {
            return null;
        }

        if (_isFull)
        {
            return (429, Full);
        }

        Interlocked.Add(ref _sent, body.Split('\n').Count(line => line.StartsWith("{\"index\":{\"_id\":\"", StringComparison.Ordinal)
            && char.IsAsciiDigit(line[17])));
        return null;
    }

    /// <summary>A build of six documents that ends with a full disk when its first request, of four, is done.</summary>
    private async Task FailAsync()
    {
        await using (var writer = await _store.CreateAsync(_location, _settings))
        {
            await AddAsync(writer, Documents(6));
            await UntilThereAsync(4);
            _isFull = true;
            var fault = await Assert.ThrowsAsync<IndexUnavailableException>(async () => await writer.PublishAsync([]));
            Assert.Contains("make room", fault.Message, StringComparison.Ordinal);
        }

        (_isFull, _sent) = (false, 0);
    }

    private static async Task<long> BuildAsync(OpenSearchStore store, string location, IndexDocument[] documents, params IndexColumn[] more)
    {
        await using var writer = await store.CreateAsync(location, _settings);
        await AddAsync(writer, documents, more);
        await writer.PublishAsync([new IndexBlob("beside", new byte[9])]);
        return writer.AlreadyThere;
    }

    private static async Task AddAsync(IIndexWriter writer, IndexDocument[] documents, params IndexColumn[] more)
    {
        await writer.DeclareAsync([new IndexColumn("color", ColumnKind.Text), .. more]);
        foreach (var document in documents)
        {
            await writer.AddAsync(document);
        }
    }

    private static IndexDocument[] Documents(int count) => [.. Enumerable.Range(0, count).Select(number => Document(number, label: 0))];

    /// <summary>A document that takes a fifth of a request and more.</summary>
    private static IndexDocument Document(int number, int label)
    {
        byte[] stored = new byte[700_000];
        new Random(number).NextBytes(stored);
        return new IndexDocument
        {
            Id = $"d{number:D2}",
            Stored = stored,
            Sections = { new Section(label, $"a river of gardens {number}") },
            Values = { ("color", number % 2 == 0 ? "red" : "blue") },
        };
    }

    private static async Task<string[]> AnswersAsync(IIndexReader reader)
    {
        var found = await reader.Begin(TimeLimit.None).SearchAsync(
            new TermQuery(TermForm.Exact, "river"), new SearchOptions { Top = 100 });
        return [.. found.Hits.Select(hit => FormattableString.Invariant($"{hit.Document} {hit.Score}"))];
    }

    private async Task UntilThereAsync(int documents)
    {
        using var cluster = new ClusterClient(new ClusterConnection(TestCluster.Settings), TestCluster.Settings);
        for (int tries = 0; tries < 300; tries++)
        {
            await cluster.AskAsync("POST", $"/{_location}-*/_refresh");
            if ((await cluster.AskAsync("POST", $"/{_location}-*/_count")).GetProperty("count").GetInt64() >= documents)
            {
                return;
            }

            await Task.Delay(100);
        }

        Assert.Fail("The documents were not there after 30 s.");
    }

    private sealed class LaterClock(TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + by;
    }
}
