namespace ProposalSearch.Retrieval;

/// <summary>What an open index is read from. An engine without files of its own need not care.</summary>
public enum IndexHeldIn
{
    /// <summary>Memory for an index of up to an eighth of the memory that the process may use, a copy on the disk beyond.</summary>
    Automatic = 0,

    /// <summary>Memory of this process, of the size of the index.</summary>
    Memory,

    /// <summary>A copy on the disk that has no name, so that nobody else can reach it; it is gone with the process.</summary>
    Copy,

    /// <summary>
    /// The files themselves, mapped into memory. Takes neither memory nor disk of its own; but where somebody cuts a file short, the
    /// system ends the process.
    /// </summary>
    Mapping,
}
