using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using AngleSharp;
using AngleSharp.Dom;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using ProposalSearch.Search;
using ProposalSearch.SearchHost.Composition;
using ProposalSearch.SearchHost.Settings;
using ProposalSearch.SearchHost.Snapshots;
using ProposalSearch.Testing;

namespace ProposalSearch.SearchHost.Tests.Serving;

/// <summary>The host on a free port of this machine, over real HTTP.</summary>
public sealed class RunningHost : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly string _index;

    private RunningHost(WebApplication application, string index)
    {
        _application = application;
        _index = index;
        var address = application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.None };
        Client = new HttpClient(handler) { BaseAddress = new Uri(address) };
    }

    /// <summary>Settings of a host that gives up no search and refuses none, however busy the machine is.</summary>
    public static (string Key, string? Value)[] Patient { get; } =
        [("ProposalSearch:SearchBudgetMilliseconds", "60000"), ("ProposalSearch:QueueMilliseconds", "10000")];

    public HttpClient Client { get; }

    public IServiceProvider Services => _application.Services;

    /// <summary>Starts a host on the sample archive, or on another way to make an index.</summary>
    internal static async Task<RunningHost> StartAsync(
        IIndexingRun? indexing = null, SearchBackend? backend = null, params (string Key, string? Value)[] settings)
    {
        var index = Path.Combine(Path.GetTempPath(), "proposalsearch-host-" + Guid.NewGuid().ToString("N"));
        var all = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
        {
            ["urls"] = "http://127.0.0.1:0",
            ["ProposalSearch:Source"] = Path.Combine(Repository.Root, "seeds"),
            ["ProposalSearch:Index"] = index,
            ["Logging:LogLevel:Default"] = "None",
        };
        foreach (var (key, value) in settings)
        {
            all[key] = value;
        }

        backend ??= BlockingCalls.TestedEngine();
        var application = SearchHostApplication.Build(
            new CommandLine(all, Help: false), _ => backend, indexing ?? new SampleRun(backend, index));
        await application.StartAsync();
        return new RunningHost(application, index);
    }

    /// <summary>Starts the host as the program composes it, on a folder of proposals.</summary>
    public static Task<RunningHost> StartOnAsync(string source, params (string Key, string? Value)[] more) =>
        StartOnAsync(source, BlockingCalls.TestedEngine(), more);

    /// <summary>The same, on this engine.</summary>
    public static async Task<RunningHost> StartOnAsync(string source, SearchBackend engine, params (string Key, string? Value)[] more)
    {
        var index = Path.Combine(Path.GetTempPath(), "proposalsearch-host-" + Guid.NewGuid().ToString("N"));
        var settings = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
        {
            ["urls"] = "http://127.0.0.1:0",
            ["ProposalSearch:Source"] = source,
            ["ProposalSearch:Index"] = index,
            ["Logging:LogLevel:Default"] = "None",
            ["ProposalSearch:StartupWaitSeconds"] = "300",
        };
        foreach (var (key, value) in more)
        {
            settings[key] = value;
        }

        var application = SearchHostApplication.Build(new CommandLine(settings, Help: false), _ => engine);
        await application.StartAsync();
        return new RunningHost(application, index);
    }

    public Task<HttpResponseMessage> GetAsync(string address) => Client.GetAsync(new Uri(address, UriKind.Relative));

    /// <summary>Sends the address as it is, without the corrections that <see cref="Uri"/> makes.</summary>
    public async Task<HttpResponseMessage> GetRawAsync(string address)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(Client.BaseAddress!.Host, Client.BaseAddress.Port);
        await using var stream = client.GetStream();
        var host = Client.BaseAddress.Authority;
        await stream.WriteAsync(Encoding.Latin1.GetBytes($"GET {address} HTTP/1.0\r\nHost: {host}\r\nConnection: close\r\n\r\n"));
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var line = await reader.ReadLineAsync();
        var status = (HttpStatusCode)int.Parse(line!.Split(' ')[1], CultureInfo.InvariantCulture);
        return new HttpResponseMessage(status) { Content = new StringContent(await reader.ReadToEndAsync()) };
    }

    public async Task<IDocument> PageAsync(string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
        request.Headers.Accept.ParseAdd("text/html");
        using var response = await Client.SendAsync(request);
        return await DocumentAsync(response);
    }

    /// <summary>The page that an answer holds.</summary>
    public static async Task<IDocument> DocumentAsync(HttpResponseMessage answer)
    {
        var html = await answer.Content.ReadAsStringAsync();
        var address = answer.RequestMessage!.RequestUri!.GetLeftPart(UriPartial.Authority);
        return await BrowsingContext.New(Configuration.Default)
            .OpenAsync(content => content.Content(html).Address(address).Status(answer.StatusCode));
    }

    /// <summary>
    /// Stops the host as somebody does who ends the program; later than that only <see cref="DisposeAsync"/> may be called.
    /// </summary>
    public Task StopAsync() => _application.StopAsync();

    /// <summary>Sends bytes as they are, and returns all that comes back.</summary>
    public async Task<string> SendRawAsync(string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(Client.BaseAddress!.Host, Client.BaseAddress.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request));
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _application.StopAsync();
        await _application.DisposeAsync();
        if (Directory.Exists(_index))
        {
            Directory.Delete(_index, recursive: true);
        }
    }
}
