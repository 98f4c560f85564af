namespace ProposalSearch.Engine.Indexing;

/// <summary>
/// How a memory budget is shared. A quarter is for pages of segments that are merged. The rest is for chunks: one that is gathered and one
/// for each thread that inverts, whose tables and words take about twice as much as its text; and half of it again is left to the garbage
/// collector.
/// </summary>
internal sealed record MemoryPlan
{
    private const int MergeShare = 4;
    private const int CollectorShare = 2;
    private const long LeastWindow = 1 << 16;

    /// <summary>However large the budget: a chunk's words are numbered, and counted, with 31 bits.</summary>
    private const long MostChunkBytes = 1 << 30;

    /// <summary>Shares a budget.</summary>
    /// <param name="budget">Bytes.</param>
    /// <param name="threads">Threads that invert.</param>
    public MemoryPlan(long budget, int threads)
    {
        Threads = threads;
        MergeBytes = budget / MergeShare;
        ChunkBytes = Math.Min(MostChunkBytes, (budget - MergeBytes) / CollectorShare / (1 + (3 * threads)));
        VocabularyBytes = ChunkBytes;
    }

    /// <summary>Threads that invert chunks.</summary>
    public int Threads { get; }

    /// <summary>Bytes of documents that make a chunk, as <see cref="DocumentSize"/> counts them.</summary>
    public long ChunkBytes { get; init; }

    /// <summary>Bytes of words that a thread remembers from one chunk to the next.</summary>
    public long VocabularyBytes { get; }

    /// <summary>Bytes of mapped pages that a merge may have in memory.</summary>
    public long MergeBytes { get; }

    /// <summary>Bytes of mapped pages that a merge may have of each file, where it reads so many at the same time.</summary>
    public static long Window(long mergeBytes, int files) => Math.Max(LeastWindow, mergeBytes / Math.Max(1, files));
}
