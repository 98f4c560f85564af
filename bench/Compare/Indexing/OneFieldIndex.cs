using ProposalSearch.Engine.Searching;
using ProposalSearch.Analysis.Forms;
using ProposalSearch.Compare.Corpus;
using ProposalSearch.Engine.Indexing;
using ProposalSearch.Retrieval.Documents;

namespace ProposalSearch.Compare.Indexing;

/// <summary>
/// An index for the programs of correctness, in a temporary folder: one field, stems without folding, all weights 1, documents
/// numbered in the order of the file. That is what Lucene's EnglishAnalyzer and BM25Similarity see.
/// </summary>
internal sealed class OneFieldIndex : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("compare-");

    public OneFieldIndex(string docs)
    {
        using (var writer = IndexWriter.Create(_folder.FullName, new IndexSettings { Analysis = Analysis, Forms = TermForms.Stemmed }))
        {
            foreach (var document in DocumentFile.Read(docs))
            {
                var one = new IndexDocument { Id = document.Id };
                one.Sections.Add(new Section(0, document.OneField));
                writer.Add(one);
            }

            writer.Commit();
        }

        Snapshot = IndexSnapshot.Open(_folder.FullName);
    }

    /// <summary>Lucene's EnglishAnalyzer does not fold accents.</summary>
    public static AnalysisOptions Analysis { get; } = new() { FoldAccents = false };

    public IndexSnapshot Snapshot { get; }

    public void Dispose()
    {
        Snapshot.Dispose();
        _folder.Delete(recursive: true);
    }
}
