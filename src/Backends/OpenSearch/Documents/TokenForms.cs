using ProposalSearch.Analysis.Forms;
using ProposalSearch.Retrieval.Documents;

namespace ProposalSearch.Backends.OpenSearch.Documents;

/// <summary>Makes what analyses words for a cluster, which takes terms as text.</summary>
internal static class TokenForms
{
    /// <summary>What analyses words.</summary>
    /// <param name="options">How.</param>
    /// <param name="remembered">Words that are remembered at most.</param>
    public static WordForms<string> Of(AnalysisOptions options, int remembered) => new(options, remembered, static term => term);
}
