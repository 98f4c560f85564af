using ProposalSearch.Engine.Columns;
using ProposalSearch.Engine.Documents;
using ProposalSearch.Engine.Facets;
using ProposalSearch.Engine.Segments;
using ProposalSearch.Engine.Storage;
using ProposalSearch.Foundation.Timing;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Matching;
using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Retrieval.Results;
using ProposalSearch.Retrieval.Scoring;

namespace ProposalSearch.Engine.Searching;

/// <summary>
/// An index as it was when it was opened. Any number of threads may search it, and later commits do not disturb it. Whoever opened
/// it disposes it when no search is under way any more.
/// </summary>
public sealed class IndexSnapshot : IDisposable
{
    private readonly Segment[] _segments;
    private readonly SortKeys _sortKeys;
    private readonly Dictionary<string, OpenedFile> _blobs;
    private readonly Scratch.Pool _scratches = new();

    private IndexSnapshot(Manifest manifest, Segment[] segments, Dictionary<string, OpenedFile> blobs, FilesHeldIn heldIn)
    {
        HeldIn = heldIn;
        Manifest = manifest;
        _segments = segments;
        _blobs = blobs;
        DocumentsWithWords = segments.Sum(segment => (long)segment.Lengths.DocumentsWithWords);
        long length = segments.Sum(segment => segment.Lengths.TotalLength);
        AverageLength = DocumentsWithWords == 0 ? 1 : (float)(length / (double)DocumentsWithWords);
        var norms = Bm25.InverseNorms(AverageLength);
        foreach (var segment in segments)
        {
            segment.SetAverageLength(norms);
        }

        _sortKeys = new SortKeys(segments);
    }

    /// <summary>How its files are held.</summary>
    public FilesHeldIn HeldIn { get; }

    /// <summary>What was published.</summary>
    public Manifest Manifest { get; }

    /// <summary>Documents in the index.</summary>
    public int DocumentCount => _segments.Sum(segment => segment.DocumentCount);

    /// <summary>Documents that have words.</summary>
    public long DocumentsWithWords { get; }

    /// <summary>
    /// Words of a document on average, stop words left out, weighted by section; of the same documents as <see cref="DocumentsWithWords"/>.
    /// </summary>
    public float AverageLength { get; }

    /// <summary>The settings of the index, or the default ones where it has no document.</summary>
    public IndexSettings Settings => _segments.Length > 0 ? _segments[0].Settings : new IndexSettings();

    internal IReadOnlyList<Segment> Segments => _segments;

    /// <summary>
    /// Opens what was last published in a folder, at once: files are mapped, and their bytes not compared to what was written.
    /// </summary>
    /// <exception cref="IndexNotFoundException">Nothing was.</exception>
    /// <exception cref="IndexException">It cannot be read; the message says why and what to do.</exception>
    public static IndexSnapshot Open(string folder) => Open(folder, null);

    /// <summary>Opens what was last published in a folder, for long: every byte is read once and compared to what was written.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="heldIn">How its files are held from then on.</param>
    /// <exception cref="IndexNotFoundException">Nothing was published.</exception>
    /// <exception cref="IndexDamagedException">A file is not what was written; the message names it.</exception>
    /// <exception cref="IndexException">It cannot be read; the message says why and what to do.</exception>
    public static IndexSnapshot OpenChecked(string folder, FilesHeldIn heldIn) => Open(folder, heldIn);

    /// <summary>Answers a query.</summary>
    /// <param name="query">The query.</param>
    /// <param name="options">What is wanted beside it.</param>
    /// <param name="run">The request that it is asked for; <see langword="null"/> for one of its own that may take as long as it
    /// needs.</param>
    /// <exception cref="ArgumentOutOfRangeException">Less than no hits are wanted.</exception>
    /// <exception cref="OperationCanceledException">The request was cancelled.</exception>
    /// <exception cref="TimeExceededException">The time of the request is spent.</exception>
    public SearchResult Search(Query query, SearchOptions options, SearchRun? run = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(options.Top);
        run ??= new SearchRun();
        return Ask(run, scratch =>
        {
            run.Limit.Check();
            var planner = PlannerFor(run);
            var plan = planner.Plan(query);
            var filters = options.Filters.Select(filter => planner.Plan(filter.Condition)).ToArray();
            return Search(plan, filters, options, scratch);
        });
    }

    /// <summary>
    /// Tells which of some documents match a query, in their order. Ends as a search does.
    /// </summary>
    public bool[] Matches(Query query, IReadOnlyList<int> documents, SearchRun? run = null)
    {
        run ??= new SearchRun();
        return Ask(run, scratch => new DocumentScores(this, documents, scratch).Matches(PlannerFor(run).Plan(query)));
    }

