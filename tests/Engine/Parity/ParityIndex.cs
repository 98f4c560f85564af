using System.Text.Json;
using ProposalSearch.Analysis.Forms;
using ProposalSearch.Compare.Agreement;
using ProposalSearch.Compare.Trees;
using ProposalSearch.Engine.Indexing;
using ProposalSearch.Engine.Searching;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Retrieval.Results;
using ProposalSearch.Testing;

namespace ProposalSearch.Engine.Tests.Parity;

/// <summary>The golden documents as one field, the way the peers' programs index them: title, a newline, text; accents kept.</summary>
public sealed class ParityIndex : IDisposable
{
    private static readonly AnalysisOptions AsLucene = new() { FoldAccents = false };
    private readonly TemporaryFolder _folder = new();
    private readonly QueryTreeReader _trees = new(AsLucene);

    public ParityIndex()
    {
        using (var writer = IndexWriter.Create(_folder.Path, new IndexSettings { Analysis = AsLucene, Forms = TermForms.Stemmed }))
        {
            foreach (var line in Golden.Lines("documents.jsonl"))
            {
                var document = new IndexDocument { Id = Text(line, "id") };
                document.Sections.Add(new Section(0, Text(line, "title") + "\n" + Text(line, "text")));
                writer.Add(document);
            }

            writer.Commit();
        }

        Snapshot = IndexSnapshot.Open(_folder.Path);
    }

    public IndexSnapshot Snapshot { get; }

    public Query Query(JsonElement tree) => _trees.Read(tree);

    internal Answer Answer(JsonElement tree)
    {
        var result = Snapshot.Search(Query(tree), new SearchOptions { Top = 100 });
        return new Answer(null, result.Total, [.. result.Hits.Select(hit => new Hit(Snapshot.Document(hit.Document).Id, hit.Score))]);
    }

    public void Dispose()
    {
        Snapshot.Dispose();
        _folder.Dispose();
    }

    private static string Text(JsonElement line, string name) => line.GetProperty(name).GetString()!;
}
