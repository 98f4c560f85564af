using ProposalSearch.Analysis.Forms;
using ProposalSearch.Retrieval;
using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Retrieval.Results;

namespace ProposalSearch.Backends.Lucene.Tests.Duel;

/// <summary>Words and values of an archive to make queries of.</summary>
/// <param name="Stems">Stems.</param>
/// <param name="Exact">Whole words in the order of texts.</param>
/// <param name="Values">Values of columns.</param>
internal sealed record ArchiveWords(IReadOnlyList<string> Stems, IReadOnlyList<string> Exact,
    IReadOnlyList<(string Column, string Value)> Values)
{
    /// <summary>Takes the words of every fortieth document.</summary>
    public static async Task<ArchiveWords> ReadAsync(IIndexReader reader)
    {
        var normalizer = new TermNormalizer(AnalysisOptions.Default);
        var all = await reader.SearchAsync(new AllQuery(), new SearchOptions { Top = int.MaxValue, Facets = ["year", "category"] });
        List<string> stems = [], exact = [];
        int number = 0;
        await foreach (var document in reader.ReadAsync(all))
        {
            for (int section = 0; number % 40 == 0 && section < document.SectionCount; section++)
            {
                stems.AddRange(Analyzer.Stemmed(document.Text(section), normalizer).Select(token => token.Term));
                exact.AddRange(Analyzer.Exact(document.Text(section), normalizer).Select(token => token.Term));
            }

            number++;
        }

        return new ArchiveWords(stems, exact,
            [.. all.Facets.SelectMany(counts => counts.Values.Select(pair => (counts.Column, pair.Key)))]);
    }
}
