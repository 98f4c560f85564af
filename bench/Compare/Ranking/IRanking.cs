namespace ProposalSearch.Compare.Ranking;

/// <summary>Orders the documents of a collection by a query.</summary>
internal interface IRanking : IDisposable
{
    /// <summary>The best documents, best first, each with its score.</summary>
    IEnumerable<(string Document, double Score)> Rank(string text, int k);
}
