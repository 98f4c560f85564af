namespace ProposalSearch.Retrieval;

/// <summary>An index cannot be opened or written. The message says what is wrong, the probable cause, and what to do.</summary>
public sealed class IndexUnavailableException : Exception
{
    /// <summary>An index that is unavailable for this reason.</summary>
    public IndexUnavailableException(IndexUnavailableReason reason, string message, Exception? inner = null)
        : base(message, inner) => Reason = reason;

    /// <summary>Why it is unavailable.</summary>
    public IndexUnavailableReason Reason { get; }
}

/// <summary>Why an index cannot be opened or written.</summary>
public enum IndexUnavailableReason
{
    /// <summary>There is no index in the folder.</summary>
    Absent,

    /// <summary>The index is of another version of the program.</summary>
    OtherVersion,

    /// <summary>The index is damaged.</summary>
    Damaged,

    /// <summary>Another process writes to it.</summary>
    Locked,

    /// <summary>The folder cannot be read or written.</summary>
    Inaccessible,

    /// <summary>Nobody answers who has the index, or not all that have a part of it: that may be otherwise in a moment.</summary>
    Unreachable,
}
