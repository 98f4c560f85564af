using Lucene.Net.Index;
using ProposalSearch.Foundation.Timing;
using ProposalSearch.Retrieval.Scoring;
using DocIdSetIterator = Lucene.Net.Search.DocIdSetIterator;

namespace ProposalSearch.Backends.Lucene.Searching;

/// <summary>The postings of a term in a segment, unpacked. 8 bytes for each document that has it. Thread-safe.</summary>
internal sealed class HeldTerm
{
    private HeldTerm(int[] documents, float[] products) =>
        (Documents, Products, MostProduct) = (documents, products, products.Length == 0 ? 0 : products.Max());

    /// <summary>The documents that have it, in order; deleted ones too.</summary>
    public int[] Documents { get; }

    /// <summary>Of each, its frequency times its inverse norm: what <see cref="Bm25"/> needs beside a weight.</summary>
    public float[] Products { get; }

    /// <summary>The greatest of these.</summary>
    public float MostProduct { get; }

    /// <summary>Reads the postings of a term.</summary>
    /// <param name="postings">The postings, with frequencies.</param>
    /// <param name="count">How many they are.</param>
    /// <param name="inverseNorms">By document, its inverse norm.</param>
    /// <param name="limit">Ends it where the search is to end.</param>
    public static HeldTerm Read(DocsEnum postings, int count, float[] inverseNorms, TimeLimit limit)
    {
        var (documents, products) = (new int[count], new float[count]);
        int at = 0;
        for (int document = postings.NextDoc(); document != DocIdSetIterator.NO_MORE_DOCS; document = postings.NextDoc())
        {
            limit.Step();
            (documents[at], products[at++]) = (document, postings.Freq * inverseNorms[document]);
        }

        return new HeldTerm(documents, products);
    }

    /// <summary>The first posting, from one on, of a document that does not come before <paramref name="document"/>: steps that double,
    /// then halves, so that what is near is found soon.</summary>
    public int Find(int document, int from)
    {
        int low = from, high = from, step = 1;
        while (high < Documents.Length && Documents[high] < document)
        {
            (low, high, step) = (high + 1, high + step, step * 2);
        }

        high = Math.Min(high, Documents.Length);
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            (low, high) = Documents[middle] < document ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
