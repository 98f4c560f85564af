using ProposalSearch.Analysis.Forms;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Backends.Embedded.Tests.Building;

/// <summary>An engine with the stems of one language makes no others of another.</summary>
public sealed class LanguageTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Index_OfNoLanguage_SaysIt()
    {
        var store = new EmbeddedStore();
        await using (var writer = await store.CreateAsync(_folder.Path, new IndexSettings()))
        {
            await writer.DeclareAsync([], BuiltInLanguages.None);
            var document = new IndexDocument { Id = "a", Stored = new byte[] { 1 } };
            document.Sections.Add(new Section(0, "Escuelas"));
            await writer.AddAsync(document);
            await writer.PublishAsync([]);
        }

        using var reader = await store.OpenAsync(_folder.Path);

        Assert.Equal(AnalysisOptions.Of(BuiltInLanguages.None), reader.Analysis);
    }

    [Fact]
    public async Task Writer_OfALanguageThatTheEngineDoesNotKnow_IsNotMade()
    {
        var store = new EmbeddedStore();
        await using var writer = await store.CreateAsync(_folder.Path, new IndexSettings());

        var failure = await Assert.ThrowsAsync<ArgumentException>(async () => await writer.DeclareAsync([], new Klingon()));

        Assert.Contains("The engine has no stems of Klingon: it knows en, und.", failure.Message, StringComparison.Ordinal);
    }

    private sealed class Klingon : ILanguage
    {
        public string Code => "tlh";

        public string Name => "Klingon";

        public IReadOnlyCollection<string> StopWords => [];

        public bool PartsCharacters => false;

        public Range Bare(ReadOnlySpan<char> word) => ..;

        public string? Stem(string word) => word;
    }
}
