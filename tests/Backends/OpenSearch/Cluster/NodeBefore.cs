using ProposalSearch.Testing;

namespace ProposalSearch.Backends.OpenSearch.Tests.Cluster;

/// <summary>Stands before the cluster of the tests, passes on what is asked, and answers itself where a test says so.</summary>
internal sealed class NodeBefore : IDisposable
{
    private readonly RelayNode _relay;
    private readonly Func<string, string, (int Status, string Body)?> _answer;

    /// <summary>Stands before it.</summary>
    /// <param name="answer">From method and path, and the body of a request, to what is answered; nothing where it is passed on.</param>
    public NodeBefore(Func<string, string, (int Status, string Body)?> answer)
    {
        _answer = answer;
        _relay = new RelayNode(TestCluster.Settings.Nodes[0], AnswerAsync);
    }

    /// <summary>Where it is.</summary>
    public Uri Address => _relay.Address;

    /// <summary>Of which requests the answer is lost: they are passed on, and told that nobody could answer.</summary>
    public Predicate<string> Loses { get; set; } = static _ => false;

    /// <inheritdoc/>
    public void Dispose() => _relay.Dispose();

    private async Task<(int Status, string Body)> AnswerAsync(RelayedRequest request)
    {
        string asked = $"{request.Method} {request.Path}";
        var said = _answer(asked, request.Body) ?? await _relay.PassOnAsync(request);
        return Loses(asked) ? (503, "{}") : said;
    }
}
