using ProposalSearch.Analysis.Forms;
using ProposalSearch.Compare.Speed;
using ProposalSearch.Foundation.Timing;
using ProposalSearch.Highlighting;
using ProposalSearch.Retrieval;
using ProposalSearch.Retrieval.Results;

namespace ProposalSearch.Compare.SideBySide;

/// <summary>One of our backends, through the seam that the product asks it by.</summary>
internal sealed class SeamContender(IIndexReader reader) : IContender
{
    private static readonly HighlightOptions _passages = new() { MaximumPassages = 2, Length = 150, Without = new HashSet<int> { 0 } };

    private readonly AskedQueryAnalysis _analysis = new(AnalysisOptions.Default);

    public string Name => reader.Identity.Backend;

    public long Ask(AskedQuery asked, Mode mode)
    {
        var query = _analysis.Build(asked);
        string[] facets = mode == Mode.Ids ? [] : ["year", "category"];
        var run = reader.Begin(TimeLimit.None);
        var result = Now(run.SearchAsync(query, new SearchOptions { Facets = facets, Count = mode != Mode.Ids }));
        var details = mode == Mode.Snippets
            ? Now(run.DescribeAsync(new DetailsRequest(result.Hits) { Marked = query, Passages = _passages }))
            : Now(run.DescribeAsync(new DetailsRequest(result.Hits)));
        foreach (var one in details)
        {
            Answers.Take(one.Document.Id);
        }

        return mode == Mode.Ids ? result.Hits.Count : result.Total;
    }

    public void Dispose() => reader.Dispose();

    private static T Now<T>(ValueTask<T> answer) => answer.AsTask().GetAwaiter().GetResult();
}
