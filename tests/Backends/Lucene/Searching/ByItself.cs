using Xunit;

namespace ProposalSearch.Backends.Lucene.Tests.Searching;

/// <summary>Tests that measure the work of the whole process: no other runs beside them.</summary>
[CollectionDefinition(nameof(ByItself), DisableParallelization = true)]
public sealed class ByItself;
