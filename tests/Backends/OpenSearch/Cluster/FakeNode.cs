using System.Net;
using System.Text;
using ProposalSearch.Testing;

namespace ProposalSearch.Backends.OpenSearch.Tests.Cluster;

/// <summary>
/// A node that answers what a test says: for answers that a real one gives only when a machine fails, or has too much to do, at the right
/// moment.
/// </summary>
internal sealed class FakeNode : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly Func<string, string, (int Status, string Body)> _answer;

    /// <summary>A node.</summary>
    /// <param name="answer">From method and path, and the body of a request, to what is answered.</param>
    /// <param name="port">Where; 0 for a port that is free.</param>
    public FakeNode(Func<string, string, (int Status, string Body)> answer, int port = 0)
    {
        _answer = answer;
        Address = new Uri($"http://127.0.0.1:{(port == 0 ? FreePorts.Next() : port)}/");
        _listener.Prefixes.Add(Address.AbsoluteUri);
        _listener.Start();
        _ = AnswerAsync();
    }

    /// <summary>Where it is.</summary>
    public Uri Address { get; }

    /// <summary>The requests that came: method and path.</summary>
    public List<string> Requests { get; } = [];

    /// <summary>The addresses that requests came from: one for each connection.</summary>
    public HashSet<string> Clients { get; } = [];

    /// <inheritdoc/>
    public void Dispose() => _listener.Close();

    private async Task AnswerAsync()
    {
        try
        {
            while (true)
            {
                var context = await _listener.GetContextAsync();
                using var reader = new StreamReader(context.Request.InputStream);
                string request = $"{context.Request.HttpMethod} {context.Request.Url!.AbsolutePath}";
                lock (Requests)
                {
                    Requests.Add(request);
                    Clients.Add(context.Request.RemoteEndPoint.ToString());
                }

                var (status, body) = _answer(request, await reader.ReadToEndAsync());
                context.Response.StatusCode = status;
                context.Response.ContentType = "application/json";
                await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(body));
                context.Response.Close();
            }
        }
        catch (Exception fault) when (fault is HttpListenerException or ObjectDisposedException)
        {
            // It was closed.
        }
    }
}
