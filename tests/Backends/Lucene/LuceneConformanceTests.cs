using ProposalSearch.Search;
using ProposalSearch.Testing.Conformance;
using Xunit.Abstractions;

namespace ProposalSearch.Backends.Lucene.Tests;

/// <summary>The Lucene.Net backend keeps the whole contract.</summary>
public sealed class LuceneConformanceTests(CorpusIndex corpus) : SearchBackendConformance(corpus)
{
    /// <inheritdoc/>
    protected override SearchBackend CreateBackend() => new(new LuceneStore());
}

/// <summary>It keeps what files promise.</summary>
public sealed class LuceneFileTests : FileBackendConformance
{
    /// <inheritdoc/>
    protected override SearchBackend CreateBackend() => new(new LuceneStore());
}

/// <summary>It answers generated queries as the plain twin does.</summary>
public sealed class LuceneGeneratedQueryTests(ITestOutputHelper output) : GeneratedQueryConformance(output)
{
    /// <inheritdoc/>
    protected override SearchBackend CreateBackend() => new(new LuceneStore());
}

/// <summary>It reads what people paste and mistype, on a real archive.</summary>
public sealed class LuceneArchiveReadingTests(ITestOutputHelper output) : ArchiveReadingConformance(output)
{
    /// <inheritdoc/>
    protected override SearchBackend CreateBackend() => new(new LuceneStore());
}

/// <summary>It answers from an index that was changed as from one that was made anew.</summary>
public sealed class LuceneIncrementalTests : IncrementalConformance
{
    /// <inheritdoc/>
    protected override SearchBackend CreateBackend() => new(new LuceneStore());
}
