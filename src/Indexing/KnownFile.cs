using ProposalSearch.Analysis.Recognition;
using ProposalSearch.Proposals.Inference;
using ProposalSearch.Proposals.Mapping;
using ProposalSearch.Proposals.Sources;

namespace ProposalSearch.Indexing;

/// <summary>What a run noted of one source file, so that the next need not read it again.</summary>
/// <param name="Path">Relative to the source folder.</param>
/// <param name="Hash">SHA-256 of its bytes in lower-case hexadecimal, or empty where it could not be opened.</param>
/// <param name="Failed">What made it, or a record of it, unreadable.</param>
/// <param name="Warnings">What was found in reading that lost nothing.</param>
/// <param name="Records">The records in it, in its order.</param>
internal sealed record KnownFile(
    string Path,
    string Hash,
    IReadOnlyList<SourceFault> Failed,
    IReadOnlyList<SourceFault> Warnings,
    IReadOnlyList<KnownRecord> Records);

/// <summary>What a run noted of one record.</summary>
/// <param name="id">The proposal's id.</param>
/// <param name="number">The place among the records of a file that may hold many, from 1, or <see langword="null"/>.</param>
/// <param name="line">The line on which it begins, from 1.</param>
internal sealed class KnownRecord(string id, int? number, int line)
{
    public string Id { get; } = id;

    /// <summary>The place among the records of its file, or <see langword="null"/>.</summary>
    public int? Number { get; } = number;

    public int Line { get; } = line;

    /// <summary>What became of it. Left out, until something else is known.</summary>
    public RecordFate Fate { get; set; }

    /// <summary>Whether it is no proposal.</summary>
    public bool IsNone => Fate is RecordFate.NoProposal or RecordFate.Signpost;

    /// <summary>The key that says that it is not served, or that would mean so in another archive, or <see langword="null"/>.</summary>
    public PublicationStatement? Says { get; set; }

    /// <summary>What was said when it was mapped.</summary>
    public IReadOnlyList<SourceFault> Warnings { get; set; } = [];

    /// <summary>What its texts are written in.</summary>
    public WrittenIn Written { get; set; } = new("", 0);

    /// <summary>What it adds to the survey of keys, or <see langword="null"/> where that is not kept.</summary>
    public RecordLook? Look { get; set; }
}

/// <summary>What became of a record.</summary>
internal enum RecordFate : byte
{
    /// <summary>Another record has its id, its file changed while it was read, or the backend refused it.</summary>
    LeftOut,
    Indexed,

    /// <summary>It says that it is not served, as by <c>published: false</c>.</summary>
    Unpublished,

    /// <summary>It is no proposal: a description of data, a measurement, a test of a program beside proposals.</summary>
    NoProposal,

    /// <summary>It is no proposal: it only says where one has moved, or lists the files of others.</summary>
    Signpost,
}
