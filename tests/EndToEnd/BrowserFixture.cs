using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using ProposalSearch.SearchHost.Composition;
using ProposalSearch.SearchHost.Settings;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.EndToEnd.Tests;

/// <summary>A host on the sample archive, and a browser to look at it.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private static readonly string[] Switches =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--no-proxy-server",
    ];

    /// <summary>How long a step may take, in milliseconds: a busy machine with two cores needs many seconds for what takes one.</summary>
    private const float Patience = 60_000;

    private readonly string _index = Path.Combine(Path.GetTempPath(), "proposalsearch-browser-" + Guid.NewGuid().ToString("N"));
    private WebApplication? _host;
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private string _address = "";
    private OtherSite? _other;

    /// <summary>The host's address.</summary>
    public string Address => _address;

    /// <summary>The address of a site of another origin that embeds the host's box.</summary>
    public string OtherSite => _other!.Address;

    public async Task InitializeAsync()
    {
        if (Chromium.Path is null)
        {
            return;
        }

        _other = await EndToEnd.Tests.OtherSite.StartAsync();
        await StartHostAsync();
        _other.Host = _address;
        Assertions.SetDefaultExpectTimeout(Patience);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Chromium.Path,
            Headless = true,
            Args = Switches,
            Timeout = 2 * Patience,
        });
    }

    /// <summary>A page of the host, in a window of its own. Dispose its context.</summary>
    public async Task<IPage> OpenAsync(
        string address, ColorScheme scheme = ColorScheme.Light, int width = 1200, bool scripts = true, bool policy = true,
        bool touch = false)
    {
        Assert.True(_browser is not null, "There is no browser, and CI=true asks for one: " + Chromium.Absent);
        var context = await _browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = _address,
            ColorScheme = scheme,
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            JavaScriptEnabled = scripts,
            BypassCSP = !policy,
            HasTouch = touch,
            IsMobile = touch,
        });
        context.SetDefaultTimeout(Patience);
        var page = await context.NewPageAsync();
        await page.GotoAsync(address);
        return page;
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.CloseAsync();
        }

        _playwright?.Dispose();
        if (_other is not null)
        {
            await _other.DisposeAsync();
        }

        if (_host is not null)
        {
            await _host.StopAsync();
            await _host.DisposeAsync();
            Directory.Delete(_index, recursive: true);
        }
    }

    private async Task StartHostAsync()
    {
        var backend = BlockingCalls.TestedEngine();
        var settings = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
        {
            ["urls"] = "http://127.0.0.1:0",
            ["ProposalSearch:Source"] = Path.Combine(Repository.Root, "seeds"),
            ["ProposalSearch:Index"] = _index,
            // On a busy machine a search may take long, and a test is about what it finds.
            ["ProposalSearch:SearchBudgetMilliseconds"] = "60000",
            ["ProposalSearch:QueueMilliseconds"] = "10000",
            ["ProposalSearch:AllowedOrigins:0"] = OtherSite,
            ["Logging:LogLevel:Default"] = "None",
        };
        _host = SearchHostApplication.Build(new CommandLine(settings, Help: false), _ => backend, new SampleArchiveRun(backend, _index));
        await _host.StartAsync();
        _address = _host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
    }
}

[CollectionDefinition(Name)]
public sealed class BrowserCollection : ICollectionFixture<BrowserFixture>
{
    public const string Name = "browser";
}
