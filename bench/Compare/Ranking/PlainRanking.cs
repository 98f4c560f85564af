using ProposalSearch.Analysis.Forms;
using ProposalSearch.Compare.Indexing;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Retrieval.Results;

namespace ProposalSearch.Compare.Ranking;

/// <summary>The ranking of LuceneTrec: any of the analysed terms in one field; a term that occurs twice counts twice.</summary>
internal sealed class PlainRanking(string docs) : IRanking
{
    private readonly OneFieldIndex _index = new(docs);
    private readonly TermNormalizer _normalizer = new(OneFieldIndex.Analysis);

    public IEnumerable<(string Document, double Score)> Rank(string text, int k)
    {
        var should = Analyzer.Stemmed(text, _normalizer).Select(token => new TermQuery(TermForm.Stemmed, token.Term));
        var result = _index.Snapshot.Search(new BooleanQuery { Should = [.. should] }, new SearchOptions { Top = k, Count = false });
        foreach (var hit in result.Hits)
        {
            yield return (_index.Snapshot.Document(hit.Document).Id, hit.Score);
        }
    }

    public void Dispose() => _index.Dispose();
}
