using Lucene.Net.Analysis;
using Lucene.Net.Search;
using Lucene.Net.Search.PostingsHighlight;
using Lucene.Net.Search.VectorHighlight;

namespace ProposalSearch.Compare.SideBySide;

/// <summary>Two passages of each hit by Lucene's own highlighter.</summary>
internal sealed class PlainSnippets(IndexSearcher searcher, PlainPassages passages, int top)
{
    private const int Passages = 2;
    private const int Length = 150;

    private readonly FastVectorHighlighter _byVectors = new();
    private readonly Postings _byPostings = new();

    public void Make(Query query, TopDocs hits)
    {
        if (passages == PlainPassages.Postings)
        {
            foreach (string snippet in _byPostings.Highlight(PlainFields.Body, query, searcher, hits, Passages))
            {
                Answers.Take(snippet ?? "");
            }

            return;
        }

        var asked = _byVectors.GetFieldQuery(query, searcher.IndexReader);
        foreach (var hit in hits.ScoreDocs.Take(top))
        {
            foreach (string snippet in _byVectors.GetBestFragments(
                asked, searcher.IndexReader, hit.Doc, PlainFields.Body, Length, Passages))
            {
                Answers.Take(snippet);
            }
        }
    }

    /// <summary>Also words of prefixes and misspelt words, which it finds by analysing the text again; and texts of any length.</summary>
    private sealed class Postings() : ICUPostingsHighlighter(int.MaxValue - 1)
    {
        private readonly Analyzer _analyzer = PlainFields.Analyzer();

        protected override Analyzer GetIndexAnalyzer(string field) => _analyzer;
    }
}
