using System.Text;
using Lucene.Net.Util;
using ProposalSearch.Analysis.Patterns;
using ProposalSearch.Backends.Lucene.Highlighting;
using ProposalSearch.Backends.Lucene.Searching;
using ProposalSearch.Foundation.Timing;
using ProposalSearch.Retrieval;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Retrieval.Results;

namespace ProposalSearch.Backends.Lucene;

/// <summary>What is asked of an index for one request.</summary>
/// <param name="snapshot">The index.</param>
/// <param name="settings">How it was made.</param>
/// <param name="folder">Where it is.</param>
/// <param name="limit">How long it may take.</param>
internal sealed class LuceneRun(Snapshot snapshot, IndexSettings settings, string folder, TimeLimit limit) : ISearchRun
{
    // One for all that is asked: what finding has gathered is there for accounts and passages.
    private readonly Planner _planner = snapshot.Planner(limit);

    /// <inheritdoc/>
    public ValueTask<SearchResult> SearchAsync(Query query, SearchOptions options) =>
        Answer(() => snapshot.Search(query, options, _planner, limit));

    /// <inheritdoc/>
    /// <remarks>Documents are read in the order in which they are stored.</remarks>
    public ValueTask<IReadOnlyList<DocumentDetails>> DescribeAsync(DetailsRequest request) =>
        Answer<IReadOnlyList<DocumentDetails>>(() => Describe(request));

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<long>> DocumentFrequenciesAsync(TermForm form, IReadOnlyList<string> terms) =>
        Answer<IReadOnlyList<long>>(() => [.. terms.Select(term => DocumentFrequency(form, term))]);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<NearTerm>> NearTermsAsync(string term, int maximumEdits) => Answer(() => NearTermsFinder.Find(
        snapshot.Segments, TermForm.Exact, new LevenshteinAutomaton(term, maximumEdits, prefixLength: 0, transpositions: true), limit));

    private DocumentDetails[] Describe(DetailsRequest request)
    {
        var highlighter = request.Marked is { } marked ? new Highlighter(snapshot, settings, marked, _planner, limit) : null;
        int[] documents = [.. request.Documents.Select(ranked => snapshot.Order.DocumentAt(ranked.Document))];
        float?[][] parts = [.. request.Parts
            .Select(part => DocumentMatches.Of(snapshot, _planner.Plan(part), documents, snapshot.Scratch(limit)))];
        var explainer = new Explainer(snapshot, documents, _planner, limit);
        var details = new DocumentDetails[documents.Length];
        foreach (int at in Enumerable.Range(0, documents.Length).OrderBy(i => documents[i]))
        {
            limit.Check();
            var record = snapshot.Record(documents[at]);
            var marks = highlighter?.Show(documents[at], record, request) ?? Highlighter.Marked.Nothing;
            details[at] = new DocumentDetails(record)
            {
                Passages = marks.Passages,
                WholeMatches = marks.Whole,
                SectionMatches = marks.Sections,
                MatchedParts = [.. parts.Select(part => part[at] is not null)],
                Explanation = request.Explained is { } explained ? explainer.Explain(explained, at) : null,
            };
        }

        return details;
    }

    private long DocumentFrequency(TermForm form, string term)
    {
        limit.Step();
        var bytes = new BytesRef(Encoding.UTF8.GetBytes(term));
        return snapshot.Segments
            .Sum(segment =>
                segment.Terms(form)?.GetEnumerator() is { } walk && walk.SeekExact(bytes) ? (long)segment.Frequency(form, walk) : 0);
    }

    private ValueTask<T> Answer<T>(Func<T> answer)
    {
        limit.Check();
        return new(LuceneErrors.Read(folder, answer));
    }
}
