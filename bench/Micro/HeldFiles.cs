using ProposalSearch.Engine.Searching;
using BenchmarkDotNet.Attributes;
using ProposalSearch.Engine.Highlighting;
using ProposalSearch.Engine.Indexing;
using ProposalSearch.Engine.Storage;
using ProposalSearch.Highlighting;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Retrieval.Results;

namespace ProposalSearch.Micro;

/// <summary>
/// Measured: opening an index with every byte compared to its checksum, and asking it, by what it is read from afterwards. The baseline
/// of opening maps the files and compares nothing; that of asking is a mapping. Model: <see cref="MadeText"/>, 1,288 documents of 5,000
/// characters, about as an archive of real proposals. Seed 1.
/// </summary>
public class HeldFiles
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("micro-");
    private readonly BooleanQuery _any = new()
    {
        Should = [.. new[] { 20, 60, 300 }.Select(rank => new TermQuery(TermForm.Exact, MadeText.Word(rank)))],
    };

    private IndexSnapshot? _mapping;
    private IndexSnapshot? _memory;
    private IndexSnapshot? _copy;

    [GlobalSetup]
    public void Prepare()
    {
        var random = new Random(1);
        using (var writer = IndexWriter.Create(_folder.FullName, new IndexSettings()))
        {
            for (int i = 0; i < 1_288; i++)
            {
                var document = new IndexDocument { Id = $"{i:D5}" };
                document.Sections.Add(new Section(0, MadeText.Of(random, 5000)));
                writer.Add(document);
            }

            writer.Commit();
        }

        _mapping = IndexSnapshot.Open(_folder.FullName);
        _memory = IndexSnapshot.OpenChecked(_folder.FullName, FilesHeldIn.Memory);
        _copy = IndexSnapshot.OpenChecked(_folder.FullName, FilesHeldIn.Copy);
    }

    [GlobalCleanup]
    public void Clean()
    {
        _mapping!.Dispose();
        _memory!.Dispose();
        _copy!.Dispose();
        _folder.Delete(recursive: true);
    }

    [Benchmark(Baseline = true)]
    public void OpenUnchecked() => IndexSnapshot.Open(_folder.FullName).Dispose();

    [Benchmark]
    public void OpenInMapping() => IndexSnapshot.OpenChecked(_folder.FullName, FilesHeldIn.Mapping).Dispose();

    [Benchmark]
    public void OpenInMemory() => IndexSnapshot.OpenChecked(_folder.FullName, FilesHeldIn.Memory).Dispose();

    [Benchmark]
    public void OpenInCopy() => IndexSnapshot.OpenChecked(_folder.FullName, FilesHeldIn.Copy).Dispose();

    [Benchmark]
    public int AskMapping() => Ask(_mapping!);

    [Benchmark]
    public int AskMemory() => Ask(_memory!);

    [Benchmark]
    public int AskCopy() => Ask(_copy!);

    private int Ask(IndexSnapshot snapshot)
    {
        var result = snapshot.Search(_any, new SearchOptions());
        var highlighter = new Highlighter(snapshot, result);
        var found = result.Hits.Select(hit => hit.Document).Order();
        return found.Sum(document => highlighter.Passages(document, new HighlightOptions()).Count);
    }
}
