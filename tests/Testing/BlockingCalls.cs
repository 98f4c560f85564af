using ProposalSearch.Backends.Choice;
using ProposalSearch.Backends.Embedded;
using ProposalSearch.Indexing;
using ProposalSearch.Proposals;
using ProposalSearch.Retrieval;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Search;
using ProposalSearch.Search.Building;

namespace ProposalSearch.Testing;

/// <summary>The asynchronous contract for tests that have nothing else to do while they wait.</summary>
public static class BlockingCalls
{
    /// <summary>
    /// A backend for tests of what stands on the contract: the embedded one, which needs a few milliseconds for a small index.
    /// </summary>
    public static SearchBackend EmbeddedBackend() => new(new EmbeddedStore());

    /// <summary>
    /// The engine that the host, its pages and the indexer are tested on: the default one, or that which the environment variable
    /// <c>PROPOSALSEARCH_TEST_BACKEND</c> names.
    /// </summary>
    public static BackendName TestedBackend { get; } =
        Environment.GetEnvironmentVariable("PROPOSALSEARCH_TEST_BACKEND") is { Length: > 0 } name
            ? Enum.Parse<BackendName>(name, ignoreCase: true)
            : KnownBackends.Default;

    /// <summary>Searches with <see cref="TestedBackend"/>.</summary>
    public static SearchBackend TestedEngine() => KnownBackends.Of(TestedBackend);

    /// <summary>As <see cref="SearchBackend.OpenAsync"/>.</summary>
    public static ProposalIndex Open(this SearchBackend backend, string location) => Wait(backend.OpenAsync(location));

    /// <summary>As <see cref="SearchBackend.OpenToServeAsync"/>.</summary>
    public static ProposalIndex OpenToServe(this SearchBackend backend, string location, IndexHeldIn heldIn) =>
        Wait(backend.OpenToServeAsync(location, heldIn));

    /// <summary>As <see cref="SearchBackend.VerifyAsync"/>.</summary>
    public static IndexVerification Verify(this SearchBackend backend, string location) => Wait(backend.VerifyAsync(location));

    /// <summary>As <see cref="ProposalIndex.StatisticsAsync"/>.</summary>
    public static IndexStatistics Statistics(this ProposalIndex index) => Wait(index.StatisticsAsync());

    /// <summary>As <see cref="SearchBackend.BuildAsync"/>, with the facets declared.</summary>
    public static BlockingBuilder Build(this SearchBackend backend, string location, IReadOnlyList<FacetDefinition>? facets = null)
    {
        var builder = Wait(backend.BuildAsync(location));
        Wait(builder.DeclareAsync(facets ?? []));
        return new BlockingBuilder(builder);
    }

    /// <summary>As <see cref="IndexingPipeline.RunAsync"/>.</summary>
    public static IndexingReport RunPipeline(
        IndexingOptions options,
        SearchBackend backend,
        TimeProvider time,
        IProgress<IndexingProgress>? progress = null,
        CancellationToken cancellation = default) =>
        IndexingPipeline.RunAsync(options, backend, time, progress, cancellation).GetAwaiter().GetResult();

    internal static T Wait<T>(ValueTask<T> task) => task.AsTask().GetAwaiter().GetResult();

    internal static void Wait(ValueTask task) => task.AsTask().GetAwaiter().GetResult();
}

/// <summary>As <see cref="ProposalIndexBuilder"/>.</summary>
public sealed class BlockingBuilder(ProposalIndexBuilder builder) : IDisposable
{
    /// <summary>As <see cref="ProposalIndexBuilder.AddAsync"/>.</summary>
    public void Add(Proposal proposal) => BlockingCalls.Wait(builder.AddAsync(proposal));

    /// <summary>As <see cref="ProposalIndexBuilder.PublishAsync"/>.</summary>
    public void Commit(IndexMetadata metadata, params IReadOnlyList<IndexBlob> blobs) =>
        BlockingCalls.Wait(builder.PublishAsync(metadata, blobs));

    /// <inheritdoc/>
    public void Dispose() => BlockingCalls.Wait(builder.DisposeAsync());
}
