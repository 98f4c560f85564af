using ProposalSearch.Analysis.Forms;
using ProposalSearch.Retrieval.Documents;

namespace ProposalSearch.Backends.OpenSearch.Documents;

/// <summary>Makes what analyses words for a cluster, which takes terms as text.</summary>
internal static class TokenForms
{
    private const int Remembered = 1 << 17;

    /// <summary>What analyses words.</summary>
    public static WordForms<string> Of(AnalysisOptions options) => new(options, Remembered, static term => term);
}
