using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ProposalSearch.Backends.OpenSearch.Tests.Cluster;

/// <summary>Stands before the cluster of the tests, passes on what is asked, and answers itself where a test says so.</summary>
internal sealed class NodeBefore : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly HttpClient _client = new();
    private readonly Func<string, string, (int Status, string Body)?> _answer;

    /// <summary>Stands before it.</summary>
    /// <param name="answer">From method and path, and the body of a request, to what is answered; nothing where it is passed on.</param>
    public NodeBefore(Func<string, string, (int Status, string Body)?> answer)
    {
        _answer = answer;
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}/");
        free.Stop();
        _listener.Prefixes.Add(Address.AbsoluteUri);
        _listener.Start();
        _ = AnswerAsync();
    }

    /// <summary>Where it is.</summary>
    public Uri Address { get; }

    /// <summary>Of which requests the answer is lost: they are passed on, and told that nobody could answer.</summary>
    public Predicate<string> Loses { get; set; } = static _ => false;

    /// <inheritdoc/>
    public void Dispose()
    {
        _listener.Close();
        _client.Dispose();
    }

    private async Task AnswerAsync()
    {
        try
        {
            while (true)
            {
                _ = AnswerAsync(await _listener.GetContextAsync());
            }
        }
        catch (Exception fault) when (fault is HttpListenerException or ObjectDisposedException)
        {
            // It was closed.
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        using var reader = new StreamReader(context.Request.InputStream, Encoding.UTF8);
        string body = await reader.ReadToEndAsync();
        var (method, path) = (context.Request.HttpMethod, context.Request.Url!.AbsolutePath);
        var (status, said) = _answer($"{method} {path}", body) ?? await PassOnAsync(method, context.Request.Url!.PathAndQuery, body);
        (status, said) = Loses($"{method} {path}") ? (503, "{}") : (status, said);
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(said));
        context.Response.Close();
    }

    private async Task<(int Status, string Body)> PassOnAsync(string method, string path, string body)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(TestCluster.Settings.Nodes[0], path));
        request.Content = body.Length == 0 ? null : new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await _client.SendAsync(request);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
