using Lucene.Net.Analysis.En;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;
using ProposalSearch.Compare.Speed;

namespace ProposalSearch.Compare.SideBySide;

/// <summary>Plain Lucene.Net as its users ask it: its searcher, its collectors, counts from doc values, its own highlighter.</summary>
internal sealed class PlainContender : IContender
{
    private const int Top = 10;

    private static readonly string[] _columns = ["year", "category"];

    private readonly BaseDirectory _directory;
    private readonly DirectoryReader _reader;
    private readonly IndexSearcher _searcher;
    private readonly EnglishAnalyzer _analyzer = PlainFields.Analyzer();
    private readonly PlainQueries _queries;
    private readonly PlainSnippets _snippets;
    private readonly BinaryDocValues _ids;

    /// <summary>Opens an index that <see cref="PlainStore"/> wrote.</summary>
    /// <param name="folder">Where it is.</param>
    /// <param name="passages">Which highlighter it was written for.</param>
    /// <param name="heldIn">How its files are read.</param>
    public PlainContender(string folder, PlainPassages passages, PlainFiles heldIn)
    {
        Name = "plain-" + passages.ToString().ToLowerInvariant();
        _directory = Open(folder, heldIn);
        _reader = DirectoryReader.Open(_directory);
        _searcher = new IndexSearcher(_reader) { Similarity = new BM25Similarity() };
        _queries = new PlainQueries(_analyzer);
        _snippets = new PlainSnippets(_searcher, passages, Top);
        _ids = MultiDocValues.GetBinaryValues(_reader, PlainFields.Id);
    }

    public string Name { get; }

    public long Ask(AskedQuery asked, Mode mode)
    {
        var query = _queries.Build(asked);
        var best = TopScoreDocCollector.Create(Top, docsScoredInOrder: true);
        PlainCounts[] counts = mode == Mode.Ids ? [] : [.. _columns.Select(column => new PlainCounts(column))];
        _searcher.Search(query, counts.Length == 0 ? best : MultiCollector.Wrap([best, .. counts]));
        var hits = best.GetTopDocs();
        Array.ForEach(counts, count => count.Complete().ForEach(pair => Answers.Take(pair.Key)));
        var id = new BytesRef();
        foreach (var hit in hits.ScoreDocs)
        {
            _ids.Get(hit.Doc, id);
            Answers.Take(id.Utf8ToString());
        }

        if (mode == Mode.Snippets)
        {
            _snippets.Make(query, hits);
        }

        return mode == Mode.Ids ? hits.ScoreDocs.Length : hits.TotalHits;
    }

    public void Dispose()
    {
        _reader.Dispose();
        _directory.Dispose();
        _analyzer.Dispose();
    }

    private static BaseDirectory Open(string folder, PlainFiles heldIn)
    {
        switch (heldIn)
        {
            case PlainFiles.Mapped:
                return new MMapDirectory(folder);
            case PlainFiles.Files:
                return new SimpleFSDirectory(folder);
            default:
                using (var files = new SimpleFSDirectory(folder))
                {
                    return new RAMDirectory(files, IOContext.READ_ONCE);
                }
        }
    }
}

/// <summary>Lucene's directories that could be the quickest.</summary>
internal enum PlainFiles
{
    /// <summary>RAMDirectory.</summary>
    Memory,

    /// <summary>SimpleFSDirectory.</summary>
    Files,

    /// <summary>MMapDirectory, its own choice.</summary>
    Mapped,
}
