using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.SearchHost.Tests.Serving;

/// <summary>One host on the sample archive for all tests that only read.</summary>
public sealed class HostFixture : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder _dumps = new();

    public RunningHost Host { get; private set; } = null!;

    public async Task InitializeAsync() => Host = await RunningHost.StartAsync(settings: ("ProposalSearch:Dump", _dumps.Path));

    public async Task DisposeAsync() => await Host.DisposeAsync();

    public void Dispose() => _dumps.Dispose();
}

[CollectionDefinition(Name)]
public sealed class HostCollection : ICollectionFixture<HostFixture>
{
    public const string Name = "host";
}
