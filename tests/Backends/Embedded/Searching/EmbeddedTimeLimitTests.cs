using ProposalSearch.Testing.Conformance;
using Xunit;
using Xunit.Abstractions;

namespace ProposalSearch.Backends.Embedded.Tests.Searching;

/// <summary>Long texts in the embedded engine.</summary>
public sealed class EmbeddedLongTexts() : LongTexts(clock => new(new EmbeddedStore(), clock));

/// <summary>The embedded engine ends in time.</summary>
[Collection(nameof(ByItself))]
public sealed class EmbeddedTimeLimitTests(EmbeddedLongTexts texts, ITestOutputHelper output)
    : TimeLimitConformance(texts, output), IClassFixture<EmbeddedLongTexts>;
