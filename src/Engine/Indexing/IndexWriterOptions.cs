namespace ProposalSearch.Engine.Indexing;

/// <summary>
/// What a writer may take of the machine. None of it changes what is written: the index has the same bytes whatever it is.
/// </summary>
public sealed record IndexWriterOptions
{
    /// <summary>The least budget, in bytes.</summary>
    public const long LeastMemoryBudget = 16L << 20;

    /// <summary>
    /// Bytes of memory for what is in work: documents waiting to be inverted, tables of those that are being inverted, and pages of
    /// segments that are being merged. Default 256 MiB, at least 16 MiB. Text beyond it waits on disk, as segments of its own.
    /// <para>
    /// Not in the budget, because the index needs it whatever is done: about 60 bytes for each document of the index and twice the
    /// bytes of its id; one document of the largest size; the postings, without positions, of the most frequent term; the runtime itself.
    /// </para>
    /// </summary>
    public long MemoryBudget { get; init; } = 256L << 20;

    /// <summary>Refuses a budget that no writer can keep to.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The budget is less than <see cref="LeastMemoryBudget"/>.</exception>
    internal void Check()
    {
        if (MemoryBudget < LeastMemoryBudget)
        {
            throw new ArgumentOutOfRangeException(
                nameof(MemoryBudget), MemoryBudget, $"A writer needs a memory budget of at least {LeastMemoryBudget >> 20} MiB.");
        }
    }
}
