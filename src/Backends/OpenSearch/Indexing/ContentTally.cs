using System.Text;
using ProposalSearch.Backends.OpenSearch.Documents;
using ProposalSearch.Backends.OpenSearch.Indexes;
using ProposalSearch.Backends.OpenSearch.Terms;
using ProposalSearch.Retrieval;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Terms;

namespace ProposalSearch.Backends.OpenSearch.Indexing;

/// <summary>
/// What an index says of all its documents: how many have each term, how many words there are. Kept here as they come and go, so that
/// scores depend on the documents that are there, and never on those that the cluster has still to clear away. Not thread-safe.
/// </summary>
internal sealed class ContentTally
{
    private readonly Dictionary<string, int> _stems = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _words = new(StringComparer.Ordinal);
    private readonly HashSet<string> _longTexts = new(StringComparer.Ordinal);

    /// <summary>Of an index without documents.</summary>
    public ContentTally(IndexMark mark) => Mark = mark;

    /// <summary>What the index says of itself.</summary>
    public IndexMark Mark { get; set; }

    /// <summary>Distinct terms.</summary>
    public int Terms => _stems.Count + _words.Count;

    /// <summary>Of an index that is there.</summary>
    /// <exception cref="IndexUnavailableException">It cannot be read.</exception>
    public static async ValueTask<ContentTally> OfAsync(IndexHandle index, CancellationToken cancellation)
    {
        var tally = new ContentTally(index.Mark);
        byte[]? kept = await index.ReadBlobAsync(IndexHandle.VocabularyBlob, cancellation).ConfigureAwait(false);
        var vocabulary = Vocabulary.Read(RecordFormat.Decompress(kept));
        Read(vocabulary.Stems, tally._stems);
        Read(vocabulary.Words, tally._words);
        tally._longTexts.UnionWith((await index.LongTextsAsync(cancellation).ConfigureAwait(false)).Values);
        return tally;
    }

    /// <summary>Takes a document in, whose texts were read last.</summary>
    public void Add(IndexDocument document, DocumentTokens tokens)
    {
        Count(ContentDigest.Of(document), tokens, 1);
        foreach (var (_, value) in document.Values)
        {
            if (!ReferenceEquals(LongTexts.Token(value), value))
            {
                _longTexts.Add(value);
            }
        }
    }

    /// <summary>Takes a document out, whose texts were read last.</summary>
    public void Remove(UInt128 digest, DocumentTokens tokens) => Count(unchecked(0 - digest), tokens, -1);

    /// <summary>What the index keeps of it.</summary>
    public IEnumerable<IndexBlob> Blobs()
    {
        yield return new IndexBlob(
            IndexHandle.VocabularyBlob, RecordFormat.Compress(Vocabulary.Write(_stems, _words)), IsHistory: true);
        if (_longTexts.Count > 0)
        {
            yield return new IndexBlob(IndexHandle.LongTextsBlob, LongTexts.Write(_longTexts), IsHistory: true);
        }
    }

    private void Count(UInt128 digest, DocumentTokens tokens, int times)
    {
        Mark = Mark with
        {
            Content = unchecked(Mark.Content + digest),
            Documents = Mark.Documents + times,
            DocumentsWithWords = Mark.DocumentsWithWords + (tokens.WeightedWords > 0 ? times : 0),
            WeightedWords = Mark.WeightedWords + (times * tokens.WeightedWords),
            Words = Mark.Words + (times * tokens.WordCount),
        };
        Count(tokens.Stems, _stems, times);
        Count(tokens.Words, _words, times);
    }

    private static void Count(IEnumerable<string> terms, Dictionary<string, int> counts, int times)
    {
        foreach (string term in terms)
        {
            int count = counts.GetValueOrDefault(term) + times;
            if (count > 0)
            {
                counts[term] = count;
            }
            else
            {
                counts.Remove(term);
            }
        }
    }

    private static void Read(TermList terms, Dictionary<string, int> counts)
    {
        for (int at = 0; at < terms.Count; at++)
        {
            counts.Add(Encoding.UTF8.GetString(terms.Term(at)), terms.Frequency(at));
        }
    }
}
