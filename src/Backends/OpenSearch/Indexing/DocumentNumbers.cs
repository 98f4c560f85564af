using System.Numerics;

namespace ProposalSearch.Backends.OpenSearch.Indexing;

/// <summary>
/// The numbers of documents: rising in the order in which they are added, and apart from each other, so that documents that come later find
/// numbers between. Small archives leave much room, large ones less: 16,384 at first, half of it from each power of two on, and from 67
/// million documents on none, for a number has 31 bits.
/// </summary>
internal static class DocumentNumbers
{
    private const int Few = 1 << 12;
    private const int MostLog = 26;

    /// <summary>From the number of a document to that of the next; from 0 to that of the first.</summary>
    /// <param name="documents">Documents before the next.</param>
    public static int DistanceAfter(long documents) =>
        1 << Math.Max(0, MostLog - BitOperations.Log2((ulong)Math.Max(documents, Few)));
}
