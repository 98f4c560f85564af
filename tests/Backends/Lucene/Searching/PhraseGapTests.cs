using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Retrieval.Results;
using Xunit;

namespace ProposalSearch.Backends.Lucene.Tests.Searching;

/// <summary>The gap between two sections.</summary>
public sealed class PhraseGapTests
{
    /// <summary>The product's gap is wider than any slop that can be asked for; an engine must not rely on it.</summary>
    [Theory]
    [InlineData(3, 2)]
    [InlineData(100, 2)]
    [InlineData(int.MaxValue, 2)]
    [InlineData(0, 1)]
    public async Task Search_PhraseWithASlopWiderThanTheGap_ReachesIntoNoOtherSection(int slop, long total)
    {
        string folder = Directory.CreateTempSubdirectory("gap-").FullName;
        try
        {
            var store = new LuceneStore();
            await using (var writer = await store.CreateAsync(folder, new IndexSettings { SectionGap = 5 }))
            {
                await writer.AddAsync(Document("side by side", "river bank"));
                await writer.AddAsync(Document("apart", "river of the bank"));
                await writer.AddAsync(Document("in two", "river", "bank"));
                await writer.PublishAsync([]);
            }

            using var reader = await store.OpenAsync(folder);
            var phrase = new PhraseQuery(TermForm.Exact, [new PhraseTerm("river", 0), new PhraseTerm("bank", 1)], slop);

            Assert.Equal(total, (await reader.SearchAsync(phrase, new SearchOptions())).Total);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static IndexDocument Document(string id, params string[] texts)
    {
        var document = new IndexDocument { Id = id };
        document.Sections.AddRange(texts.Select((text, label) => new Section(label, text)));
        return document;
    }
}
