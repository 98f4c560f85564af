using System.Globalization;
using ProposalSearch.Compare.Corpus;
using ProposalSearch.Backends.Embedded;
using ProposalSearch.Backends.Lucene;
using ProposalSearch.Proposals;
using ProposalSearch.Retrieval;
using ProposalSearch.Search;

namespace ProposalSearch.Compare.Ranking;

/// <summary>
/// What the box does where any word is enough: documents as proposals of one answer, the query as somebody types it, through the
/// contract and one of the backends. <see cref="MatchMode.Any"/> orders what <see cref="MatchMode.Auto"/> falls back to.
/// </summary>
internal sealed class ProductRanking : IRanking
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("compare-");
    private readonly ProposalIndex _index;

    public ProductRanking(string docs, string engine, bool hasSynonyms)
    {
        IIndexStore store = engine == "embedded" ? new EmbeddedStore() : new LuceneStore();
        var backend = new SearchBackend(store, TimeProvider.System);
        _index = BuildAsync(backend, docs, hasSynonyms ? WordSynonyms.BuiltIn("en") : []).GetAwaiter().GetResult();
    }

    private async Task<ProposalIndex> BuildAsync(SearchBackend backend, string docs, IReadOnlyList<WordSynonyms> synonyms)
    {
        await using (var builder = await backend.BuildAsync(_folder.FullName))
        {
            await builder.DeclareAsync([]);
            foreach (var proposal in DocumentFile.Read(docs).Select(Proposal).OrderBy(proposal => proposal.Id, StringComparer.Ordinal))
            {
                await builder.AddAsync(proposal);
            }

            await builder.PublishAsync(new IndexMetadata { Fingerprint = docs, Synonyms = synonyms }, []);
        }

        return await backend.OpenAsync(_folder.FullName);
    }

    public IEnumerable<(string Document, double Score)> Rank(string text, int k)
    {
        var request = new SearchRequest { Text = text, Match = MatchMode.Any, TimeBudget = null };
        return _index.StreamAsync(request).ToBlockingEnumerable().Take(k).Select(hit => (hit.Id, hit.Score));
    }

    public void Dispose()
    {
        _index.Dispose();
        _folder.Delete(recursive: true);
    }

    private static Proposal Proposal(CorpusDocument document) => new()
    {
        Id = document.Id,
        Title = document.Title,
        Year = int.TryParse(document.Year, CultureInfo.InvariantCulture, out int year) ? year : null,
        Answers = [new Answer("Text", null, document.Body ?? document.Text)],
        SourcePath = document.Id + ".jsonl",
        ContentHash = "",
    };
}
