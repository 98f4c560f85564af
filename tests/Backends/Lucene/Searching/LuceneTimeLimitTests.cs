using ProposalSearch.Testing.Conformance;
using Xunit;
using Xunit.Abstractions;

namespace ProposalSearch.Backends.Lucene.Tests.Searching;

/// <summary>Long texts in an index of Lucene.Net.</summary>
public sealed class LuceneLongTexts() : LongTexts(clock => new(new LuceneStore(), clock));

/// <summary>The Lucene.Net backend ends in time.</summary>
[Collection(nameof(ByItself))]
public sealed class LuceneTimeLimitTests(LuceneLongTexts texts, ITestOutputHelper output)
    : TimeLimitConformance(texts, output), IClassFixture<LuceneLongTexts>;
