using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;
using ProposalSearch.Analysis.Forms;
using ProposalSearch.Languages;
using ProposalSearch.Retrieval;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Retrieval.Results;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Backends.Lucene.Tests;

/// <summary>An index says its language, and its words are that language's.</summary>
public sealed class LanguageTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("en")]
    [InlineData("und")]
    [InlineData("pt-BR")]
    [InlineData("ja")]
    public async Task Index_OfALanguage_SaysIt(string code)
    {
        await PublishAsync(code, "Uma organização");

        using var reader = await new LuceneStore().OpenAsync(_folder.Path);

        Assert.Equal(AnalysisOptions.Of(Language(code)), reader.Analysis);
    }

    [Fact]
    public async Task Word_WhoseStemNeedsItsAccent_StandsUnderBothStemsAtOnePlace()
    {
        await PublishAsync("pt", "As organizações abertas");
        using var reader = await new LuceneStore().OpenAsync(_folder.Path);
        var normalizer = new TermNormalizer(reader.Analysis);
        var open = new PhraseTerm(normalizer.Stem("abertas"), 1);

        foreach (var word in (string[])["organização", "organizacoes"])
        {
            var phrase = new PhraseQuery(TermForm.Stemmed, [new PhraseTerm(normalizer.Stem(word), 0), open], Slop: 0);
            Assert.Equal(1, (await reader.SearchAsync(phrase, new SearchOptions { Top = 1 })).Total);
        }
    }

    [Fact]
    public async Task Index_OfALanguageThatThisProgramDoesNotKnow_IsOfAnotherVersion()
    {
        await PublishAsync("es", "Una organización");
        using (var directory = FSDirectory.Open(_folder.Path))
        using (var writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, analyzer: null)))
        {
            using var before = DirectoryReader.Open(directory);
            writer.SetCommitData(new Dictionary<string, string>(before.IndexCommit.UserData) { ["language"] = "tlh" });
            writer.Commit();
        }

        var failure = await Assert.ThrowsAsync<IndexUnavailableException>(async () => await new LuceneStore().OpenAsync(_folder.Path));

        Assert.Equal(IndexUnavailableReason.OtherVersion, failure.Reason);
        Assert.Contains("its language is \"tlh\", which this program does not know", failure.Message, StringComparison.Ordinal);
    }

    private static ILanguage Language(string code) => KnownLanguages.All.Single(language => language.Code == code);

    private async Task PublishAsync(string code, string text)
    {
        var writer = await new LuceneStore().CreateAsync(_folder.Path, new IndexSettings());
        await using var writing = writer;
        await writer.DeclareAsync([], Language(code));
        var document = new IndexDocument { Id = "a", Stored = new byte[] { 1 } };
        document.Sections.Add(new Section(0, text));
        await writer.AddAsync(document);
        await writer.PublishAsync([]);
    }
}