    /// <summary>
    /// Explains the scores that some documents have for a query, in their order. Of a long query the parts that give most to a document
    /// are listed, and the
    /// sum of the others. Ends as a search does.
    /// </summary>
    public Explanation[] Explain(Query query, IReadOnlyList<int> documents, SearchRun? run = null)
    {
        run ??= new SearchRun();
        return Ask(run, scratch => new Explainer(this, new DocumentScores(this, documents, scratch)).Explain(PlannerFor(run).Plan(query)));
    }

    /// <summary>
    /// Runs something that reads from this snapshot, such as the text of a <see cref="DocumentView"/>. Where that ends in an error and
    /// the files are mapped, so that they may have changed, every one is compared to its checksum, which takes as long as reading all of
    /// the index, to tell whether a damaged one is the cause.
    /// </summary>
    /// <exception cref="IndexDamagedException">A file is damaged; the message names it. Other errors stay what they are.</exception>
    public T Read<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception error) when (HeldIn == FilesHeldIn.Mapping && DamageSymptoms.Include(error) && FindDamage() is { } damage)
        {
            throw new IndexDamagedException(damage.Path, damage.Fault, error);
        }
    }

    /// <summary>
    /// Terms of both forms, each once, however many segments have it. Goes through all terms where there are several segments.
    /// </summary>
    public long TermCount() =>
        Read(() => SegmentCounts.Terms(_segments, TermForm.Stemmed) + SegmentCounts.Terms(_segments, TermForm.Exact));

    /// <summary>Words of all documents, stop words included. Looks at every document.</summary>
    public long TokenCount() => Read(() => SegmentCounts.Tokens(_segments));

    /// <summary>How many documents have a term.</summary>
    public long DocumentFrequency(TermForm form, string term) => Read(() => SegmentCounts.Documents(_segments, form, term));

    /// <summary>The exact terms within so many edits of a term, in any order; the term itself may be among them.</summary>
    public IReadOnlyList<NearTerm> NearTerms(string term, int maximumEdits, SearchRun run) =>
        Read(() => Searching.NearTerms.Of(_segments, term, maximumEdits, run.Limit));

    /// <summary>The document with an id; false if there is none.</summary>
    public bool TryFind(string id, out int document)
    {
        document = Read(() => Find(id));
        return document >= 0;
    }

    private int Find(string id)
    {
        foreach (var segment in _segments)
        {
            if (segment.Ids.TryFind(id, out int document))
            {
                return segment.FirstDocument + document;
            }
        }

        return -1;
    }

    /// <summary>What is stored of a document. The view lives as long as the snapshot.</summary>
    public DocumentView Document(int document)
    {
        var segment = SegmentOf(document);
        return segment.Documents.Open(document - segment.FirstDocument);
    }

    /// <summary>
    /// The bytes that the index was committed with under a name; <see langword="null"/> where there are none. They are read whole, so they
    /// are compared with their checksum too.
    /// </summary>
    /// <exception cref="IndexDamagedException">They are not what was written.</exception>
    public byte[]? ReadBlob(string name) =>
        !_blobs.TryGetValue(name, out var file) ? null
        : file.FindDamage() is { } damage ? throw damage
        : file.Slice(0, (int)file.Length).ToArray();

    /// <summary>
    /// Looks whether a file of the index was cut, written to, removed or replaced since it was opened, by size and time: a sentence that
    /// names the first, or <see langword="null"/>. A later commit shows too: it replaces the manifest.
    /// </summary>
    public string? FindChange() => Manifest.Stamp?.FindChange()
        ?? _segments.Select(segment => segment.FindChange()).FirstOrDefault(change => change is not null)
        ?? _blobs.Values.Select(blob => blob.Stamp.FindChange()).FirstOrDefault(change => change is not null);

    /// <summary>Closes all files.</summary>
    public void Dispose()
    {
        foreach (var segment in _segments)
        {
            segment.Dispose();
        }

        foreach (var blob in _blobs.Values)
        {
            blob.Dispose();
        }
    }

    /// <summary>Plans queries for a request.</summary>
    internal Planner PlannerFor(SearchRun run) => new(_segments, DocumentsWithWords, run);

    internal Segment SegmentOf(int document) => _segments[SegmentIndexOf(document)];

    internal int SegmentIndexOf(int document)
    {
        int index = _segments.Length - 1;
        while (_segments[index].FirstDocument > document)
        {
            index--;
        }

        return index;
    }

    /// <summary>
    /// Compares every byte of the open files with what was written: the first fault, or <see langword="null"/> where there is none.
    /// </summary>
    public IndexDamagedException? FindDamage() =>
        _segments.Select(segment => segment.FindDamage()).FirstOrDefault(damage => damage is not null)
        ?? _blobs.Values.Select(blob => blob.FindDamage()).FirstOrDefault(damage => damage is not null);

    /// <summary>Lends what a search works with.</summary>
    private T Ask<T>(SearchRun run, Func<Scratch, T> ask) => Read(() =>
    {
        var scratch = _scratches.Rent(run.Limit);
        try
        {
            return ask(scratch);
        }
        finally
        {
            _scratches.Return(scratch);
        }
    });

    private static IndexSnapshot Open(string folder, FilesHeldIn? wanted)
    {
        var directory = IndexDirectory.Open(folder);
        return directory.OpenLatest(manifest => Open(directory, manifest, wanted)) ?? throw new IndexNotFoundException(folder);
    }

    private static IndexSnapshot Open(IndexDirectory directory, Manifest manifest, FilesHeldIn? wanted)
    {
        FilesHeldIn? heldIn = wanted is { } choice ? FilesHeldInChoice.Of(choice, manifest.AllFiles.Sum(file => file.Length)) : null;
        var segments = OpenAll(directory, manifest, heldIn);
        var blobs = new Dictionary<string, OpenedFile>(StringComparer.Ordinal);
        try
        {
            foreach (var file in manifest.Files)
            {
                blobs.Add(
                    BlobFile.NameOf(file),
                    heldIn is { } held ? directory.OpenChecked(file, FileKind.Blob, held) : directory.OpenFile(file.Name, FileKind.Blob));
            }

            return new IndexSnapshot(manifest, segments, blobs, heldIn ?? FilesHeldIn.Mapping);
        }
        catch
        {
            Array.ForEach([.. blobs.Values], blob => blob.Dispose());
            Array.ForEach(segments, segment => segment.Dispose());
            throw;
        }
    }

    private static Segment[] OpenAll(IndexDirectory directory, Manifest manifest, FilesHeldIn? heldIn)
    {
        var segments = new List<Segment>();
        try
        {
            int first = 0;
            foreach (var info in manifest.Segments)
            {
                segments.Add(new Segment(directory, info, first, heldIn));
                first += info.Documents;
            }

            return [.. segments];
        }
        catch
        {
            segments.ForEach(segment => segment.Dispose());
            throw;
        }
    }

    private SearchResult Search(Plan plan, Plan[] filters, SearchOptions options, Scratch scratch)
    {
        var hits = new TopHits();
        hits.Reset(Math.Min(options.Top, DocumentCount));
        var done = new List<SegmentSearch>(_segments.Length);
        for (int i = 0; i < _segments.Length; i++)
        {
            if (plan.Open(_segments[i], i, scratch) is not { } scorer)
            {
                continue;
            }

            if (Terms(scorer, options) is { } terms)
            {
                new BlockMaxSearch(_segments[i], terms, options.After, scratch).Run(hits);
            }
            else
            {
                done.Add(SearchAll(i, scorer, filters, options, hits, scratch));
            }

            scorer.Release(scratch);
            scratch.ReturnCursors();
        }

        return new SearchResult(
            options.CanPrune ? -1 : done.Sum(one => one.Total),
            options.CanPrune ? -1 : done.Sum(one => one.UnfilteredTotal),
            hits.Take(),
            Facets(options.Facets, done, scratch.Limit))
        { Plan = plan };
    }

    private SegmentSearch SearchAll(int index, Scorer scorer, Plan[] filters, SearchOptions options, TopHits hits, Scratch scratch)
    {
        var segment = _segments[index];
        var opened = filters.Select(filter => filter.Open(segment, index, scratch)).ToArray();
        var key = options.Sort.Kind == SortKind.Score ? null : _sortKeys.Of(options.Sort, index);
        var search = new SegmentSearch(segment, options, opened, key, scratch);
        search.Run(scorer, hits);
        foreach (var filter in opened)
        {
            filter?.Release(scratch);
        }

        return search;
    }

    /// <summary>
    /// The terms of a query that is any of some terms and may be pruned; else <see langword="null"/>. Pruning tells documents by their
    /// scores, so every term must give one.
    /// </summary>
    private static IReadOnlyList<TermScorer>? Terms(Scorer scorer, SearchOptions options) =>
        !options.CanPrune || scorer.Cost < options.PruneFrom ? null : scorer switch
        {
            TermScorer { Weight: > 0 } term => [term],
            DisjunctionScorer any when any.Inner.All(inner => inner is TermScorer { Weight: > 0 }) => [.. any.Inner.Cast<TermScorer>()],
            _ => null,
        };

    private static ColumnCounts[] Facets(IReadOnlyList<string> columns, List<SegmentSearch> done, TimeLimit limit)
    {
        var facets = new ColumnCounts[columns.Count];
        for (int i = 0; i < facets.Length; i++)
        {
            facets[i] = Merge(columns[i], [.. done.Select(one => one.Facets[i])], limit);
        }

        return facets;
    }

    private static ColumnCounts Merge(string column, FacetCounter[] counters, TimeLimit limit)
    {
        if (counters.Length == 1)
        {
            return new ColumnCounts(column, counters[0].ToList(limit), counters[0].Missing);
        }

        var totals = new SortedDictionary<string, long>(ValueOrder.Instance);
        long missing = counters.Sum(counter => counter.AddTo(totals, limit));
        return new ColumnCounts(column, [.. totals], missing);
    }
}
