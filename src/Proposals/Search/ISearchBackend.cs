using System.Text.Json.Serialization;
using ProposalSearch.Proposals.Applicants;

namespace ProposalSearch.Proposals.Search;

/// <summary>The seam between the product and an engine: makes indexes in a folder, and opens them.</summary>
public interface ISearchBackend
{
    /// <summary>The backend's name, such as <c>embedded</c>.</summary>
    string Name { get; }

    /// <summary>
    /// Begins a new index in a folder, which is made if need be. What is there stays searchable, and stays as it is, until
    /// <see cref="IProposalIndexBuilder.Commit"/>.
    /// </summary>
    /// <exception cref="IndexUnavailableException">Somebody else writes to this folder, or it cannot be written.</exception>
    IProposalIndexBuilder Build(string folder);

    /// <summary>Opens the last published index of a folder.</summary>
    /// <exception cref="IndexUnavailableException">There is none, or it cannot be read; the message says what to do.</exception>
    IProposalIndex Open(string folder);

    /// <summary>
    /// Opens the last published index of a folder for a program that goes on answering from it: every byte is compared with its checksum
    /// first, and what is done to its files afterwards neither changes an answer nor ends the program, but for <see
    /// cref="IndexHeldIn.Mapping"/>.
    /// </summary>
    /// <param name="folder">The folder.</param>
    /// <param name="heldIn">What it is read from while it is open. A backend without files of its own need not care.</param>
    /// <exception cref="IndexUnavailableException">
    /// There is none, or it cannot be read or is damaged; the message says what to do.
    /// </exception>
    IProposalIndex OpenToServe(string folder, IndexHeldIn heldIn) => Open(folder);

    /// <summary>Reads every byte of an index and compares it with its checksums.</summary>
    IndexVerification Verify(string folder);
}

/// <summary>What an open index is read from.</summary>
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

/// <summary>An index in the making. Used by one thread. Disposed without a commit, it leaves nothing behind.</summary>
public interface IProposalIndexBuilder : IDisposable
{
    /// <summary>Adds a published proposal. They come in the ordinal order of their ids, each once, so that a backend need not hold them all.</summary>
    /// <exception cref="ArgumentException">The id is not after that of the proposal before, or the proposal is not published.</exception>
    /// <exception cref="ProposalRefusedException">The backend cannot hold this proposal, and goes on without it.</exception>
    /// <exception cref="IndexUnavailableException">The index cannot be written any more, such as where the disk is full.</exception>
    void Add(Proposal proposal);

    /// <summary>Publishes, atomically: whoever opens the folder gets the old index or the new one, whatever happens.</summary>
    /// <exception cref="IndexUnavailableException">The index cannot be written, such as where the disk is full.</exception>
    void Commit(IndexMetadata metadata);
}

/// <summary>
/// A proposal that a backend cannot hold, such as one of a billion words. Nothing else is lost by it. Never a mistake of a program, which
/// stays the exception that
/// it is, and never a fault of the disk, which is an <see cref="IndexUnavailableException"/>.
/// </summary>
/// <param name="cause">What is wrong with it, and what can be done, in sentences.</param>
/// <param name="inner">What the backend said.</param>
public sealed class ProposalRefusedException(string cause, Exception inner) : Exception(cause, inner);

/// <summary>What the product needs to know about an index beside its proposals. Stored in it.</summary>
public sealed record IndexMetadata
{
    /// <summary>A digest of sources, schema and the program's index version: where it differs from today's, the index is stale.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>The facets, in the order to show them.</summary>
    public IReadOnlyList<FacetDefinition> Facets { get; init; } = [];

    /// <summary>The canonical questions.</summary>
    public IReadOnlyList<QuestionDefinition> Questions { get; init; } = [];

    /// <summary>The wordings of the archive's questions, those with most answers first; of a great many only the first.</summary>
    public IReadOnlyList<QuestionWording> Wordings { get; init; } = [];

    /// <summary>Texts of the files that became other facet values than they are, those that most files have first; of a great many only the first.</summary>
    public IReadOnlyList<FacetWording> FacetWordings { get; init; } = [];

    /// <summary>What the indexing pipeline remembers of the source files. Bytes for it alone, that a backend keeps.</summary>
    public ReadOnlyMemory<byte> SourceMemory { get; init; }

    /// <summary>Which proposals are of one organization, and which answers were given before: bytes that a backend keeps, and does not read.</summary>
    public byte[] Applicants { get; init; } = [];

    /// <summary>The same, read when it is asked for the first time.</summary>
    [JsonIgnore]
    internal ApplicantRelations Relations => field ??= ApplicantRelationsFormat.Read(Applicants);
}

/// <summary>A facet field.</summary>
/// <param name="Field">Its name in requests, such as <c>area</c>.</param>
/// <param name="Label">Its name to show, such as <c>Area</c>.</param>
/// <param name="Type">What its values are.</param>
public sealed record FacetDefinition(string Field, string Label, FacetType Type)
{
    /// <summary>
    /// Whether it is counted where a request does not say which facets it wants. False for numbers that are there to be asked for in ranges, whose values
    /// nobody would read as a list. Default true.
    /// </summary>
    public bool IsListed { get; init; } = true;
}

/// <summary>A canonical question that several wordings map to.</summary>
/// <param name="Id">Its name in requests, such as <c>evaluation</c>.</param>
/// <param name="Label">Its name to show, such as <c>Evaluation</c>.</param>
public sealed record QuestionDefinition(string Id, string Label);

/// <summary>A wording that an archive has for a question.</summary>
/// <param name="Wording">As it is shown with its answers.</param>
/// <param name="QuestionId">The canonical question that it was assigned to, or <see langword="null"/> where it stays itself.</param>
/// <param name="Confidence">1 where the schema says so; the likeness to a known wording, 0 to 1, where that decided; 0 without a question.</param>
/// <param name="Answers">Answers under this wording.</param>
/// <param name="Words">Words of these answers.</param>
/// <param name="Nearest">Where likeness decided, the known wording that it is likest to.</param>
public sealed record QuestionWording(string Wording, string? QuestionId, double Confidence, int Answers, long Words, string? Nearest = null);

/// <summary>A text of the files for a facet that is not its own value.</summary>
/// <param name="Field">The facet.</param>
/// <param name="Text">As files have it.</param>
/// <param name="Values">What it is counted as; empty where it names no value and is only searched.</param>
/// <param name="Count">How often files have it.</param>
public sealed record FacetWording(string Field, string Text, IReadOnlyList<string> Values, int Count);

/// <summary>What <see cref="ISearchBackend.Verify"/> found.</summary>
/// <param name="Files">Files that were read.</param>
/// <param name="Faults">A sentence for each fault, that names the file; empty when all is well.</param>
public sealed record IndexVerification(int Files, IReadOnlyList<string> Faults);

/// <summary>An index cannot be opened or written. The message says what is wrong, the probable cause, and what to do.</summary>
public sealed class IndexUnavailableException : Exception
{
    /// <summary>An index that is unavailable for this reason.</summary>
    public IndexUnavailableException(IndexUnavailableReason reason, string message, Exception? inner = null)
        : base(message, inner) => Reason = reason;

    /// <summary>Why.</summary>
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
}
