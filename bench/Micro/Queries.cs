using ProposalSearch.Engine.Searching;
using BenchmarkDotNet.Attributes;
using ProposalSearch.Engine.Highlighting;
using ProposalSearch.Engine.Indexing;
using ProposalSearch.Highlighting;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Retrieval.Results;

namespace ProposalSearch.Micro;

/// <summary>
/// Measured: a query from its tree to its hits, on an index of 20,000 documents in one segment, and the bytes that it allocates: they must
/// not depend on how many documents match (compare a rare term with a frequent one). The baseline is the best ten of a rare term. Model:
/// <see cref="MadeText"/>, 2,000 characters a document, one year of eight. Seed 1.
/// </summary>
public class Queries
{
    private static readonly SearchOptions Best = new() { Count = false };
    private static readonly SearchOptions Faceted = new() { Facets = ["year"] };

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("micro-");
    private readonly TermQuery _rare = new(TermForm.Exact, MadeText.Word(5000));
    private readonly TermQuery _frequent = new(TermForm.Exact, MadeText.Word(20));
    private readonly BooleanQuery _any = new()
    {
        Should = [.. new[] { 20, 60, 300 }.Select(rank => new TermQuery(TermForm.Exact, MadeText.Word(rank)))],
    };
    private readonly PhraseQuery _phrase = new(
        TermForm.Exact, [new PhraseTerm(MadeText.Word(20), 0), new PhraseTerm(MadeText.Word(25), 1)], 0);
    private readonly FuzzyQuery _fuzzy = new(TermForm.Exact, MadeText.Word(300), 2);
    private readonly PrefixQuery _prefix = new(TermForm.Exact, "com", TermSetScoring.Constant);
    private IndexSnapshot? _snapshot;

    private IndexSnapshot Snapshot => _snapshot!;

    [GlobalSetup]
    public void Prepare()
    {
        var random = new Random(1);
        using (var writer = IndexWriter.Create(_folder.FullName, new IndexSettings()))
        {
            for (int i = 0; i < 20_000; i++)
            {
                var document = new IndexDocument { Id = $"{i:D5}" };
                document.Sections.Add(new Section(0, MadeText.Of(random, 2000)));
                document.Values.Add(("year", $"{2013 + random.Next(8)}"));
                writer.Add(document);
            }

            writer.Commit();
        }

        _snapshot = IndexSnapshot.Open(_folder.FullName);
    }

    [GlobalCleanup]
    public void Clean()
    {
        Snapshot.Dispose();
        _folder.Delete(recursive: true);
    }

    [Benchmark(Baseline = true)]
    public int RareTerm() => Snapshot.Search(_rare, Best).Hits.Count;

    [Benchmark]
    public int FrequentTerm() => Snapshot.Search(_frequent, Best).Hits.Count;

    [Benchmark]
    public int AnyOfThree() => Snapshot.Search(_any, Best).Hits.Count;

    [Benchmark]
    public int AnyOfThreeWithFacets() => Snapshot.Search(_any, Faceted).Hits.Count;

    [Benchmark]
    public int Phrase() => Snapshot.Search(_phrase, Faceted).Hits.Count;

    [Benchmark]
    public int Fuzzy() => Snapshot.Search(_fuzzy, Faceted).Hits.Count;

    [Benchmark]
    public int Prefix() => Snapshot.Search(_prefix, Faceted).Hits.Count;

    [Benchmark]
    public int AnyOfThreeWithPassages()
    {
        var result = Snapshot.Search(_any, Faceted);
        var highlighter = new Highlighter(Snapshot, result);
        int shown = 0;
        foreach (int document in result.Hits.Select(hit => hit.Document).Order())
        {
            shown += highlighter.Passages(document, new HighlightOptions()).Count;
        }

        return shown;
    }
}
