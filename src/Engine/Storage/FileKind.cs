namespace ProposalSearch.Engine.Storage;

/// <summary>
/// What a file of an index holds: one byte of its header, so that a file under another's name is noticed when it is opened. The
/// numbers are part of the format: a new kind takes a new number. 10 was that of a kind that is not written any more.
/// </summary>
internal enum FileKind : byte
{
    /// <summary>No kind: never written.</summary>
    None = 0,

    /// <summary>The list of what is published.</summary>
    Manifest = 1,

    /// <summary>The sorted terms and where their postings begin.</summary>
    Terms = 2,

    /// <summary>Documents and frequencies of each term.</summary>
    Postings = 3,

    /// <summary>Word positions of each posting.</summary>
    Positions = 4,

    /// <summary>Field lengths for scoring.</summary>
    Lengths = 5,

    /// <summary>Values by document, for filters, facets and sorting.</summary>
    Columns = 6,

    /// <summary>Text and stored payload of each document.</summary>
    Documents = 7,

    /// <summary>Where each document begins in <see cref="Documents"/>.</summary>
    DocumentIndex = 8,

    /// <summary>Sorted ids and their documents.</summary>
    Ids = 9,

    /// <summary>How the index was built.</summary>
    Settings = 11,

    /// <summary>What the engine's user keeps with the index.</summary>
    Blob = 12,
}
