using System.Text;
using Lucene.Net.Util;
using ProposalSearch.Analysis.Forms;
using ProposalSearch.Retrieval.Documents;

namespace ProposalSearch.Backends.Lucene.Indexing;

/// <summary>Makes what analyses words for Lucene, which keeps terms as UTF-8.</summary>
internal static class LuceneForms
{
    private const int Remembered = 1 << 18;

    /// <summary>What analyses words.</summary>
    public static WordForms<BytesRef> Of(AnalysisOptions options) =>
        new(options, Remembered, static term => new BytesRef(Encoding.UTF8.GetBytes(term)));
}
