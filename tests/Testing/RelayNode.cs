using System.Net;
using System.Text;

namespace ProposalSearch.Testing;

/// <summary>
/// Stands before a server of JSON over HTTP: what is asked of it is answered by whoever made it, who may pass it on. For answers that a
/// real server gives only when a machine fails, or has too much to do, at the right moment.
/// </summary>
public sealed class RelayNode : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly HttpClient _client = new() { Timeout = TimeSpan.FromMinutes(2) };
    private readonly Uri _server;
    private readonly Func<RelayedRequest, Task<(int Status, string Body)>> _answer;

    /// <summary>Begins to answer, on a free port of this machine.</summary>
    /// <param name="server">What it stands before.</param>
    /// <param name="answer">Answers a request with a status and JSON; may be called for several at once.</param>
    public RelayNode(Uri server, Func<RelayedRequest, Task<(int Status, string Body)>> answer)
    {
        (_server, _answer) = (server, answer);
        Address = new Uri($"http://127.0.0.1:{FreePorts.Next()}/");
        _listener.Prefixes.Add(Address.AbsoluteUri);
        _listener.Start();
        _ = AcceptAsync();
    }

    /// <summary>Where it is.</summary>
    public Uri Address { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        _listener.Close();
        _client.Dispose();
    }

    /// <summary>Asks the server behind it.</summary>
    /// <param name="asked">The request.</param>
    /// <returns>What the server answers.</returns>
    public async Task<(int Status, string Body)> PassOnAsync(RelayedRequest asked)
    {
        ArgumentNullException.ThrowIfNull(asked);
        using var request = new HttpRequestMessage(new HttpMethod(asked.Method), new Uri(_server, asked.PathAndQuery));
        request.Content = asked.Body.Length == 0 ? null : new StringContent(asked.Body, Encoding.UTF8, "application/json");
        using var answer = await _client.SendAsync(request);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    private async Task AcceptAsync()
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
        var address = context.Request.Url!;
        var request = new RelayedRequest(
            context.Request.HttpMethod, address.AbsolutePath, address.PathAndQuery, await reader.ReadToEndAsync());
        var (status, said) = await _answer(request);
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(said));
        context.Response.Close();
    }
}

/// <summary>What is asked of a <see cref="RelayNode"/>.</summary>
/// <param name="Method">The method.</param>
/// <param name="Path">The path alone.</param>
/// <param name="PathAndQuery">The path with what follows it.</param>
/// <param name="Body">The body; empty where there is none.</param>
public sealed record RelayedRequest(string Method, string Path, string PathAndQuery, string Body);
